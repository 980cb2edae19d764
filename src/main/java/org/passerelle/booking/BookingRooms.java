package org.passerelle.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.allocation.Placing;
import org.passerelle.booking.allocation.Plan;
import org.passerelle.booking.allocation.Planner;
import org.passerelle.booking.allocation.RoomChoice;
import org.passerelle.booking.caps.BookingRates;
import org.passerelle.booking.caps.CapLimit;
import org.passerelle.booking.changelog.ActingPerson;
import org.passerelle.booking.deputy.Booker;
import org.passerelle.booking.event.DatesMissed;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.model.Status;
import org.passerelle.booking.override.OverrideRights;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes bookings: all rooms on all dates, or nothing. */
@Component
public class BookingRooms {

    /** The longest that rooms can be held without confirming. */
    public static final Duration LONGEST_HOLD = Duration.ofHours(24);

    private final Directories directories;
    private final Bookings bookings;
    private final Placing placing;
    private final InvitingAttendees inviting;
    private final ApplicationEventPublisher events;
    private final BookingRates rates;
    private final BookingAttempts attempts;
    private final Clock clock;

    BookingRooms(
            Directories directories,
            Bookings bookings,
            Placing placing,
            InvitingAttendees inviting,
            ApplicationEventPublisher events,
            BookingRates rates,
            BookingAttempts attempts,
            Clock clock) {
        this.directories = directories;
        this.bookings = bookings;
        this.placing = placing;
        this.inviting = inviting;
        this.events = events;
        this.rates = rates;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Books what {@code order} asks for, under the id that {@code request} brings.
     *
     * @param hold for how long to keep the rooms until somebody confirms; empty to book outright
     * @throws IllegalRooms if the rooms named exclude each other
     * @throws EmptySchedule if the recurrence has no date
     */
    public BookingResult book(Person person, BookingOrder order, Optional<Duration> hold, RequestKey request) {
        return book(Booker.self(person), order, hold, request);
    }

    /** As {@link #book(Person, BookingOrder, Optional, RequestKey)}, perhaps in the name of somebody else. */
    public BookingResult book(Booker booker, BookingOrder order, Optional<Duration> hold, RequestKey request) {
        BookingAttemptListener.Act act =
                hold.isPresent() ? BookingAttemptListener.Act.HOLD : BookingAttemptListener.Act.BOOK;
        return attempts.ended(act, ActingPerson.as(booker.actor(), () -> attempt(booker, order, hold, request)));
    }

    private BookingResult attempt(Booker booker, BookingOrder order, Optional<Duration> hold, RequestKey request) {
        Person person = booker.principal();
        Optional<BookingResult> earlier = repeated(person, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<CapLimit> limits = CapLimit.of(
                Owner.of(person), Optional.of(person), directories.current().caps());
        Optional<Reason> tooFast = rates.take(limits);
        if (tooFast.isPresent()) {
            return BookingResult.Refused.because(tooFast.get());
        }
        boolean booked = false;
        try {
            BookingResult result = bookNew(booker, order, hold, request);
            booked = result instanceof BookingResult.Done;
            return result;
        } finally {
            if (!booked) {
                rates.giveBack(limits);
            }
        }
    }

    private BookingResult bookNew(Booker booker, BookingOrder order, Optional<Duration> hold, RequestKey request) {
        Person person = booker.principal();
        Instant now = clock.instant();
        Directory directory = directories.current();
        RoomChoice choice = RoomChoice.of(order, directory);
        if (!choice.unknown().isEmpty()) {
            return new BookingResult.Refused(choice.unknown());
        }
        Optional<Reason> notTheirs =
                new OverrideRights(booker.actor(), directory).objection(order.override(), order.rooms());
        if (notTheirs.isPresent()) {
            return BookingResult.Refused.because(notTheirs.get());
        }
        Plan plan = Planner.plan(
                order.schedule(), choice.rooms(), () -> BookingPolicy.horizon(choice.rooms(), directory, now));
        if (plan instanceof Plan.Impossible impossible) {
            return BookingResult.Refused.because(impossible.reason());
        }
        Plan.PlannedDates dates = (Plan.PlannedDates) plan;
        ProposalTerms terms = ProposalTerms.of(order)
                .overriding(order.override(), booker.actor().id());
        Proposal proposal = new Proposal(person, order.content(), dates.dates(), directory, now, terms);
        Placement placement = inviting.place(
                person,
                List.of(),
                order.content().attendees(),
                () -> placing.place(
                        new Placement.Request(
                                proposal,
                                Placement.StandingDates.NOTHING,
                                order.onConflict(),
                                booker.owner(),
                                order.schedule().zone()),
                        (placed, allowed) -> new Booking(
                                new Identity(request.id(), CalendarUid.random(), request.digest()),
                                booker.owner(),
                                order.content(),
                                dates.schedule(),
                                order.rooms(),
                                placed.reacquiring(order.reacquire()),
                                Status.fresh(hold.isPresent() ? BookingState.HELD : allowed, hold.map(now::plus), now)),
                        bookings::add));
        return result(placement, person, request);
    }

    /**
     * What the rules say of {@code order} now, and what it would claim. Books nothing, and does not ask what is free.
     *
     * @throws IllegalRooms if the rooms named exclude each other
     * @throws EmptySchedule if the recurrence has no date
     */
    public Assessment outlook(Person person, BookingOrder order) {
        Instant now = clock.instant();
        Directory directory = directories.current();
        RoomChoice choice = RoomChoice.of(order, directory);
        if (!choice.unknown().isEmpty()) {
            return Assessment.impossible(choice.unknown());
        }
        Plan plan = Planner.plan(
                order.schedule(), choice.rooms(), () -> BookingPolicy.horizon(choice.rooms(), directory, now));
        if (plan instanceof Plan.Impossible impossible) {
            return Assessment.impossible(List.of(impossible.reason()));
        }
        List<Proposal.Date> dates = ((Plan.PlannedDates) plan).dates();
        Proposal proposal = new Proposal(person, order.content(), dates, directory, now, ProposalTerms.of(order));
        BookingDecision decision = placing.decide(proposal);
        List<Reason> objections = decision instanceof BookingDecision.Refused refused ? refused.reasons() : List.of();
        return new Assessment(
                objections.stream()
                        .filter(reason -> order.onConflict() == OnConflict.REJECT || !isOfADate(reason))
                        .toList(),
                dates.stream()
                        .flatMap(date -> date.rooms().stream()
                                .flatMapToLong(room -> Planner.claims(room, date.time()))
                                .boxed())
                        .collect(Collectors.toSet()),
                dates.get(0).time().start());
    }

    /** Whether such a date would be left out of a series that may have dates left out. */
    private static boolean isOfADate(Reason reason) {
        return reason.code() == ReasonCode.SITE_CLOSED || reason.code() == ReasonCode.OUTSIDE_OPENING_HOURS;
    }

    /** What was made under the same key, even while this request was tried and failed because of it. */
    private Optional<BookingResult> repeated(Person person, RequestKey request) {
        return request.isRepeatable()
                ? bookings.find(request.id()).map(earlier -> repeated(earlier, person, request))
                : Optional.empty();
    }

    private BookingResult result(Placement placement, Person person, RequestKey request) {
        if (placement instanceof Placement.Placed placed) {
            Booking made = placed.booking();
            if (made.missesRooms()) {
                events.publishEvent(new DatesMissed(made.id()));
            }
            return new BookingResult.Done(made);
        }
        if (placement instanceof Placement.Blocked blocked) {
            return repeated(person, request).orElseGet(() -> new BookingResult.Occupied(blocked.conflicts()));
        }
        if (placement instanceof Placement.Refused refused) {
            return repeated(person, request).orElseGet(() -> new BookingResult.Refused(refused.reasons()));
        }
        Booking earlier = bookings.find(request.id())
                .orElseThrow(() -> new UnknownBooking(request.id().value()));
        return repeated(earlier, person, request);
    }

    private static BookingResult repeated(Booking earlier, Person person, RequestKey request) {
        boolean same = earlier.identity().requestDigest().equals(request.digest())
                && earlier.owner().organiser().equals(person.id());
        return same ? new BookingResult.DoneBefore(earlier) : new BookingResult.KeyReused();
    }
}
