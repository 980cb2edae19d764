package org.passerelle.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.passerelle.account.Person;
import org.passerelle.booking.placing.Placement;
import org.springframework.stereotype.Component;

/** What happens in the room: people come, leave early, or stay longer when nobody else has the room. */
@Component
public class Attendance {

    /** How long before its start a date can be checked in to. */
    public static final Duration EARLIEST_CHECK_IN = Duration.ofMinutes(30);

    private final OpeningBookings opening;
    private final Lengthening lengthening;
    private final Settling settling;
    private final Clock clock;

    Attendance(OpeningBookings opening, Lengthening lengthening, Settling settling, Clock clock) {
        this.opening = opening;
        this.lengthening = lengthening;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * Notes that people have come.
     *
     * @param recurrenceId which date; may be left out of a booking that has only one
     */
    public BookingResult checkIn(Person person, BookingId id, Optional<Instant> recurrenceId) {
        return onDate(person, id, recurrenceId, (booking, date) -> {
            if (date.state() == OccurrenceState.CHECKED_IN) {
                return new Placement.Unchanged(booking);
            }
            if (clock.instant().isBefore(date.time().start().minus(EARLIEST_CHECK_IN))) {
                return refused(ReasonCode.TOO_SOON, date, EARLIEST_CHECK_IN.toString());
            }
            return settling.replace(booking.with(date, date.in(OccurrenceState.CHECKED_IN)));
        });
    }

    /** Notes that people have left; what remains of the date is free from now on, to the next whole minute. */
    public BookingResult end(Person person, BookingId id, Optional<Instant> recurrenceId) {
        return onDate(person, id, recurrenceId, (booking, date) -> {
            Instant now = clock.instant();
            if (!date.time().contains(now) || now.equals(date.time().start())) {
                return refused(ReasonCode.TOO_SOON, date);
            }
            Instant end = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            Instant until = end.isBefore(date.time().end()) ? end : date.time().end();
            Occurrence ended = date.shortened(until).in(OccurrenceState.ENDED);
            Booking changed = booking.with(date, ended);
            return settling.replace(changed.withStatus(booking.status().rescheduled(now)));
        });
    }

    /**
     * Makes a date longer, if its rooms are free so long and their rules allow it, judged as if asked in good time. Whoever
     * asks twice for the same end gets it once.
     */
    public BookingResult extend(Person person, BookingId id, Optional<Instant> recurrenceId, Instant until) {
        return onDate(
                person,
                id,
                recurrenceId,
                (booking, date) -> lengthening.lengthen(person, booking, date, until, longer -> longer));
    }

    private BookingResult onDate(
            Person person,
            BookingId id,
            Optional<Instant> recurrenceId,
            BiFunction<Booking, Occurrence, Placement> step) {
        return settling.settle(id, Optional.empty(), BookingChanged.Kind.CHANGED, () -> {
            Booking booking = opening.forChange(person, id, Optional.empty());
            Occurrence date = date(booking, recurrenceId);
            Optional<Reason> ended = opening.ended(booking);
            if (ended.isPresent()) {
                return new Placement.Refused(List.of(ended.get()));
            }
            boolean open = date.state() == OccurrenceState.PLANNED || date.state() == OccurrenceState.CHECKED_IN;
            if (!open || !clock.instant().isBefore(date.time().end())) {
                return refused(ReasonCode.IN_THE_PAST, date);
            }
            return step.apply(booking, date);
        });
    }

    private static Occurrence date(Booking booking, Optional<Instant> recurrenceId) {
        if (recurrenceId.isPresent()) {
            return ChangingOneDate.date(booking, recurrenceId.get());
        }
        if (booking.occurrences().size() != 1) {
            throw new UnknownBooking(booking.id() + " without a recurrenceId");
        }
        return booking.occurrences().get(0);
    }

    private static Placement refused(ReasonCode code, Occurrence date, String... details) {
        return new Placement.Refused(List.of(Reason.of(code, details).on(date.recurrenceId())));
    }
}
