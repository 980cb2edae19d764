package org.passerelle.booking.reacquire;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.allocation.Placing;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.MissedDate;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.override.OverrideGrant;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.Conflict;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts dates that lack rooms into the rooms they were to have, in one write of their booking. The rules are judged as if
 * its organiser asked now; what would have to be approved anew is left as it is.
 */
@Component
class Reacquire {

    private final Accounts accounts;
    private final Placing placing;
    private final Bookings bookings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reacquire(Accounts accounts, Placing placing, Bookings bookings, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.placing = placing;
        this.bookings = bookings;
        this.events = events;
        this.clock = clock;
    }

    /** How it ended. */
    enum ReacquireAttempt {
        WON,
        /** Somebody else was faster; it is worth another look at who. */
        OVERTAKEN,
        /** There was nothing to be had, or rules forbid it. */
        IN_VAIN
    }

    /** Has as many of {@code dates} as can be had. */
    ReacquireAttempt winBack(Booking booking, List<MissedDate> dates, Directory directory) {
        Optional<Person> organiser = accounts.person(booking.owner().organiser());
        List<MissedDate> left = dates;
        ReacquireAttempt ending = ReacquireAttempt.IN_VAIN;
        while (organiser.isPresent() && !left.isEmpty()) {
            Proposal proposal = proposal(booking, organiser.get(), left, directory);
            if (BookingPolicy.decide(proposal) instanceof BookingDecision.NeedsApproval
                    && booking.state() == BookingState.CONFIRMED) {
                return ending;
            }
            Placement placement = place(booking, proposal);
            if (placement instanceof Placement.Placed) {
                events.publishEvent(new BookingChanged(booking.id(), BookingChanged.BookingChange.CHANGED));
                return ReacquireAttempt.WON;
            }
            ending = placement instanceof Placement.Refused ? ending : ReacquireAttempt.OVERTAKEN;
            Set<Instant> hopeless = hopeless(placement);
            List<MissedDate> hopeful = left.stream()
                    .filter(date -> !hopeless.contains(date.recurrenceId()))
                    .toList();
            left = hopeful.size() < left.size() ? hopeful : List.of();
        }
        return ending;
    }

    private Proposal proposal(Booking booking, Person organiser, List<MissedDate> missed, Directory directory) {
        List<Proposal.Date> dates = missed.stream()
                .map(date -> new Proposal.Date(
                        date.recurrenceId(),
                        date.time(),
                        Obstacles.rooms(date, booking, directory).orElseThrow()))
                .toList();
        return new Proposal(
                organiser,
                booking.content(),
                dates,
                directory,
                clock.instant(),
                ProposalTerms.recurring(booking.schedule().recurs())
                        .withinPolicy()
                        .overriding(OverrideGrant.onRecord(booking.status().overrides())));
    }

    private Placement place(Booking booking, Proposal proposal) {
        Set<Instant> won =
                proposal.dates().stream().map(Proposal.Date::recurrenceId).collect(Collectors.toSet());
        List<Occurrence> others = booking.occurrences().stream()
                .filter(date -> !won.contains(date.recurrenceId()))
                .toList();
        List<Skipped> leftOut = booking.skipped().stream()
                .filter(date -> !won.contains(date.time().start()))
                .toList();
        return placing.place(
                new Placement.Request(
                        proposal,
                        new Placement.StandingDates(Optional.of(booking.id()), others, List.of()),
                        OnConflict.REJECT,
                        booking.owner(),
                        booking.schedule().zone()),
                (placed, allowed) -> booking.withDates(new Booking.Dates(
                                placed.occurrences(), leftOut, booking.dates().reacquire()))
                        .withStatus(booking.status().rescheduled(proposal.now())),
                bookings::replace);
    }

    /** The dates because of which it failed; none when it was not because of any. */
    private static Set<Instant> hopeless(Placement placement) {
        if (placement instanceof Placement.Blocked blocked) {
            return blocked.conflicts().stream().map(Conflict::recurrenceId).collect(Collectors.toSet());
        }
        if (placement instanceof Placement.Refused refused) {
            return refused.reasons().stream()
                    .map(Reason::recurrenceId)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        }
        return Set.of();
    }
}
