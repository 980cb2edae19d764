package org.passerelle.closure.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * A date of a booking that lies in a closure.
 *
 * @param closure its id; empty for one that is only thought of
 * @param recurs whether the booking has more dates than this
 * @param rooms those of its rooms that are shut
 * @param requested whether it is not the date that is hit, but what waits for a decision in its place; {@code rooms} and {@code time}
 *     are as asked for then
 */
public record AffectedDate(
        String closure,
        DateName name,
        PersonId organiser,
        boolean recurs,
        List<RoomId> rooms,
        Interval time,
        DateFate fate,
        boolean requested) {

    public AffectedDate {
        rooms = List.copyOf(rooms);
    }

    /** A date as it stands. */
    public AffectedDate(
            String closure,
            DateName name,
            PersonId organiser,
            boolean recurs,
            List<RoomId> rooms,
            Interval time,
            DateFate fate) {
        this(closure, name, organiser, recurs, rooms, time, fate, false);
    }

    /** {@code date} of {@code booking}, of which {@code rooms} are hit, with nothing done yet. */
    public static AffectedDate of(String closure, Booking booking, Occurrence date, List<RoomId> rooms) {
        return new AffectedDate(
                closure,
                new DateName(booking.id(), date.recurrenceId()),
                booking.owner().organiser(),
                booking.schedule().recurs(),
                rooms,
                date.time(),
                DateFate.pending(booking.state()));
    }

    /** The same, as what waits for a decision in the place of the date. */
    public AffectedDate asRequested() {
        return new AffectedDate(closure, name, organiser, recurs, rooms, time, fate, true);
    }

    /** The same, as what another closure hits, of whose rooms these are. */
    public AffectedDate in(String other, List<RoomId> hit) {
        return new AffectedDate(other, name, organiser, recurs, hit, time, fate, requested);
    }

    /** Which date. */
    public record DateName(BookingId booking, Instant recurrenceId) {}

    /**
     * What became of it.
     *
     * @param was the state that the booking had when it was hit
     * @param left the state in which the booking was left, if the date was called off
     * @param offer what the organiser may have instead
     */
    public record DateFate(
            ClosureOutcome outcome, BookingState was, Optional<BookingState> left, Optional<OfferedMove> offer) {

        public static DateFate pending(BookingState was) {
            return new DateFate(ClosureOutcome.PENDING, was, Optional.empty(), Optional.empty());
        }

        public DateFate ending(ClosureOutcome next) {
            return new DateFate(next, was, left, offer);
        }

        public DateFate calledOff(BookingState leaving) {
            return new DateFate(ClosureOutcome.CANCELLED, was, Optional.of(leaving), offer);
        }

        public DateFate offered(OfferedMove move) {
            return new DateFate(ClosureOutcome.OFFERED, was, left, Optional.of(move));
        }
    }

    /** Rooms, one for each that the date has, at a time. */
    public record OfferedMove(List<RoomId> rooms, Interval time) {

        public OfferedMove {
            rooms = List.copyOf(rooms);
        }
    }

    /** What happens to a date. */
    public enum ClosureOutcome {
        /** It is known to be hit, and nothing has been done yet. */
        PENDING,
        /** It stays where it is. */
        KEPT,
        CANCELLED,
        /** Another room or time is offered to its organiser. */
        OFFERED,
        /** There is nothing to offer; it stays where it is until somebody decides. */
        NOTHING_TO_OFFER,
        /** Its organiser took the offer. Kept so also where that only asks for the move; {@link #MOVE_ASKED} is told then. */
        MOVED,
        /** Its move is asked for, and it stays where it is until somebody agrees. Never kept, for it follows from the booking. */
        MOVE_ASKED,
        /** Its move was asked for in vain: it stays where it is. Never kept, as above. */
        NOT_MOVED,
        /** Its organiser would rather not have what was offered. */
        DECLINED,
        /** What was asked for there was declined; the date that was to be there stays where it is. */
        REQUEST_DECLINED,
        /** Somebody else moved it or called it off first. */
        GONE,
        /** It was called off, and is back. */
        RESTORED,
        /** It was called off, and could not be brought back. */
        NOT_RESTORED
    }

    /** Tells it from every other date of every other closure. */
    public String key() {
        return closure + "/" + name.booking().value() + "/"
                + name.recurrenceId().toEpochMilli()
                + (requested ? "/requested" : "");
    }

    public AffectedDate with(DateFate changed) {
        return new AffectedDate(closure, name, organiser, recurs, rooms, time, changed, requested);
    }
}
