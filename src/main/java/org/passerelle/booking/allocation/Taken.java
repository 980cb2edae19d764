package org.passerelle.booking.allocation;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.booking.changelog.ActingPerson;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.Claims;
import org.passerelle.booking.policy.RequestDeadline;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks up who holds claims. A hold or a request that has lapsed but still stands in the way is released on the spot, so
 * nobody ever waits for an alarm clock.
 */
@Component
public class Taken {

    private static final int MOST_TRIES = 10;

    private final Bookings bookings;
    private final Directories directories;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Taken(Bookings bookings, Directories directories, ApplicationEventPublisher events, Clock clock) {
        this.bookings = bookings;
        this.directories = directories;
        this.events = events;
        this.clock = clock;
    }

    /** Bookings other than {@code own} that hold at least one of {@code claims} now. */
    List<Booking> byOthers(Collection<Long> claims, Optional<BookingId> own) {
        Instant now = clock.instant();
        Set<Long> wanted = Claims.setOf(claims);
        return bookings.holding(claims).stream()
                .filter(booking -> !own.equals(Optional.of(booking.id())))
                .flatMap(booking -> standing(booking, now).stream())
                .filter(booking -> Arrays.stream(booking.claims()).anyMatch(wanted::contains))
                .toList();
    }

    /** Those of {@code claims} that bookings other than {@code own} hold now. */
    Set<Long> among(Set<Long> claims, Optional<BookingId> own) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        return byOthers(claims, own).stream()
                .flatMap(booking -> Arrays.stream(booking.claims()).boxed())
                .filter(claims::contains)
                .collect(Collectors.toSet());
    }

    /**
     * The claims of {@code numbers} at some of {@code times} that bookings other than {@code own} hold now. Of a large pool
     * on many dates that is far less than all that could be held.
     */
    Set<Long> ofNumbers(Collection<Integer> numbers, Collection<Interval> times, Optional<BookingId> own) {
        if (numbers.isEmpty() || times.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        Set<Integer> counted = Set.copyOf(numbers);
        BitSet asked = new BitSet();
        List<Interval> slots = times.stream().map(Slots::rounded).toList();
        Instant first = slots.stream()
                .map(Interval::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end =
                slots.stream().map(Interval::end).max(Comparator.naturalOrder()).orElseThrow();
        long base = Slots.containing(first);
        slots.forEach(time -> asked.set((int) (Slots.first(time) - base), (int) (Slots.endExclusive(time) - base)));
        return bookings.occupying(numbers, Interval.of(first, end)).stream()
                .filter(booking -> !own.equals(Optional.of(booking.id())))
                .flatMap(booking -> standing(booking, now).stream())
                .flatMapToLong(booking -> Arrays.stream(booking.claims()))
                .filter(claim -> counted.contains(Claims.number(claim)))
                .filter(claim -> Claims.slot(claim) >= base && asked.get((int) (Claims.slot(claim) - base)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** The booking without what has lapsed of it, which is freed on the spot; empty once it holds nothing. */
    private Optional<Booking> standing(Booking booking, Instant now) {
        Optional<Booking> current = Optional.of(booking);
        for (int tries = 0; tries < MOST_TRIES && current.isPresent(); tries++) {
            Booking standing = current.get();
            if (standing.isVoid()) {
                return Optional.empty();
            }
            Optional<Booking> released = released(standing, now);
            if (released.isEmpty()) {
                return current;
            }
            if (byItself(released.get())) {
                events.publishEvent(new BookingChanged(standing.id(), BookingChanged.BookingChange.CANCELLED));
                return released.filter(left -> !left.isVoid());
            }
            // Somebody else changed its document: released it as well, perhaps, or confirmed it.
            current = bookings.find(standing.id());
        }
        return current;
    }

    /** The booking as it is once released, if it or a part of it has lapsed. */
    private Optional<Booking> released(Booking booking, Instant now) {
        return booking.status().hasLapsed(now)
                ? Optional.of(booking.cancelled(now))
                : RequestDeadline.lapsed(booking, directories.current(), now);
    }

    /** Whoever books meanwhile has no hand in it. */
    private boolean byItself(Booking released) {
        return ActingPerson.asNobody(() -> bookings.replace(released)) == Bookings.Write.WRITTEN;
    }
}
