package org.passerelle.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.springframework.stereotype.Component;

/** Has a date last longer in the rooms it has, by the rules and the one write by which anything comes to occupy a room. */
@Component
class ExtendBooking {

    private final ChangingOneDate moving;
    private final ReadingBookings reading;
    private final Directories directories;
    private final Clock clock;

    ExtendBooking(ChangingOneDate moving, ReadingBookings reading, Directories directories, Clock clock) {
        this.moving = moving;
        this.reading = reading;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Nothing is written if it lasts so long already. What people sit in cannot wait for anybody's agreement, so where that
     * is needed a date that has begun is refused.
     *
     * @param finish has the last word on what becomes of the date
     */
    Placement lengthen(
            Person person, Booking booking, Occurrence date, Instant until, UnaryOperator<Occurrence> finish) {
        Interval time = date.time();
        if (until.equals(time.end())) {
            return new Placement.Unchanged(booking);
        }
        if (until.isBefore(time.end())) {
            return refused(
                    Reason.of(ReasonCode.TOO_SHORT, "extend", time.length().toString()), date);
        }
        List<Room> rooms = rooms(date);
        if (!clock.instant().isBefore(time.start())
                && decide(person, booking, date, rooms, until) instanceof BookingDecision.NeedsApproval asking) {
            return refused(asking.grounds().get(0), date);
        }
        var target = new ChangingOneDate.Target(
                Interval.of(time.start(), until),
                date.rooms(),
                judgedAt(date, rooms),
                ProposalTerms.recurring(booking.schedule().recurs()));
        return moving.move(
                person,
                booking,
                date,
                target,
                longer -> finish.apply(longer.standingInAs(date).in(date.state())));
    }

    /** The notice was given when the date was booked; staying on in the same room needs none. */
    private Instant judgedAt(Occurrence date, List<Room> rooms) {
        return Interval.earlier(clock.instant(), date.time().start().minus(BookingBounds.longestNotice(rooms)));
    }

    /**
     * The latest end that {@link #lengthen} could give {@code date}, at the start of a slot and at most {@code most} after its
     * end: until others have one of its rooms, or a rule forbids more. Its own end if it can last no longer at all. Whether
     * lines are left for its conference only shows when it is tried.
     */
    Instant latestEnd(Person person, Booking booking, Occurrence date, Duration most) {
        Instant end = date.time().end();
        List<Room> rooms = rooms(date);
        Instant free = Interval.earlier(end.plus(most), othersHaveIt(booking, date, rooms, most));
        Instant until = Slots.start(Slots.containing(free));
        while (until.isAfter(end) && !isAllowed(person, booking, date, rooms, until)) {
            until = until.minus(Slots.LENGTH);
        }
        return until.isAfter(end) ? until : end;
    }

    /** When others have the first of its rooms, what is kept free around both reckoned in. */
    private Instant othersHaveIt(Booking booking, Occurrence date, List<Room> rooms, Duration most) {
        List<Room> own = rooms.stream().filter(room -> !room.isCountable()).toList();
        Instant end = date.time().end();
        return date.places().stream()
                .filter(place -> own.stream().anyMatch(room -> room.id().equals(place.room())))
                .flatMap(place -> {
                    Duration after = Duration.between(end, place.occupied().end());
                    Interval window = Interval.of(end, end.plus(most).plus(after));
                    return reading.holding(own, window).stream()
                            .flatMap(RequestedMoves::with)
                            .flatMap(holder -> others(holder, booking, date))
                            .flatMap(other -> other.places().stream())
                            .filter(other -> place.numbers().stream().anyMatch(other::holds))
                            .filter(other -> other.claimed().end().isAfter(end))
                            .map(other -> latestEnd(place, after, other));
                })
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Both keep their time free, unless the longer one serves both. */
    private static Instant latestEnd(Place place, Duration after, Place next) {
        Instant free = next.claimed().start();
        return place.setUp().isPresent() && next.setUp().isPresent()
                ? Interval.earlier(
                        free,
                        Slots.rounded(next.setUp().get().meeting()).start().minus(after))
                : free.minus(after);
    }

    private static Stream<Occurrence> others(Booking holder, Booking booking, Occurrence date) {
        return holder.occupying()
                .filter(other -> !holder.id().equals(booking.id())
                        || !other.recurrenceId().equals(date.recurrenceId()));
    }

    private boolean isAllowed(Person person, Booking booking, Occurrence date, List<Room> rooms, Instant until) {
        BookingDecision decision = decide(person, booking, date, rooms, until);
        return decision instanceof BookingDecision.Accepted
                || decision instanceof BookingDecision.NeedsApproval && !date.hasBegun(clock.instant());
    }

    private BookingDecision decide(Person person, Booking booking, Occurrence date, List<Room> rooms, Instant until) {
        Proposal.Date longer = new Proposal.Date(
                date.recurrenceId(),
                Interval.of(date.time().start(), until),
                rooms,
                Optional.of(Proposal.HeldDate.of(date, booking.content())));
        return BookingPolicy.decide(new Proposal(
                person,
                booking.content(),
                List.of(longer),
                directories.current(),
                judgedAt(date, rooms),
                ProposalTerms.recurring(booking.schedule().recurs())));
    }

    private List<Room> rooms(Occurrence date) {
        Directory directory = directories.current();
        return date.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
    }

    private static Placement refused(Reason reason, Occurrence date) {
        return new Placement.Refused(List.of(reason.on(date.recurrenceId())));
    }
}
