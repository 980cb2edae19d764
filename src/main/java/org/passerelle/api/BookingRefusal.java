package org.passerelle.api;

import java.util.List;
import org.passerelle.booking.Conflict;
import org.passerelle.booking.Reason;

/** A booking was not made or not changed; carries what the problem document says of it. */
final class BookingRefusal {

    private BookingRefusal() {}

    /** Rooms are taken. Answered with 409. */
    static final class Occupied extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Conflict> conflicts;
        private final boolean isSeries;

        /** @param isSeries whether to say which date of the series each conflict is about */
        Occupied(List<Conflict> conflicts, boolean isSeries) {
            super("Occupied");
            this.conflicts = List.copyOf(conflicts);
            this.isSeries = isSeries;
        }

        List<Conflict> conflicts() {
            return conflicts;
        }

        boolean isSeries() {
            return isSeries;
        }
    }

    /** Rules forbid it. Answered with 422. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Reason> reasons;

        Refused(List<Reason> reasons) {
            super("Refused");
            this.reasons = List.copyOf(reasons);
        }

        List<Reason> reasons() {
            return reasons;
        }
    }
}
