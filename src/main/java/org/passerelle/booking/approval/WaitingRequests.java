package org.passerelle.booking.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.booking.policy.RequestRights;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.SiteId;
import org.springframework.stereotype.Component;

/**
 * Answers which requests wait for somebody's decision, for all of a booking or in the place of one of its dates. They are kept in memory, and read again after one was written, so that
 * every page can say how many there are.
 */
@Component
public class WaitingRequests implements Occupancy.Follower {

    private static final Comparator<Booking> BY_FIRST_DATE = Comparator.comparing(WaitingRequests::first)
            .thenComparing(booking -> booking.id().value());

    private final Bookings bookings;
    private final Accounts accounts;
    private final Directories directories;
    private final Clock clock;
    private final AtomicBoolean isStale = new AtomicBoolean(true);
    private List<Booking> known = List.of();

    WaitingRequests(Bookings bookings, Occupancy occupancy, Accounts accounts, Directories directories, Clock clock) {
        this.bookings = bookings;
        this.accounts = accounts;
        this.directories = directories;
        this.clock = clock;
        occupancy.follow(this);
    }

    /**
     * The requests on which {@code person} may decide, by first date; none for whom no manager is. What has lapsed is left out.
     *
     * @param site only those with a room there, if given
     */
    public List<Booking> of(Person person, Optional<SiteId> site) {
        Directory directory = directories.current();
        Instant now = clock.instant();
        RequestRights rights = new RequestRights(person, directory, accounts::person);
        return all().stream()
                .filter(rights::mayDecide)
                .filter(booking -> site.isEmpty() || isAt(booking, site.get(), directory))
                .filter(booking -> isOpen(booking, directory, now))
                .sorted(BY_FIRST_DATE)
                .toList();
    }

    /** Until when a request can be decided on; empty if {@code booking} does not wait for that. */
    public Optional<Instant> deadline(Booking booking) {
        return RequestDeadline.of(booking, directories.current());
    }

    private static boolean isOpen(Booking booking, Directory directory, Instant now) {
        return booking.state() == BookingState.REQUESTED
                ? !RequestDeadline.isOver(booking, directory, now)
                : booking.asking().anyMatch(date -> !RequestDeadline.isMoveOver(booking, date, directory, now));
    }

    /** When the first date begins that is asked for. */
    private static Instant first(Booking booking) {
        return askedFor(booking)
                .map(date -> date.time().start())
                .min(Comparator.naturalOrder())
                .orElseGet(() -> booking.occurrences().get(0).time().start());
    }

    private static Stream<Occurrence> askedFor(Booking booking) {
        return booking.state() == BookingState.REQUESTED
                ? booking.occupying()
                : booking.asking().flatMap(date -> date.asked().stream());
    }

    private static boolean isAt(Booking booking, SiteId site, Directory directory) {
        return askedFor(booking)
                .flatMap(date -> date.rooms().stream())
                .distinct()
                .flatMap(room -> directory.room(room).stream())
                .map(Room::site)
                .anyMatch(site::equals);
    }

    /** One at a time, so that whoever has just decided does not see what was read before; what is written meanwhile is read again. */
    private synchronized List<Booking> all() {
        if (isStale.getAndSet(false)) {
            try {
                known = bookings.requested();
            } catch (RuntimeException e) {
                isStale.set(true);
                throw e;
            }
        }
        return known;
    }

    @Override
    public void wrote(Holding holding, BookingWrite write) {
        if (write.changed().anyMatch(booking -> booking.askedAt().isPresent())) {
            isStale.set(true);
        }
    }

    /** Another node wrote; whether it was a request is not told. */
    @Override
    public void wrote(Holding holding) {
        isStale.set(true);
    }

    /** What others know well enough need not be read for this. */
    @Override
    public boolean knows(String root, long version) {
        return true;
    }
}
