package org.passerelle.booking.absence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.time.Interval;

/**
 * What of one booking falls into a time for which its organiser is away.
 *
 * @param dates those of it that take place then and are not over, by start; never empty
 * @param refusals why it stays as it is whatever was wished; empty if it does not
 */
public record AbsentBooking(Booking booking, List<Occurrence> dates, List<Reason> refusals) {

    public AbsentBooking {
        dates = List.copyOf(dates);
        refusals = List.copyOf(refusals);
    }

    /** Empty if nothing of it does. */
    static Optional<AbsentBooking> of(Booking booking, Interval away, Instant now) {
        List<Occurrence> dates = booking.occupying()
                .filter(date -> date.isAhead(now) && date.time().overlaps(away))
                .toList();
        return dates.isEmpty() ? Optional.empty() : Optional.of(new AbsentBooking(booking, dates, List.of()));
    }

    /** The names of its dates. */
    Set<Instant> names() {
        return dates.stream().map(Occurrence::recurrenceId).collect(Collectors.toSet());
    }

    AbsentBooking refused(List<Reason> reasons) {
        return new AbsentBooking(booking, dates, reasons);
    }
}
