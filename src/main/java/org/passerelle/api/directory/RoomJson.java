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
import org.passerelle.directory.arrangement.Layout;
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
        List<String> joinMethods,

        @Schema(description = "How it can be furnished; none where it stays as it is")
        List<LayoutJson> layouts) {

    /** @param to at most {@code 24:00}, the end of the day */
    record Hours(String from, String to) {

        static Hours of(MinuteRange range) {
            return new Hours(text(range.start()), text(range.end()));
        }

        private static String text(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /**
     * A way to furnish the room.
     *
     * @param name as the directory calls it in every language, or null
     * @param seats how many people it then seats
     * @param setUp how long the room is then held before a meeting, as ISO 8601 says it
     * @param cleanUp how long after it
     */
    @Schema(name = "RoomLayout")
    record LayoutJson(String id, @Nullable String name, int seats, String setUp, String cleanUp) {

        private static LayoutJson of(Layout layout, Room room) {
            Room laidOut = room.laidOut(layout.id());
            return new LayoutJson(
                    layout.id(),
                    layout.name().orElse(null),
                    laidOut.capacity(),
                    laidOut.rules().buffers().before().toString(),
                    laidOut.rules().buffers().after().toString());
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
                profile.joinMethods(),
                room.layouts().offered().stream()
                        .map(layout -> LayoutJson.of(layout, room))
                        .toList());
    }

    private static Map<DayOfWeek, List<Hours>> week(WeeklyHours openingHours) {
        var week = new LinkedHashMap<DayOfWeek, List<Hours>>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, openingHours.on(day).stream().map(Hours::of).toList());
        }
        return week;
    }
}
