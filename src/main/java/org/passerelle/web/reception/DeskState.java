package org.passerelle.web.reception;

import java.time.Instant;
import org.passerelle.arrival.CheckInState;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;

/** How a meeting stands as the reception sees it. */
enum DeskState {
    AHEAD,
    /** People can check in, and it has not begun. */
    DUE,
    /** It has begun, and nobody has checked in. */
    LATE,
    THERE,
    LEFT,
    /** It is over, and nobody had checked in. */
    UNSEEN;

    static DeskState of(Booking booking, Occurrence date, Instant now) {
        if (date.state() == OccurrenceState.ENDED) {
            return LEFT;
        }
        boolean isOver = !now.isBefore(date.time().end());
        if (date.state() == OccurrenceState.CHECKED_IN) {
            return isOver ? LEFT : THERE;
        }
        if (isOver) {
            return UNSEEN;
        }
        return CheckInState.of(booking, date, now) != CheckInState.OPEN ? AHEAD : date.hasBegun(now) ? LATE : DUE;
    }

    /** Whether the reception can check it in. */
    public boolean isOpen() {
        return this == DUE || this == LATE;
    }
}
