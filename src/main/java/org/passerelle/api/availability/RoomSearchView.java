package org.passerelle.api.availability;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.FoundRooms.RankedRoom;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomKind;
import org.passerelle.i18n.AvailabilityTexts;
import org.passerelle.time.Interval;

/** The rooms that were found, as told to clients; {@code more} is how many are not listed. */
public record RoomSearchView(List<RoomView> rooms, int more, List<NearMissView> nearMisses) {

    public static RoomSearchView of(FoundRooms found, AvailabilityTexts texts, Locale locale) {
        return new RoomSearchView(
                found.rooms().stream()
                        .map(room -> RoomView.of(room, texts, locale))
                        .toList(),
                found.more(),
                found.nearMisses().stream()
                        .map(miss -> NearMissView.of(miss, texts, locale))
                        .toList());
    }

    /** {@code score} from 0 to 100; {@code missing} are the dates of a series on which it cannot be had. */
    record RoomView(
            String room,
            String site,
            String name,
            int capacity,
            RoomKind kind,
            int score,
            List<String> reasons,
            List<DateView> missing) {

        private static RoomView of(RankedRoom ranked, AvailabilityTexts texts, Locale locale) {
            Room room = ranked.room();
            return new RoomView(
                    room.id().value(),
                    room.site().value(),
                    room.name(),
                    room.capacity(),
                    room.kind(),
                    ranked.score(),
                    ranked.merits().stream()
                            .map(merit -> texts.of(merit, locale))
                            .toList(),
                    ranked.missing().stream().map(DateView::of).toList());
        }
    }

    /** Half-open. */
    record DateView(Instant from, Instant to) {

        private static DateView of(Interval time) {
            return new DateView(time.start(), time.end());
        }
    }

    /** What would do with a change: all rooms it takes, the new or first one of them, and the time of the first date. */
    public record NearMissView(String room, List<String> rooms, Instant from, Instant to, String change) {

        public static NearMissView of(NearMiss miss, AvailabilityTexts texts, Locale locale) {
            List<String> rooms =
                    miss.rooms().stream().map(room -> room.id().value()).toList();
            return new NearMissView(
                    rooms.get(0), rooms, miss.time().start(), miss.time().end(), texts.of(miss, locale));
        }
    }
}
