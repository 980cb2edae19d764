package org.passerelle.closure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.closure.model.AffectedDate.ClosureOutcome;
import org.springframework.stereotype.Component;

/**
 * Tells dates that were moved from those whose move is only asked for: whoever was to move a date may have needed somebody's consent,
 * and until they have it the date stands in the room that is shut. That is read from the bookings, which know how it ended.
 */
@Component
class MovesAsked {

    private final ReadingBookings reading;

    MovesAsked(ReadingBookings reading) {
        this.reading = reading;
    }

    /** {@code dates}, each with what has become of it by now. */
    List<AffectedDate> told(List<AffectedDate> dates) {
        Set<String> roots = dates.stream()
                .filter(MovesAsked::isSaidToHaveMoved)
                .map(date -> date.name().booking().root())
                .collect(Collectors.toSet());
        if (roots.isEmpty()) {
            return dates;
        }
        Map<BookingId, Booking> bookings =
                reading.inDocuments(roots).stream().collect(Collectors.toMap(Booking::id, booking -> booking));
        return dates.stream()
                .map(date -> isSaidToHaveMoved(date) ? told(date, bookings) : date)
                .toList();
    }

    private static boolean isSaidToHaveMoved(AffectedDate date) {
        return date.fate().outcome() == ClosureOutcome.MOVED && !date.requested();
    }

    private static AffectedDate told(AffectedDate date, Map<BookingId, Booking> bookings) {
        Booking booking = bookings.get(date.name().booking());
        return booking == null
                ? date
                : booking.occurrence(date.name().recurrenceId())
                        .filter(each -> standsThere(each, date))
                        .map(each -> date.with(date.fate()
                                .ending(
                                        each.openRequest().isPresent()
                                                ? ClosureOutcome.MOVE_ASKED
                                                : ClosureOutcome.NOT_MOVED)))
                        .orElse(date);
    }

    private static boolean standsThere(Occurrence stands, AffectedDate date) {
        return stands.occupies()
                && stands.time().equals(date.time())
                && stands.rooms().stream().anyMatch(date.rooms()::contains);
    }
}
