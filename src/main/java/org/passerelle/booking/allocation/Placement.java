package org.passerelle.booking.allocation;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.Bookings;

/** How an attempt to place dates in their rooms ended. Unless {@link Placed}, nothing was changed. */
public sealed interface Placement {

    /** The write was done; this is what was written. */
    record Placed(Booking booking) implements Placement {}

    /** Nothing had to be written; the booking is as wished already. */
    record Unchanged(Booking booking) implements Placement {}

    /** The write was not done because the document is no longer what it was taken for. */
    record Overtaken(Bookings.Write why) implements Placement {}

    /** Rooms are taken. */
    record Blocked(List<Conflict> conflicts) implements Placement {}

    /** Rules forbid it. */
    record Refused(List<Reason> reasons) implements Placement {}

    /** How a write of {@code booking} ended that claims nothing new. */
    static Placement after(Bookings.Write write, Booking booking) {
        return switch (write) {
            case WRITTEN -> new Placed(booking);
            case TOO_LARGE -> tooLarge();
            case COLLIDES, EXISTS, STALE -> new Overtaken(write);
        };
    }

    static Refused tooLarge() {
        return new Refused(List.of(Reason.of(ReasonCode.NOT_ALLOWED, "too-many-parts")));
    }

    /**
     * What is to be placed.
     *
     * @param owner whose quotas are used, whoever does the placing
     * @param quotaZone in whose calendar the weeks of a quota are told
     */
    record Request(Proposal proposal, StandingDates standing, OnConflict onConflict, Owner owner, ZoneId quotaZone) {}

    /**
     * What there is already of the booking that is placed anew.
     *
     * @param own the stored booking, whose own claims are no obstacle; empty for a new one
     * @param kept its dates that stay as they are
     * @param beside its dates that go to another booking of the same document, where the index does not tell them apart
     */
    record StandingDates(Optional<BookingId> own, List<Occurrence> kept, List<Occurrence> beside) {

        /** Of a booking that is new. */
        public static final StandingDates NOTHING = new StandingDates(Optional.empty(), List.of(), List.of());

        public StandingDates {
            kept = List.copyOf(kept);
            beside = List.copyOf(beside);
        }

        Stream<Occurrence> staying() {
            return Stream.concat(kept.stream(), beside.stream());
        }
    }

    /** Makes the booking that the placed dates belong to, in the state that the rules allow. */
    interface Draft {

        Booking with(Booking.Dates dates, BookingState allowed);
    }

    /** Writes a booking in one step. */
    interface Writing extends Function<Booking, Bookings.Write> {}
}
