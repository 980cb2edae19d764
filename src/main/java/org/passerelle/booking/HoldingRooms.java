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
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.override.OverrideGrant;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
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

    /** Judged as of when it was asked for; a hold keeps what it found. */
    private BookingState confirmed(Booking held, Person person) {
        Directory directory = directories.current();
        List<Proposal.Date> dates = held.occupying()
                .map(date -> new Proposal.Date(date.recurrenceId(), date.time(), rooms(date, directory)))
                .toList();
        Proposal proposal = new Proposal(
                person,
                held.content(),
                dates,
                directory,
                held.status().shifted(),
                ProposalTerms.recurring(held.schedule().recurs())
                        .overriding(OverrideGrant.onRecord(held.status().overrides())));
        return BookingPolicy.needsApproval(proposal) ? BookingState.REQUESTED : BookingState.CONFIRMED;
    }

    private static List<Room> rooms(Occurrence date, Directory directory) {
        return date.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
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
