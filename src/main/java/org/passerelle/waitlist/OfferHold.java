package org.passerelle.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.HoldingRooms;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.springframework.stereotype.Component;

/**
 * Holds rooms for one who waits, as anybody would by asking for a hold. The id of the hold follows from the place in the
 * queue, so that a second try, after a crash or on another node, meets the first.
 */
@Component
class OfferHold {

    private static final Duration SHORTEST_HOLD = Duration.ofMinutes(1);

    /** More need not be known: whoever waits for one of them looks again when that one goes. */
    private static final int MOST_CONFLICTS = 20;

    /** Refusals that time does not heal. */
    private static final Set<ReasonCode> FOR_GOOD =
            Set.of(ReasonCode.IN_THE_PAST, ReasonCode.TOO_SOON, ReasonCode.NOT_ALLOWED, ReasonCode.UNKNOWN_ROOM);

    private final Accounts accounts;
    private final BookingRooms booking;
    private final HoldingRooms holding;
    private final CancellingBookings cancelling;
    private final ReadingBookings reading;
    private final Directories directories;
    private final WaitlistProperties settings;
    private final Clock clock;

    OfferHold(
            Accounts accounts,
            BookingRooms booking,
            HoldingRooms holding,
            CancellingBookings cancelling,
            ReadingBookings reading,
            Directories directories,
            WaitlistProperties settings,
            Clock clock) {
        this.accounts = accounts;
        this.booking = booking;
        this.holding = holding;
        this.cancelling = cancelling;
        this.reading = reading;
        this.directories = directories;
        this.settings = settings;
        this.clock = clock;
    }

    /** How it ended. */
    sealed interface Attempt {

        /** The hold that there is now, or was made before and may have been confirmed or released since. */
        record Made(Booking hold) implements Attempt {}

        /** Rooms are taken, by these among others; by none when they went away meanwhile. */
        record Blocked(Set<BookingId> by) implements Attempt {}

        /** Rules forbid it, now or for good. */
        record Refused(boolean forGood) implements Attempt {}
    }

    Attempt attempt(WaitlistEntry entry) {
        Optional<Person> person = accounts.person(entry.person());
        if (person.isEmpty()) {
            return new Attempt.Refused(true);
        }
        try {
            Instant start = booking.outlook(person.get(), entry.order()).start();
            return attempt(booking.book(person.get(), entry.order(), Optional.of(holdFor(start)), key(entry)));
        } catch (IllegalRooms | EmptySchedule changedDirectory) {
            return new Attempt.Refused(true);
        }
    }

    /**
     * The bookings that hold what {@code entry} waits for. None also when that does not tell whether it could be had: of a
     * pool another unit, and of a series other dates.
     */
    Set<BookingId> inTheWayOf(WaitlistEntry entry) {
        Directory directory = directories.current();
        boolean isPlain = entry.order().onConflict() == OnConflict.REJECT
                && entry.order().rooms().stream()
                        .flatMap(room -> directory.room(room).stream())
                        .noneMatch(Room::isCountable);
        if (!isPlain) {
            return Set.of();
        }
        return accounts
                .person(entry.person())
                .map(person -> booking.outlook(person, entry.order()).claims())
                .map(reading::holding)
                .stream()
                .flatMap(List::stream)
                .map(Booking::id)
                .collect(Collectors.toSet());
    }

    private Attempt attempt(BookingResult result) {
        if (result instanceof BookingResult.Done done) {
            return new Attempt.Made(done.booking());
        }
        if (result instanceof BookingResult.DoneBefore before) {
            return new Attempt.Made(before.booking());
        }
        if (result instanceof BookingResult.Occupied occupied) {
            return new Attempt.Blocked(inTheWay(occupied.conflicts()));
        }
        boolean forGood = !(result instanceof BookingResult.Refused refused)
                || refused.reasons().stream().anyMatch(reason -> FOR_GOOD.contains(reason.code()));
        return new Attempt.Refused(forGood);
    }

    private static RequestKey key(WaitlistEntry entry) {
        return RequestKey.repeatable(entry.person(), "waitlist:" + entry.id(), entry.id());
    }

    /** An offer does not outlast the beginning of what is offered. */
    private Duration holdFor(Instant start) {
        Duration left = start.equals(Instant.MAX) ? settings.hold() : Duration.between(clock.instant(), start);
        Duration longest = left.compareTo(settings.hold()) < 0 ? left : settings.hold();
        return longest.compareTo(SHORTEST_HOLD) < 0 ? SHORTEST_HOLD : longest;
    }

    private Set<BookingId> inTheWay(List<Conflict> conflicts) {
        return conflicts.stream()
                .limit(MOST_CONFLICTS)
                .map(conflict -> directories.current().room(conflict.room()).stream()
                        .flatMap(room -> reading.holding(List.of(room), conflict.taken()).stream())
                        .toList())
                .flatMap(Collection::stream)
                .map(Booking::id)
                .collect(Collectors.toSet());
    }

    /** What has become of an offer; releases it if it has lapsed. */
    WaitlistState standing(WaitlistEntry.HoldOffer offer) {
        Instant now = clock.instant();
        Optional<Booking> hold = reading.find(offer.booking());
        if (hold.isEmpty()) {
            return WaitlistState.EXPIRED;
        }
        if (hold.get().status().hasLapsed(now)) {
            holding.release(offer.booking());
            return WaitlistState.EXPIRED;
        }
        return switch (hold.get().state()) {
            case HELD -> WaitlistState.OFFERED;
            case REQUESTED, CONFIRMED, DECLINED -> WaitlistState.TAKEN;
            case CANCELLED -> offer.until().isAfter(now) ? WaitlistState.LEFT : WaitlistState.EXPIRED;
        };
    }

    /** Frees what is still held for somebody who has left the queue. */
    void giveBack(WaitlistEntry entry) {
        BookingId hold = key(entry).id();
        boolean isHeld = reading.find(hold)
                .filter(each -> each.state() == BookingState.HELD)
                .isPresent();
        if (isHeld) {
            accounts.person(entry.person()).ifPresent(person -> cancelling.cancel(person, hold, Optional.empty()));
        }
    }
}
