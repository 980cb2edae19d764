package org.passerelle.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * What happens in the room: people come, leave early, or stay longer when nobody else has the room; or nobody comes, and it is
 * given back.
 */
@Component
public class Attendance {

    /** How long before its start a date can be checked in to. */
    public static final Duration EARLIEST_CHECK_IN = Duration.ofMinutes(30);

    /** It must be said which date of a series is meant. */
    public static class DateNotNamed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DateNotNamed(BookingId booking) {
            super("No date of " + booking + " is named, and not just one may be meant");
        }
    }

    private final OpeningBookings opening;
    private final ExtendBooking lengthening;
    private final EditRetry settling;
    private final Clock clock;

    Attendance(OpeningBookings opening, ExtendBooking lengthening, EditRetry settling, Clock clock) {
        this.opening = opening;
        this.lengthening = lengthening;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * Notes that people have come.
     *
     * @param recurrenceId which date; when left out, the only one there is, or of a series the one that may be checked in now
     * @throws DateNotNamed if it is left out and no date, or more than one, may be meant
     */
    public BookingResult checkIn(Person person, BookingId id, Optional<Instant> recurrenceId) {
        return onDate(person, id, recurrenceId, EARLIEST_CHECK_IN, this::checkedIn);
    }

    /**
     * Notes that somebody has come who need not say who: in the room, by a link to this date, or in its conference.
     *
     * @throws UnknownBooking if there is no such booking or date
     */
    public BookingResult checkInUnnamed(BookingId id, Instant recurrenceId) {
        return onDate(
                id,
                recurrenceId,
                (booking, date) -> booking.state() == BookingState.CONFIRMED
                        ? checkedIn(booking, date)
                        : refused(
                                Reason.of(
                                        ReasonCode.NOT_ALLOWED, booking.state().name()),
                                date));
    }

    private Placement checkedIn(Booking booking, Occurrence date) {
        if (date.state() == OccurrenceState.CHECKED_IN) {
            return new Placement.Unchanged(booking);
        }
        Instant opens = date.time().start().minus(EARLIEST_CHECK_IN);
        return clock.instant().isBefore(opens)
                ? refused(tooSoon(date, "check-in", opens), date)
                : settling.replace(booking.with(date, date.in(OccurrenceState.CHECKED_IN)));
    }

    /**
     * Notes that people have left; what remains of the date is free from now on, to the next whole minute.
     *
     * @param recurrenceId which date; when left out, the only one there is, or of a series the one that is going on
     * @throws DateNotNamed if it is left out and no date may be meant
     */
    public BookingResult end(Person person, BookingId id, Optional<Instant> recurrenceId) {
        return onDate(person, id, recurrenceId, Duration.ZERO, this::ended);
    }

    /**
     * As {@link #end}, said in the room by somebody who need not say who.
     *
     * @throws UnknownBooking if there is no such booking or date
     */
    public BookingResult endUnnamed(BookingId id, Instant recurrenceId) {
        return onDate(id, recurrenceId, this::ended);
    }

    private Placement ended(Booking booking, Occurrence date) {
        Instant now = clock.instant();
        if (!date.time().contains(now) || now.equals(date.time().start())) {
            return refused(tooSoon(date, "end", date.time().start()), date);
        }
        Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Instant until = end.isBefore(date.time().end()) ? end : date.time().end();
        Occurrence ended = date.shortened(until).in(OccurrenceState.ENDED);
        Booking changed = booking.with(date, ended);
        return settling.replace(changed.withStatus(booking.status().rescheduled(now)));
    }

    /**
     * Gives the rooms of a date back to which nobody came. Nothing changes if somebody has checked in meanwhile, or if the
     * date is not, or no longer, under way at {@code time}.
     *
     * @throws UnknownBooking if there is no such booking
     */
    public BookingResult release(BookingId id, Instant recurrenceId, Interval time) {
        return settling.settleByItself(id, BookingAttemptListener.Act.RELEASE, () -> {
            Booking booking = opening.unasked(id);
            Instant now = clock.instant();
            return booking.occurrence(recurrenceId)
                    .filter(date -> booking.state() == BookingState.CONFIRMED
                            && date.state() == OccurrenceState.PLANNED
                            && date.time().equals(time)
                            && time.contains(now))
                    .map(date -> settling.replace(booking.with(date, date.in(OccurrenceState.RELEASED))
                            .withStatus(booking.status().rescheduled(now))))
                    .orElseGet(() -> new Placement.Unchanged(booking));
        });
    }

    /**
     * Makes a date longer, if its rooms are free so long and their rules allow it, judged as if asked in good time. Whoever
     * asks twice for the same end gets it once.
     *
     * @param recurrenceId as for {@link #end}
     * @throws DateNotNamed if it is left out and no date may be meant
     */
    public BookingResult extend(Person person, BookingId id, Optional<Instant> recurrenceId, Instant until) {
        return onDate(
                person,
                id,
                recurrenceId,
                Duration.ZERO,
                (booking, date) -> lengthening.lengthen(person, booking, date, until, longer -> longer));
    }

    private BookingResult onDate(
            Person person,
            BookingId id,
            Optional<Instant> recurrenceId,
            Duration ahead,
            BiFunction<Booking, Occurrence, Placement> step) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking booking = opening.forChange(person, id, Optional.empty());
            return whileOpen(
                    booking,
                    () -> recurrenceId
                            .map(named -> ChangingOneDate.date(booking, named))
                            .orElseGet(() -> meant(booking, clock.instant(), ahead)),
                    step);
        });
    }

    private BookingResult onDate(BookingId id, Instant recurrenceId, BiFunction<Booking, Occurrence, Placement> step) {
        return settling.settleByItself(id, BookingAttemptListener.Act.CHANGE, () -> {
            Booking booking = opening.unasked(id);
            return whileOpen(booking, () -> ChangingOneDate.date(booking, recurrenceId), step);
        });
    }

    private Placement whileOpen(
            Booking booking, Supplier<Occurrence> named, BiFunction<Booking, Occurrence, Placement> step) {
        Optional<Reason> ended = opening.ended(booking);
        if (ended.isPresent()) {
            return new Placement.Refused(List.of(ended.get()));
        }
        Occurrence date = named.get();
        if (date.state() == OccurrenceState.RELEASED) {
            return refused(onItsRoom(date, ReasonCode.NOT_ALLOWED, "released"), date);
        }
        if (!isOpen(date) || !clock.instant().isBefore(date.time().end())) {
            return refused(Reason.of(ReasonCode.IN_THE_PAST), date);
        }
        return step.apply(booking, date);
    }

    private static boolean isOpen(Occurrence date) {
        return date.state() == OccurrenceState.PLANNED || date.state() == OccurrenceState.CHECKED_IN;
    }

    /**
     * Which date is meant by somebody who names none: of those from {@code ahead} before their start to their end the one
     * nobody has come to yet, and rather one that has begun.
     */
    private static Occurrence meant(Booking booking, Instant now, Duration ahead) {
        if (booking.occurrences().size() == 1) {
            return booking.occurrences().get(0);
        }
        List<Occurrence> due = booking.occurrences().stream()
                .filter(Attendance::isOpen)
                .filter(date -> date.time().extendedBy(ahead, Duration.ZERO).contains(now))
                .toList();
        List<Occurrence> planned = due.stream()
                .filter(date -> ahead.isZero() || date.state() == OccurrenceState.PLANNED)
                .toList();
        return Stream.of(
                        planned.stream()
                                .filter(date -> date.time().contains(now))
                                .toList(),
                        planned,
                        due)
                .filter(some -> some.size() == 1)
                .findFirst()
                .map(some -> some.get(0))
                .orElseThrow(() -> new DateNotNamed(booking.id()));
    }

    private static Reason tooSoon(Occurrence date, String what, Instant from) {
        return onItsRoom(date, ReasonCode.TOO_SOON, what, from.toString());
    }

    private static Reason onItsRoom(Occurrence date, ReasonCode code, String... details) {
        return date.rooms().stream()
                .findFirst()
                .map(room -> Reason.of(code, room, details))
                .orElseGet(() -> Reason.of(code, details));
    }

    private static Placement refused(Reason reason, Occurrence date) {
        return new Placement.Refused(List.of(reason.on(date.recurrenceId())));
    }
}
