package org.passerelle.calendar.feed.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** Where the bookings of a feed come from. Feeds that have the same one share what is known of it. */
public sealed interface FeedSource {

    /** Reads its live bookings around now, those that come first as long as there is room; may read more. */
    void read(ReadingBookings bookings, FeedGathering into);

    /** Whether what a changed document holds may have to do with it; what it held before counts elsewhere. */
    boolean mayShow(Holding holding);

    /** What its bookings are found by: whatever it shows has one of these among its own {@link #addKeys keys}. */
    Set<?> keys();

    /** Adds to {@code keys} what sources find {@code booking} by: the numbers it holds, who made it, and for whom. */
    static void addKeys(Booking booking, Set<Object> keys) {
        RequestedMoves.with(booking)
                .flatMap(Booking::occupying)
                .forEach(date -> date.places().forEach(place -> keys.addAll(place.numbers())));
        keys.add(booking.owner().organiser());
        booking.owner().organisation().ifPresent(keys::add);
    }

    /** Whether a date of {@code booking} belongs to it. */
    boolean shows(Booking booking, Occurrence date);

    /** The rooms of {@code date} that belong to it; the others are nothing that its readers are told of a stranger's booking. */
    default List<RoomId> rooms(Occurrence date) {
        return date.rooms();
    }

    /** Whether whoever organises a booking is told here who of the invited comes. */
    default boolean tellsAnswers() {
        return false;
    }

    /** The booking as its readers see it, and what else holds a room because of it. */
    default Stream<Booking> seen(Booking booking) {
        return Stream.of(booking);
    }

    /** The dates of {@code booking} that belong to it and hold rooms. */
    default List<Occurrence> shown(Booking booking) {
        return booking.occupying().filter(date -> shows(booking, date)).toList();
    }

    /** Whatever holds one of these claim numbers. */
    public record OfRooms(Set<Integer> numbers) implements FeedSource {

        /** For one room; many have as much in less time. */
        private static final Duration FIRST_STEP = Duration.ofDays(64);

        public OfRooms {
            numbers = Set.copyOf(numbers);
        }

        /** In steps, each twice as long as the one before: first what comes, then, if there is room, what is over. */
        @Override
        public void read(ReadingBookings bookings, FeedGathering into) {
            Instant now = into.now();
            Duration step = FIRST_STEP.dividedBy(Math.max(1, numbers.size()));
            Instant end = into.window().end();
            for (Instant from = now; from.isBefore(end) && !into.isFull(); step = step.multipliedBy(2)) {
                Instant to = from.plus(step).isBefore(end) ? from.plus(step) : end;
                into.addAll(bookings.inDocumentsHolding(numbers, Interval.of(from, to), into.roots()));
                if (into.isFull() && to.isBefore(end)) {
                    into.leaveOutFrom(to);
                }
                from = to;
            }
            Instant start = into.window().start();
            for (Instant to = now; start.isBefore(to) && !into.isFull(); step = step.multipliedBy(2)) {
                Instant from = to.minus(step).isAfter(start) ? to.minus(step) : start;
                into.addAll(bookings.inDocumentsHolding(numbers, Interval.of(from, to), into.roots()));
                to = from;
            }
        }

        @Override
        public Set<?> keys() {
            return numbers;
        }

        @Override
        public boolean mayShow(Holding holding) {
            return holding.stretches().stream().anyMatch(stretch -> numbers.contains(stretch.number()));
        }

        /** In the calendar of a room stands also what is asked for in the place of a date, for nobody else gets the room then. */
        @Override
        public Stream<Booking> seen(Booking booking) {
            return RequestedMoves.with(booking);
        }

        @Override
        public boolean shows(Booking booking, Occurrence date) {
            return date.places().stream().anyMatch(this::holds);
        }

        @Override
        public List<RoomId> rooms(Occurrence date) {
            return date.places().stream().filter(this::holds).map(Place::room).toList();
        }

        private boolean holds(Place place) {
            return place.numbers().stream().anyMatch(numbers::contains);
        }
    }

    /** Whatever was booked for an organisation. */
    public record MadeFor(OrganisationId organisation) implements FeedSource {

        @Override
        public void read(ReadingBookings bookings, FeedGathering into) {
            bookings.madeFor(organisation, into.window().start(), into::add);
        }

        @Override
        public Set<?> keys() {
            return Set.of(organisation);
        }

        @Override
        public boolean mayShow(Holding holding) {
            return holding.holder()
                    .flatMap(Holding.Holder::organisation)
                    .filter(organisation.value()::equals)
                    .isPresent();
        }

        @Override
        public boolean tellsAnswers() {
            return true;
        }

        @Override
        public boolean shows(Booking booking, Occurrence date) {
            return booking.owner().organisation().filter(organisation::equals).isPresent();
        }
    }

    /** Whatever somebody has booked. */
    public record MadeBy(PersonId person) implements FeedSource {

        @Override
        public void read(ReadingBookings bookings, FeedGathering into) {
            into.addAll(bookings.madeBy(person, into.window().start()));
        }

        @Override
        public Set<?> keys() {
            return Set.of(person);
        }

        @Override
        public boolean mayShow(Holding holding) {
            return holding.holder()
                    .map(Holding.Holder::organiser)
                    .filter(person.text()::equals)
                    .isPresent();
        }

        @Override
        public boolean tellsAnswers() {
            return true;
        }

        @Override
        public boolean shows(Booking booking, Occurrence date) {
            return booking.owner().organiser().equals(person);
        }
    }
}
