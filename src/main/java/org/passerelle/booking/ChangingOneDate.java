package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.allocation.Placing;
import org.passerelle.booking.allocation.RoomChoice;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.override.OverrideRights;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.policy.ProposalTerms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Moves one date of a booking in time or to other rooms, and leaves its other dates alone. */
@Component
public class ChangingOneDate {

    private final OpeningBookings opening;
    private final Directories directories;
    private final Placing placing;
    private final EditRetry settling;
    private final Bookings bookings;
    private final Clock clock;

    ChangingOneDate(
            OpeningBookings opening,
            Directories directories,
            Placing placing,
            EditRetry settling,
            Bookings bookings,
            Clock clock) {
        this.opening = opening;
        this.directories = directories;
        this.placing = placing;
        this.settling = settling;
        this.bookings = bookings;
        this.clock = clock;
    }

    /**
     * Moves one date, or gives it other rooms. One that was called off, or left out when the series was booked, is put back by
     * an edit that names its start.
     *
     * @param recurrenceId the start that the rule gave the date
     * @throws UnknownBooking if there is no such booking or date
     */
    public BookingResult change(
            Person person, BookingId id, Instant recurrenceId, Optional<Long> expectedVersion, OccurrenceEdit edit) {
        return settling.settle(person, id, expectedVersion, BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, expectedVersion);
            Occurrence date = old.occurrenceOrLeftOut(recurrenceId).orElseThrow(() -> unknown(old, recurrenceId));
            Instant now = clock.instant();
            boolean putsBack =
                    date.state() == OccurrenceState.CANCELLED && edit.start().isPresent();
            Optional<Reason> refusal = opening.ended(old)
                    .or(() -> putsBack ? Optional.empty() : over(date))
                    .or(() -> putsBack ? Optional.empty() : begun(date, now));
            if (refusal.isPresent()) {
                return new Placement.Refused(List.of(refusal.get()));
            }
            Interval time = edit.of(date.time(), old.schedule());
            List<RoomId> had = date.roomsOr(old.rooms());
            List<RoomId> wished = edit.rooms().orElse(had);
            Optional<Reason> notTheirs = new OverrideRights(person, directories.current())
                    .objection(
                            edit.override(),
                            Stream.concat(wished.stream(), old.occupying().flatMap(other -> other.rooms().stream()))
                                    .collect(Collectors.toSet()));
            if (notTheirs.isPresent()) {
                return new Placement.Refused(List.of(notTheirs.get()));
            }
            Target target = new Target(
                    time,
                    wished,
                    now,
                    ProposalTerms.recurring(old.schedule().recurs()).overriding(edit.override(), person.id()));
            return asRequested(old, date, target)
                    .orElseGet(() -> move(
                            opening.judged(person, old),
                            old,
                            date,
                            target,
                            moved -> putsBack ? moved.standingInAs(date) : moved));
        });
    }

    /**
     * Does without what is asked for in the place of one date, which stays as it is.
     *
     * @throws UnknownBooking if there is no such booking or date
     * @throws NotYourBooking if {@code person} may not change it
     */
    public BookingResult withdraw(Person person, BookingId id, Instant recurrenceId) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, Optional.empty());
            Occurrence date = date(old, recurrenceId);
            return date.openRequest().isEmpty()
                    ? new Placement.Unchanged(old)
                    : settling.replace(withdrawn(old, date, clock.instant()));
        });
    }

    /** Where a date is to go, judged as of {@code now} on {@code terms}. */
    record Target(Interval time, List<RoomId> rooms, Instant now, ProposalTerms terms) {

        boolean is(Interval other, List<RoomId> inRooms) {
            return time.equals(other)
                    && rooms.stream()
                            .sorted()
                            .toList()
                            .equals(inRooms.stream().sorted().toList());
        }
    }

    /** What needs no placing: what is asked for already, and to have the date after all as it stands. */
    private Optional<Placement> asRequested(Booking old, Occurrence date, Target target) {
        if (date.openRequest()
                .filter(move -> target.is(move.time(), move.rooms()))
                .isPresent()) {
            return Optional.of(new Placement.Unchanged(old));
        }
        boolean isWithdrawn = date.openRequest().isPresent() && date.occupies() && target.is(date.time(), date.rooms());
        return isWithdrawn ? Optional.of(settling.replace(withdrawn(old, date, target.now()))) : Optional.empty();
    }

    /** The booking, in which nothing is asked for any more in the place of {@code date}. */
    static Booking withdrawn(Booking booking, Occurrence date, Instant now) {
        return booking.with(date, date.withoutOpenRequest())
                .withStatus(booking.status().edited(now));
    }

    /**
     * Places {@code date} anew; {@code finish} has the last word on what becomes of it. Of a booking that is firm only this date
     * is asked for where that needs somebody's agreement: until it is given the date stays as it is, and holds both.
     */
    Placement move(Person person, Booking old, Occurrence date, Target target, UnaryOperator<Occurrence> finish) {
        Directory directory = directories.current();
        RoomChoice choice = RoomChoice.of(target.rooms(), directory);
        if (!choice.unknown().isEmpty()) {
            return new Placement.Refused(choice.unknown());
        }
        List<Occurrence> others =
                old.occurrences().stream().filter(other -> !other.equals(date)).toList();
        Proposal proposal = new Proposal(
                person,
                old.content(),
                List.of(new Proposal.Date(
                        date.recurrenceId(),
                        target.time(),
                        choice.rooms(),
                        Optional.of(Proposal.HeldDate.of(date, old.content())).filter(held -> date.occupies()))),
                directory,
                target.now(),
                target.terms());
        boolean isFirm = others.isEmpty() && BookingEditor.needsNobody(proposal);
        Booking rest = old.withDates(old.dates().withoutLeftOut(date.recurrenceId()));
        return placing.place(
                new Placement.Request(
                        proposal,
                        new Placement.StandingDates(Optional.of(old.id()), others, List.of()),
                        OnConflict.REJECT,
                        old.owner(),
                        old.schedule().zone()),
                (placed, allowed) -> {
                    Instant now = clock.instant();
                    boolean asks = old.state() == BookingState.CONFIRMED && allowed == BookingState.REQUESTED;
                    return rest.withOccurrences(placed.occurrences().stream()
                                    .map(each -> each.recurrenceId().equals(date.recurrenceId())
                                            ? asks ? date.asking(finish.apply(each), now) : finish.apply(each)
                                            : each)
                                    .toList())
                            .withStatus(
                                    asks
                                            ? old.status().edited(now)
                                            : BookingEditor.rescheduled(old, allowed, isFirm, now));
                },
                bookings::replace);
    }

    static Occurrence date(Booking booking, Instant recurrenceId) {
        return booking.occurrence(recurrenceId).orElseThrow(() -> unknown(booking, recurrenceId));
    }

    private static UnknownBooking unknown(Booking booking, Instant recurrenceId) {
        return new UnknownBooking(booking.id() + " on " + recurrenceId);
    }

    private static Optional<Reason> over(Occurrence date) {
        return date.state() == OccurrenceState.PLANNED
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.NOT_ALLOWED, "over").on(date.recurrenceId()));
    }

    private static Optional<Reason> begun(Occurrence date, Instant now) {
        return date.time().start().isAfter(now)
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.IN_THE_PAST).on(date.recurrenceId()));
    }
}
