package org.passerelle.closure.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * A date of a booking that lies in a closure.
 *
 * @param closure its id; empty for one that is only thought of
 * @param recurs whether the booking has more dates than this
 * @param rooms those of its rooms that are shut
 */
public record AffectedDate(
        String closure,
        DateName name,
        PersonId organiser,
        boolean recurs,
        List<RoomId> rooms,
        Interval time,
        DateFate fate) {

    public AffectedDate {
        rooms = List.copyOf(rooms);
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
        /** Its organiser took the offer. */
        MOVED,
        /** Its organiser would rather not have what was offered. */
        DECLINED,
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
                + name.recurrenceId().toEpochMilli();
    }

    public AffectedDate with(DateFate changed) {
        return new AffectedDate(closure, name, organiser, recurs, rooms, time, changed);
    }
}
