package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomKind;
import org.passerelle.time.WeeklyHours;
import org.passerelle.time.WeeklyHours.MinuteRange;

/**
 * A room as told to everybody.
 *
 * @param units of what is countable, how many there are; null for every other room
 * @param openingHours for each day of the week its hours in {@code timeZone}, none when closed
 * @param parts the rooms a combined room is made of
 */
record RoomJson(
        String id,
        String site,
        String name,
        RoomKind kind,

        @Schema(description = "How many there are of desks or equipment; null for a room") @Nullable
        Integer units,

        int capacity,
        List<String> equipment,
        String email,
        String timeZone,
        Map<DayOfWeek, List<Hours>> openingHours,
        List<String> parts,

        @ArraySchema(schema = @Schema(allowableValues = {Endpoint.WEB, Endpoint.SIP, Endpoint.H323, Endpoint.PSTN}))
        List<String> joinMethods) {

    /** @param to at most {@code 24:00}, the end of the day */
    record Hours(String from, String to) {

        static Hours of(MinuteRange range) {
            return new Hours(text(range.start()), text(range.end()));
        }

        private static String text(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    static RoomJson of(Room room, Directory directory) {
        var profile = room.profile();
        return new RoomJson(
                room.id().value(),
                room.site().value(),
                room.name(),
                room.kind(),
                room.isCountable() ? room.capacity() : null,
                room.capacity(),
                profile.equipment(),
                profile.email(),
                directory.siteOf(room).zone().getId(),
                week(room.rules().openingHours()),
                room.parts().stream().map(RoomId::value).toList(),
                profile.joinMethods());
    }

    private static Map<DayOfWeek, List<Hours>> week(WeeklyHours openingHours) {
        var week = new LinkedHashMap<DayOfWeek, List<Hours>>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, openingHours.on(day).stream().map(Hours::of).toList());
        }
        return week;
    }
}
