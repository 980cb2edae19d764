package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OrganisationId;
import org.passerelle.account.PersonId;
import org.passerelle.booking.busy.BusyTime;
import org.passerelle.booking.busy.BusyTimes;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Answers who has which room when. Holds that have lapsed are left out, released or not. */
@Component
public class ReadingBookings {

    private static final Comparator<Booking> BY_FIRST_DATE = Comparator.comparing(
                    (Booking booking) -> booking.occurrences().get(0).time().start())
            .thenComparing(booking -> booking.id().value());

    private final Bookings bookings;
    private final Clock clock;

    ReadingBookings(Bookings bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    public Optional<Booking> find(BookingId id) {
        return bookings.find(id);
    }

    /** Live bookings that hold one of {@code rooms} at some moment of {@code window}, by first date. */
    public List<Booking> holding(Collection<Room> rooms, Interval window) {
        return holdingAny(numbers(rooms), window);
    }

    /** As {@link #holding(Collection, Interval)}, of those that were made for {@code organisation}. */
    public List<Booking> holding(Collection<Room> rooms, Interval window, OrganisationId organisation) {
        Instant now = clock.instant();
        return bookings.occupying(numbers(rooms), window, organisation).stream()
                .filter(booking -> booking.isLive(now))
                .sorted(BY_FIRST_DATE)
                .toList();
    }

    private List<Booking> holdingAny(Set<Integer> numbers, Interval window) {
        Instant now = clock.instant();
        return bookings.occupying(numbers, window).stream()
                .filter(booking -> booking.isLive(now))
                .sorted(BY_FIRST_DATE)
                .toList();
    }

    /** Live bookings that hold one of {@code claims}. */
    public List<Booking> holding(Collection<Long> claims) {
        Instant now = clock.instant();
        return bookings.holding(claims).stream()
                .filter(booking -> booking.isLive(now))
                .toList();
    }

    /** Live bookings made by {@code organiser} with a date that ends after {@code since}, by first date. */
    public List<Booking> madeBy(PersonId organiser, Instant since) {
        Instant now = clock.instant();
        return bookings.madeBy(organiser, since).stream()
                .filter(booking -> booking.isLive(now))
                .sorted(BY_FIRST_DATE)
                .toList();
    }

    /** Live bookings that invite {@code whom} with a date that ends after {@code since}, by first date. */
    public List<Booking> inviting(EmailAddress whom, Instant since) {
        Instant now = clock.instant();
        return bookings.inviting(whom, since).stream()
                .filter(booking -> booking.isLive(now))
                .sorted(BY_FIRST_DATE)
                .toList();
    }

    /** What {@code organiser} booked and has no more, because it was called off, declined or let lapse, if a date of it was to end after {@code since}; by first date. */
    public List<Booking> voidMadeBy(PersonId organiser, Instant since) {
        return bookings.voidMadeBy(organiser, since).stream()
                .sorted(BY_FIRST_DATE)
                .toList();
    }

    /** Gives {@code each} the live bookings made for {@code organisation} with a date that ends after {@code since}, one by one. Slow: may look at every booking. */
    public void madeFor(OrganisationId organisation, Instant since, Consumer<Booking> each) {
        Instant now = clock.instant();
        bookings.madeFor(organisation, since, booking -> {
            if (booking.isLive(now)) {
                each.accept(booking);
            }
        });
    }

    /**
     * Every booking in the documents of which one holds one of these claim numbers at some moment of {@code window}, called
     * off and lapsed ones included; may hold those of more documents.
     *
     * @param known documents that are left out, as {@link Holding#root()} names them
     */
    public List<Booking> inDocumentsHolding(Set<Integer> numbers, Interval window, Set<String> known) {
        return bookings.inDocumentsOccupying(numbers, window, known);
    }

    /** Every booking in the documents named by {@link Holding#root()}, called off and lapsed ones included. */
    public List<Booking> inDocuments(Collection<String> roots) {
        return bookings.inDocuments(roots);
    }

    /** When {@code room} is taken within {@code window}: cut to it, merged, sorted. A pool is taken when all its units are. */
    public List<BusyTime> busy(Room room, Interval window) {
        return BusyTimes.of(room, window, holding(List.of(room), window));
    }

    private static Set<Integer> numbers(Collection<Room> rooms) {
        return rooms.stream().map(Room::numbers).flatMap(Collection::stream).collect(Collectors.toSet());
    }
}
