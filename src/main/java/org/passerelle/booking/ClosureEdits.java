package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.changelog.ChangeMessage;
import org.passerelle.booking.decision.Cancellation;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.decision.RequestDecision.DecisionState;
import org.passerelle.booking.event.BookingChanged.BookingChange;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.platform.text.Text;
import org.springframework.stereotype.Component;

/**
 * What the shutting of rooms does to bookings that are in them. Whoever shuts rooms has been judged by what they manage; nothing
 * is judged here. Each edit looks at the booking as it is by then, so that doing it twice does nothing the second time.
 */
@Component
public class ClosureEdits {

    private final Bookings bookings;
    private final EditRetry settling;
    private final Clock clock;

    ClosureEdits(Bookings bookings, EditRetry settling, Clock clock) {
        this.bookings = bookings;
        this.settling = settling;
        this.clock = clock;
    }

    /**
     * In whose name, and what the organiser is told.
     *
     * @param by empty once their account has ended: then the program does it
     * @param message of a few lines
     */
    public record ClosureVoice(Optional<Person> by, String message) {}

    /**
     * What was called off.
     *
     * @param dates by their recurrence ids
     * @param left the state that the booking has since
     */
    public record CalledOff(Set<Instant> dates, BookingState left) {

        public CalledOff {
            dates = Set.copyOf(dates);
        }
    }

    /** Calls off those dates of a booking that {@code hit} names and that are not over; empty if there is none. */
    public Optional<CalledOff> callOff(ClosureVoice voice, BookingId id, Predicate<Occurrence> hit) {
        AtomicReference<@Nullable CalledOff> done = new AtomicReference<>();
        BookingResult result = edit(voice, id, old -> {
            Instant now = clock.instant();
            Predicate<Occurrence> ends = date -> date.isAhead(now) && hit.test(date);
            Set<Instant> dates =
                    old.occupying().filter(ends).map(Occurrence::recurrenceId).collect(Collectors.toSet());
            if (dates.isEmpty()) {
                done.set(null);
                return new Placement.Unchanged(old);
            }
            Optional<Cancellation> why = CancellingBookings.cancellation(
                    voice.by(), old, Text.lines(voice.message(), Cancellation.LONGEST_MESSAGE), now);
            List<Occurrence> left = old.occurrences().stream()
                    .map(date -> ends.test(date) ? date.calledOff(why) : date)
                    .toList();
            Booking changed = CancellingBookings.withDates(old, left, now);
            done.set(new CalledOff(dates, changed.state()));
            return settling.replace(changed);
        });
        return result instanceof BookingResult.Done ? Optional.ofNullable(done.get()) : Optional.empty();
    }

    /** Declines what is asked for in the place of those dates that {@code hit} names, and leaves the dates as they are; by recurrence ids. */
    public Set<Instant> declineMoves(ClosureVoice voice, BookingId id, Predicate<Occurrence> hit) {
        Set<Instant> done = new HashSet<>();
        BookingResult result = edit(voice, id, old -> {
            Set<Instant> dates =
                    old.asking().filter(hit).map(Occurrence::recurrenceId).collect(Collectors.toSet());
            done.clear(); // it may be tried again
            done.addAll(dates);
            RequestDecision declined = new RequestDecision(
                    DecisionState.DECLINED,
                    voice.by().map(Person::id),
                    clock.instant(),
                    Text.lines(voice.message(), RequestDecision.LONGEST_MESSAGE));
            return dates.isEmpty() ? new Placement.Unchanged(old) : settling.replace(old.decidedOn(dates, declined));
        });
        return result instanceof BookingResult.Done ? done : Set.of();
    }

    /** Says something about a booking that stays as it is. */
    public BookingResult announce(ClosureVoice voice, BookingId id) {
        return edit(
                voice,
                id,
                old -> old.isLive(clock.instant())
                        ? settling.replace(old.withStatus(old.status().edited(clock.instant())))
                        : new Placement.Unchanged(old));
    }

    /**
     * Puts back dates that {@link #callOff} called off, when and where they were. Dates that have begun since, or whose
     * booking is not in {@code left} any more, are not put back.
     *
     * @param dates by their recurrence ids
     * @param left the state in which the booking was left
     * @param was the state that it had before
     * @return {@link BookingResult.Occupied} without conflicts if something else is in the way of one of them; then none is back
     */
    public BookingResult putBack(
            ClosureVoice voice, BookingId id, Set<Instant> dates, BookingState left, BookingState was) {
        return edit(voice, id, old -> {
            Instant now = clock.instant();
            Predicate<Occurrence> gone = date -> dates.contains(date.recurrenceId())
                    && date.state() == OccurrenceState.CANCELLED
                    && date.time().start().isAfter(now);
            if (old.state() != left || old.occurrences().stream().noneMatch(gone)) {
                return new Placement.Unchanged(old);
            }
            Booking back = old.withOccurrences(old.occurrences().stream()
                            .map(date -> gone.test(date) ? date.in(OccurrenceState.PLANNED) : date)
                            .toList())
                    .withStatus(old.status().rescheduled(now));
            Booking alive = left == was ? back : back.withStatus(back.status().becoming(was, now));
            Bookings.Write write = bookings.replace(alive);
            return write == Bookings.Write.COLLIDES ? new Placement.Blocked(List.of()) : Placement.after(write, alive);
        });
    }

    private BookingResult edit(ClosureVoice voice, BookingId id, Function<Booking, Placement> change) {
        Supplier<Placement> attempt =
                () -> change.apply(bookings.find(id).orElseThrow(() -> new UnknownBooking(id.value())));
        return ChangeMessage.saying(
                voice.message(),
                () -> voice.by()
                        .map(person -> settling.settle(person, id, Optional.empty(), BookingChange.CHANGED, attempt))
                        .orElseGet(() -> settling.settleByItself(id, BookingAttemptListener.Act.CHANGE, attempt)));
    }
}
