package org.passerelle.booking.placing;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.booking.BookingState;
import org.passerelle.booking.Bookings;
import org.passerelle.booking.Conflict;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.OnConflict;
import org.passerelle.booking.Reason;
import org.passerelle.booking.policy.Proposal;

/** How an attempt to place dates in their rooms ended. Unless {@link Placed}, nothing was changed. */
public sealed interface Placement {

    /** The write was done; this is what was written.. */
    record Placed(Booking booking) implements Placement {}

    /** Nothing had to be written; the booking is as wished already. */
    record Unchanged(Booking booking) implements Placement {}

    /** The write was not done because the document is no longer what it was taken for. */
    record Overtaken(Bookings.Write why) implements Placement {}

    /** Rooms are taken. */
    record Blocked(List<Conflict> conflicts) implements Placement {}

    /** Rules forbid it. */
    record Refused(List<Reason> reasons) implements Placement {}

    /**
     * What is to be placed.
     *
     * @param kept dates of the same booking that stay as they are
     * @param own the booking that is changed, whose own claims are no obstacle; empty for a new one
     * @param quotaZone in whose calendar the weeks of a quota are told
     */
    record Request(
            Proposal proposal,
            List<Occurrence> kept,
            OnConflict onConflict,
            Optional<BookingId> own,
            ZoneId quotaZone) {

        public Request {
            kept = List.copyOf(kept);
        }
    }

    /** Makes the booking that the placed dates belong to, in the state that the rules allow. */
    interface Draft {

        Booking with(Booking.Dates dates, BookingState allowed);
    }

    /** Writes a booking in one step. */
    interface Writing extends Function<Booking, Bookings.Write> {}
}
