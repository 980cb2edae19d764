package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.decision.Cancellation;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Skipped;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.springframework.stereotype.Component;

/**
 * Calls bookings off: a whole one, one date, or a date and all that follow. What is over stays on record; what is under way is
 * called off like what is to come, whoever has arrived.
 */
@Component
public class CancellingBookings {

    private final OpeningBookings opening;
    private final EditRetry settling;
    private final Clock clock;

    CancellingBookings(OpeningBookings opening, EditRetry settling, Clock clock) {
        this.opening = opening;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * Calls the whole booking off and frees its rooms. Doing it again changes nothing.
     *
     * @throws UnknownBooking if there is none
     * @throws NotYourBooking if {@code person} may not change it
     */
    public BookingResult cancel(Person person, BookingId id, Optional<Long> expectedVersion) {
        return settling.settle(person, id, expectedVersion, BookingChanged.BookingChange.CANCELLED, () -> {
            Booking old = opening.forChange(person, id, Optional.empty());
            if (old.isVoid()) {
                return new Placement.Unchanged(old);
            }
            opening.forChange(person, id, expectedVersion);
            Instant now = clock.instant();
            return settling.replace(old.cancelled(now, cancellation(Optional.of(person), old, "", now)));
        });
    }

    /**
     * Drops one date, which frees its rooms; the booking is cancelled with its last date. One that was left out when the series
     * was booked is done without for good: it is won back no more.
     */
    public BookingResult cancelDate(Person person, BookingId id, Instant recurrenceId, Optional<Long> expectedVersion) {
        return settling.settle(person, id, expectedVersion, BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, Optional.empty());
            Optional<Skipped> leftOut = old.leftOut(recurrenceId);
            if (leftOut.isPresent()) {
                opening.forChange(person, id, expectedVersion);
                return settling.replace(declined(old, leftOut.get()));
            }
            Occurrence date = ChangingOneDate.date(old, recurrenceId);
            if (date.state() == OccurrenceState.CANCELLED && date.openRequest().isEmpty()) {
                return new Placement.Unchanged(old);
            }
            opening.forChange(person, id, expectedVersion);
            if (date.state() == OccurrenceState.CANCELLED) {
                return settling.replace(ChangingOneDate.withdrawn(old, date, clock.instant()));
            }
            if (!date.state().occupies() || date.state() == OccurrenceState.ENDED) {
                return new Placement.Refused(
                        List.of(Reason.of(ReasonCode.NOT_ALLOWED, "over").on(recurrenceId)));
            }
            Instant now = clock.instant();
            if (!date.isAhead(now)) {
                return new Placement.Refused(
                        List.of(Reason.of(ReasonCode.IN_THE_PAST).on(recurrenceId)));
            }
            List<Occurrence> left = old.occurrences().stream()
                    .map(each ->
                            each.equals(date) ? each.calledOff(cancellation(Optional.of(person), old, "", now)) : each)
                    .toList();
            return settling.replace(withDates(old, left, now));
        });
    }

    /**
     * Drops several dates of a booking of one's own in one write, of those that are named and neither over nor gone; the booking is
     * cancelled with its last date.
     *
     * @param names of dates by their recurrence ids; what is none of the booking is passed over
     * @throws NotYourBooking if it is somebody else's by now, whatever else gives {@code person} a hand in it
     */
    public BookingResult cancelDates(Person person, BookingId id, Set<Instant> names) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, Optional.empty());
            if (!old.owner().organiser().equals(person.id())) {
                throw new NotYourBooking(id, person.id());
            }
            Instant now = clock.instant();
            Optional<Cancellation> noted = cancellation(Optional.of(person), old, "", now);
            List<Occurrence> left = old.occurrences().stream()
                    .map(date -> names.contains(date.recurrenceId()) && date.occupies() && date.isAhead(now)
                            ? date.calledOff(noted)
                            : date)
                    .toList();
            return old.isVoid() || left.equals(old.occurrences())
                    ? new Placement.Unchanged(old)
                    : settling.replace(withDates(old, left, now));
        });
    }

    /** Ends a series before one of its dates, none later than which has begun; with nothing before, cancels the whole. */
    public BookingResult cancelFollowing(
            Person person, BookingId id, Instant recurrenceId, Optional<Long> expectedVersion) {
        return settling.settle(person, id, expectedVersion, BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, expectedVersion);
            ChangingOneDate.date(old, recurrenceId);
            Instant now = clock.instant();
            if (old.isVoid()) {
                return new Placement.Unchanged(old);
            }
            if (SeriesCut.isWhole(old, recurrenceId)) {
                return settling.replace(old.cancelled(now, cancellation(Optional.of(person), old, "", now)));
            }
            SeriesCut cut = SeriesCut.at(old, recurrenceId, now);
            List<Reason> begun = cut.later().occurrences().stream()
                    .filter(Occurrence::occupies)
                    .filter(date -> date.time().start().isBefore(now))
                    .map(date -> Reason.of(ReasonCode.IN_THE_PAST).on(date.recurrenceId()))
                    .toList();
            return begun.isEmpty() ? settling.replace(cut.earlier()) : new Placement.Refused(begun);
        });
    }

    /** What is noted on the dates: nothing if it is the organiser, without a word, who calls them off. */
    static Optional<Cancellation> cancellation(Optional<Person> by, Booking booking, String message, Instant now) {
        boolean isOwn =
                by.map(Person::id).filter(booking.owner().organiser()::equals).isPresent();
        return isOwn && message.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cancellation(by.map(Person::id), now, message));
    }

    private Booking declined(Booking old, Skipped leftOut) {
        Instant name = leftOut.time().start();
        Booking.Dates rest = old.dates().withoutLeftOut(name);
        List<Occurrence> all = Stream.concat(
                        rest.occurrences().stream(), Stream.of(Occurrence.calledOff(name, leftOut.time())))
                .toList();
        return old.withDates(new Booking.Dates(all, rest.skipped(), rest.reacquire()))
                .withStatus(old.status().edited(clock.instant()));
    }

    /** The booking with {@code left} in the place of its dates; called off as a whole if all of these are. */
    static Booking withDates(Booking old, List<Occurrence> left, Instant now) {
        boolean none = left.stream()
                .allMatch(each -> each.state() == OccurrenceState.CANCELLED
                        && each.openRequest().isEmpty());
        Booking changed = old.withOccurrences(left).withStatus(old.status().rescheduled(now));
        return none ? changed.withStatus(changed.status().becoming(BookingState.CANCELLED, now)) : changed;
    }
}
