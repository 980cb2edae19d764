package org.passerelle.arrival;

import java.time.Instant;
import java.util.stream.Stream;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.time.Interval;

/** The dates of a booking at which something may be due soon, so that the hundreds of a long series are not worked out each time. */
final class NearDates {

    private NearDates() {}

    static Stream<Occurrence> of(Booking booking, Instant now) {
        Interval near = Interval.of(now.minus(TimedAction.REACH), now.plus(TimedAction.REACH));
        return booking.occupying().filter(date -> date.time().overlaps(near));
    }
}
