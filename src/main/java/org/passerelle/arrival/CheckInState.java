package org.passerelle.arrival;

import java.time.Instant;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;

/** How a date stands for somebody who comes to it. */
public enum CheckInState {
    /** Neither booked yet nor refused. */
    UNCONFIRMED,
    /** It is too soon to come. */
    EARLY,
    /** People can check in. */
    OPEN,
    CHECKED_IN,
    /** Nobody came in time, and the room was given back. */
    RELEASED,
    CANCELLED,
    OVER;

    public static CheckInState of(Booking booking, Occurrence date, Instant now) {
        if (date.state() == OccurrenceState.RELEASED) {
            return RELEASED;
        }
        if (!booking.isLive(now) || date.state() == OccurrenceState.CANCELLED) {
            return CANCELLED;
        }
        if (booking.state() != BookingState.CONFIRMED) {
            return UNCONFIRMED;
        }
        if (date.state() == OccurrenceState.ENDED || !now.isBefore(date.time().end())) {
            return OVER;
        }
        if (date.state() == OccurrenceState.CHECKED_IN) {
            return CHECKED_IN;
        }
        return now.isBefore(opens(date)) ? EARLY : OPEN;
    }

    /** From when on people can check in to {@code date}. */
    public static Instant opens(Occurrence date) {
        return date.time().start().minus(Attendance.EARLIEST_CHECK_IN);
    }
}
