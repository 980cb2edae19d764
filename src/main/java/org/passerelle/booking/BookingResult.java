package org.passerelle.booking;

import java.util.List;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;

/** How an attempt to book or to change a booking ended. Unless {@link Done}, nothing was changed. */
public sealed interface BookingResult {

    /** It stands as told. */
    record Done(Booking booking) implements BookingResult {}

    /** The same request was carried out before, under the same idempotency key; this is what it made. */
    record DoneBefore(Booking booking) implements BookingResult {}

    /** The idempotency key was used for a different request. */
    record KeyReused() implements BookingResult {}

    /** Rooms are taken. */
    record Occupied(List<Conflict> conflicts) implements BookingResult {

        public Occupied {
            conflicts = conflicts.stream().sorted(Conflict.BY_TIME).distinct().toList();
        }
    }

    /** Rules forbid it. */
    record Refused(List<Reason> reasons) implements BookingResult {

        public Refused {
            reasons = List.copyOf(reasons);
        }

        public static Refused because(Reason reason) {
            return new Refused(List.of(reason));
        }
    }
}
