package org.passerelle.calendar;

import java.util.List;
import java.util.Set;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.Booking;
import org.passerelle.booking.Holding;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.time.Interval;

/** Where the bookings of a feed come from. Feeds that have the same one share what is known of it. */
sealed interface FeedSource {

    /** Its live bookings with a date within {@code window}; may hold more. */
    List<Booking> read(ReadingBookings bookings, Interval window);

    /**
     * Whether what a changed document holds may have to do with it; what it held before counts elsewhere. A document does
     * not say whose it is, so any may, unless a source knows better.
     */
    default boolean mayShow(Holding holding) {
        return true;
    }

    /** Whether a date of {@code booking} belongs to it. */
    boolean shows(Booking booking, Occurrence date);

    /** Whether whoever organises a booking is told here who of the invited comes. */
    default boolean tellsAnswers() {
        return false;
    }

    /** The dates of {@code booking} that belong to it and hold rooms. */
    default List<Occurrence> shown(Booking booking) {
        return booking.occupying().filter(date -> shows(booking, date)).toList();
    }

    /** Whatever holds one of these claim numbers. */
    record OfRooms(Set<Integer> numbers) implements FeedSource {

        public OfRooms {
            numbers = Set.copyOf(numbers);
        }

        @Override
        public List<Booking> read(ReadingBookings bookings, Interval window) {
            return bookings.holdingAny(numbers, window);
        }

        @Override
        public boolean mayShow(Holding holding) {
            return holding.stretches().stream().anyMatch(stretch -> numbers.contains(stretch.number()));
        }

        @Override
        public boolean shows(Booking booking, Occurrence date) {
            return date.places().stream()
                    .anyMatch(place -> place.numbers().stream().anyMatch(numbers::contains));
        }
    }

    /** Whatever was booked for an organisation. */
    record MadeFor(OrganisationId organisation) implements FeedSource {

        @Override
        public List<Booking> read(ReadingBookings bookings, Interval window) {
            return bookings.madeFor(organisation, window.start());
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
    record MadeBy(PersonId person) implements FeedSource {

        @Override
        public List<Booking> read(ReadingBookings bookings, Interval window) {
            return bookings.madeBy(person, window.start());
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
