package org.passerelle.api.availability;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/** The times at which all can meet, as told to clients; {@code more} where there are, or may be, further ones. */
@Schema(name = "ConferenceView")
record MeetingTimesView(List<SlotView> slots, boolean more) {

    static MeetingTimesView of(MeetingTimes.Found found, Directory directory) {
        return new MeetingTimesView(
                found.slots().stream().map(slot -> SlotView.of(slot, directory)).toList(), found.more());
    }

    /** Half-open; {@code rooms} in the order of the parties, {@code score} from 0 to 100. */
    record SlotView(Instant from, Instant to, List<PlaceView> rooms, int score) {

        private static SlotView of(CommonSlot slot, Directory directory) {
            return new SlotView(slot.time().start(), slot.time().end(), PlaceView.of(slot, directory), slot.score());
        }
    }

    /** A room, and what the clock on its wall shows when the meeting begins and ends. */
    record PlaceView(String site, String room, String localFrom, String localTo, String timeZone) {

        static List<PlaceView> of(CommonSlot slot, Directory directory) {
            return slot.rooms().stream().map(room -> of(room, slot, directory)).toList();
        }

        private static PlaceView of(Room room, CommonSlot slot, Directory directory) {
            ZoneId zone = directory.siteOf(room).zone();
            return new PlaceView(
                    room.site().value(),
                    room.id().value(),
                    slot.time().start().atZone(zone).toLocalDateTime().toString(),
                    slot.time().end().atZone(zone).toLocalDateTime().toString(),
                    zone.getId());
        }
    }
}
