package org.passerelle.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.placing.Placement;
import org.passerelle.booking.placing.Placing;
import org.passerelle.booking.placing.Plan;
import org.passerelle.booking.placing.Planner;
import org.passerelle.booking.placing.RoomChoice;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BookingRooms(
            Directories directories,
            Bookings bookings,
            Placing placing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.directories = directories;
        this.bookings = bookings;
        this.placing = placing;
        this.events = events;
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
        Optional<BookingResult> earlier = repeated(person, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Instant now = clock.instant();
        Directory directory = directories.current();
        RoomChoice choice = RoomChoice.of(order.rooms(), directory);
        if (!choice.unknown().isEmpty()) {
            return new BookingResult.Refused(choice.unknown());
        }
        Plan plan =
                Planner.plan(order.schedule(), choice.rooms(), BookingPolicy.horizon(choice.rooms(), directory, now));
        if (plan instanceof Plan.Impossible impossible) {
            return BookingResult.Refused.because(impossible.reason());
        }
        Plan.Dates dates = (Plan.Dates) plan;
        Proposal proposal = new Proposal(person, order.content(), dates.dates(), directory, now);
        Placement placement = placing.place(
                new Placement.Request(
                        proposal,
                        Placement.Standing.NOTHING,
                        order.onConflict(),
                        person.organisation(),
                        order.schedule().zone()),
                (placed, allowed) -> new Booking(
                        new Identity(request.id(), CalendarUid.random(), request.digest()),
                        Owner.of(person),
                        order.content(),
                        dates.schedule(),
                        order.rooms(),
                        placed.reacquiring(order.reacquire()),
                        Status.fresh(hold.isPresent() ? BookingState.HELD : allowed, hold.map(now::plus), now)),
                bookings::add);
        return result(placement, person, request);
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
            events.publishEvent(new BookingChanged(made.id(), BookingChanged.Kind.MADE));
            made.status().heldUntil().ifPresent(until -> events.publishEvent(new RoomsHeld(made.id(), until)));
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
