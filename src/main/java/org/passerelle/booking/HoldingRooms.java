package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends holds: somebody confirms in time, or the hold lapses and its rooms are free again. */
@Component
public class HoldingRooms {

    private final OpeningBookings opening;
    private final EditRetry settling;
    private final Bookings bookings;
    private final Directories directories;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HoldingRooms(
            OpeningBookings opening,
            EditRetry settling,
            Bookings bookings,
            Directories directories,
            ApplicationEventPublisher events,
            Clock clock) {
        this.opening = opening;
        this.settling = settling;
        this.bookings = bookings;
        this.directories = directories;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a hold a booking, or a request where a manager must agree. What is firm already stays as it is. */
    public BookingResult confirm(Person person, BookingId id, Optional<Long> expectedVersion) {
        return settling.settle(person, id, expectedVersion, BookingChanged.BookingChange.CHANGED, () -> {
            Booking held = opening.forContent(person, id, expectedVersion);
            Instant now = clock.instant();
            if (held.status().hasLapsed(now) || held.isVoid()) {
                return new Placement.Refused(List.of(Reason.of(ReasonCode.HOLD_EXPIRED)));
            }
            if (held.state() != BookingState.HELD) {
                return new Placement.Unchanged(held);
            }
            return settling.replace(held.withStatus(
                    held.status().becoming(confirmed(held, opening.judged(person, held)), now)));
        });
    }

    /** Makes a hold a request, which a manager must agree to whatever the rules of its rooms; no other state changes. */
    public BookingResult ask(Person person, BookingId id) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking held = opening.forContent(person, id, Optional.empty());
            Instant now = clock.instant();
            if (held.status().hasLapsed(now) || held.isVoid()) {
                return new Placement.Refused(List.of(Reason.of(ReasonCode.HOLD_EXPIRED)));
            }
            return held.state() == BookingState.HELD
                    ? settling.replace(held.withStatus(held.status().becoming(BookingState.REQUESTED, now)))
                    : new Placement.Unchanged(held);
        });
    }

    private BookingState confirmed(Booking held, Person person) {
        Directory directory = directories.current();
        boolean mustAsk = held.rooms().stream().anyMatch(room -> mustAsk(room, person, directory));
        return mustAsk ? BookingState.REQUESTED : BookingState.CONFIRMED;
    }

    private static boolean mustAsk(RoomId name, Person person, Directory directory) {
        return directory
                .room(name)
                .filter(BookingRights.of(person)::needsApproval)
                .isPresent();
    }

    /**
     * Frees the rooms of a hold that has lapsed; does nothing if it was confirmed, released or does not lapse yet.
     *
     * @return whether it was freed now
     */
    public boolean release(BookingId id) {
        Instant now = clock.instant();
        Optional<Booking> lapsed =
                bookings.find(id).filter(booking -> booking.status().hasLapsed(now));
        boolean isFreed = lapsed.isPresent() && bookings.replace(lapsed.get().cancelled(now)) == Bookings.Write.WRITTEN;
        if (isFreed) {
            events.publishEvent(new BookingChanged(id, BookingChanged.BookingChange.CANCELLED));
        }
        return isFreed;
    }
}
