package org.passerelle.api.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.passerelle.booking.caps.OwnBooking;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** What somebody tried to book, as far as it tells what they could have instead. */
sealed interface Attempt {

    /** Nothing could be offered. */
    Attempt UNTOLD = new Whole(Optional.empty(), Optional.empty());

    /** What was asked for as a whole; empty if nothing can be had in its place. */
    Optional<BookingOrder> order();

    /** The booking that was to change; empty for a new one. */
    default Optional<OwnBooking> own() {
        return Optional.empty();
    }

    static Attempt of(BookingOrder order) {
        return new Whole(Optional.of(order), Optional.empty());
    }

    /** @param order empty if it was never understood */
    record Whole(Optional<BookingOrder> order, Optional<OwnBooking> own) implements Attempt {}

    /** Another time or other rooms for one date; only worked out if something is to be offered. */
    record OneDate(Supplier<BookingOrder> edited, Optional<OwnBooking> own) implements Attempt {

        OneDate(Supplier<BookingOrder> edited, OwnBooking own) {
            this(edited, Optional.of(own));
        }

        @Override
        public Optional<BookingOrder> order() {
            return Optional.of(edited.get());
        }

        /** What somebody asks for who wishes one date of {@code booking} to be otherwise, as an order that stands by itself. */
        static BookingOrder asked(Booking booking, Interval time, List<RoomId> rooms) {
            var zone = booking.schedule().zone();
            Schedule schedule = new Schedule(
                    time.start().atZone(zone).toLocalDateTime(), zone, time.length(), Optional.empty(), Set.of());
            return new BookingOrder(booking.content(), schedule, rooms, OnConflict.REJECT);
        }
    }

    /**
     * To stay on in the same rooms.
     *
     * @param missing what is missing, given who is in the way
     * @param latestEnd until when they can stay, given that
     */
    record Extension(
            Function<List<Conflict>, Optional<BookingOrder>> missing,
            Function<List<Conflict>, Optional<Instant>> latestEnd)
            implements Attempt {

        @Override
        public Optional<BookingOrder> order() {
            return Optional.empty();
        }
    }
}
