package org.passerelle.closure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.directory.RoomId;

/** Finds the dates of bookings that something hits, and what waits for a decision in the place of dates just the same. */
final class HitDates {

    static final Comparator<AffectedDate> BY_TIME =
            Comparator.comparing((AffectedDate date) -> date.time().start()).thenComparing(AffectedDate::key);

    private HitDates() {}

    /**
     * Those that are not over at {@code now}, by time.
     *
     * @param rooms which rooms of a date are hit; none if it is not
     */
    static List<AffectedDate> of(
            String closure, List<Booking> bookings, Instant now, BiFunction<Booking, Occurrence, List<RoomId>> rooms) {
        List<AffectedDate> hit = new ArrayList<>();
        for (Booking booking : bookings) {
            dates(closure, booking, booking.occupying(), now, rooms).forEach(hit::add);
            dates(closure, booking, booking.asking().flatMap(date -> date.asked().stream()), now, rooms)
                    .map(AffectedDate::asRequested)
                    .forEach(hit::add);
        }
        hit.sort(BY_TIME);
        return hit;
    }

    private static Stream<AffectedDate> dates(
            String closure,
            Booking booking,
            Stream<Occurrence> dates,
            Instant now,
            BiFunction<Booking, Occurrence, List<RoomId>> rooms) {
        return dates.filter(date -> date.isAhead(now))
                .map(date -> AffectedDate.of(closure, booking, date, rooms.apply(booking, date)))
                .filter(date -> !date.rooms().isEmpty());
    }
}
