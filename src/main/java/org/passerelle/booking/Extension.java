package org.passerelle.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.springframework.stereotype.Component;

/**
 * Keeps the rooms of a date whose people do not leave, also when its end has just passed, so that nobody books a room under
 * them. Who asks names the end, so that asking twice, or from two nodes at once, keeps the rooms once.
 */
@Component
public class Extension {

    private final Bookings bookings;
    private final OpeningBookings opening;
    private final ExtendBooking lengthening;
    private final EditRetry settling;
    private final Accounts accounts;
    private final Clock clock;

    Extension(
            Bookings bookings,
            OpeningBookings opening,
            ExtendBooking lengthening,
            EditRetry settling,
            Accounts accounts,
            Clock clock) {
        this.bookings = bookings;
        this.opening = opening;
        this.lengthening = lengthening;
        this.settling = settling;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * As {@code person} wishes; from then on that is the end that was agreed.
     *
     * @param until nothing changes if the date lasts so long already
     * @throws UnknownBooking if there is no such booking or date
     * @throws NotYourBooking if {@code person} may not change it
     */
    public BookingResult asWished(Person person, BookingId id, Instant recurrenceId, Instant until) {
        opening.forChange(person, id, Optional.empty());
        return onDate(
                id,
                recurrenceId,
                (booking, date) -> lengthened(opening.judged(person, booking), booking, date, until, longer -> longer));
    }

    /**
     * As somebody in the room wishes who need not say who: judged as if the organiser asked, and from then on the end that was
     * agreed.
     *
     * @throws UnknownBooking if there is no such booking or date
     */
    public BookingResult unnamed(BookingId id, Instant recurrenceId, Instant until) {
        return onDate(
                id,
                recurrenceId,
                (booking, date) -> lengthened(organiser(booking), booking, date, until, longer -> longer));
    }

    /** As {@link #latestEnd(Person, Booking, Occurrence, Duration)}, for {@link #unnamed}. */
    public Instant latestEnd(Booking booking, Occurrence date, Duration most) {
        return latestEnd(organiser(booking), booking, date, most);
    }

    /**
     * The latest end that {@code person} could give a date; its own end if it can last no longer. Nothing is written, and
     * somebody may be quicker.
     *
     * @param most the longest time to look beyond its end
     */
    public Instant latestEnd(Person person, Booking booking, Occurrence date, Duration most) {
        return lengthening.latestEnd(opening.judged(person, booking), booking, date, most);
    }

    private Person organiser(Booking booking) {
        PersonId organiser = booking.owner().organiser();
        return accounts.person(organiser).orElseGet(() -> {
            Contact contact = accounts.contact(organiser);
            return Person.outsider(contact.email(), contact.name());
        });
    }

    /**
     * By itself, as the organiser might; the end that was agreed is kept beside the new one.
     *
     * @param until nothing changes if the date lasts so long already
     * @throws UnknownBooking if there is no such booking or date
     */
    public BookingResult byItself(BookingId id, Instant recurrenceId, Instant until) {
        return onDate(id, recurrenceId, (booking, date) -> {
            Instant agreed = date.agreedEnd().orElse(date.time().end());
            return accounts.person(booking.owner().organiser())
                    .map(organiser -> lengthened(organiser, booking, date, until, longer -> longer.beyond(agreed)))
                    .orElseGet(() -> refused(Reason.of(ReasonCode.NOT_ALLOWED), date));
        });
    }

    /**
     * Frees what a date was kept for by itself and does not need after all, from the next whole minute on, but nothing of what
     * was agreed.
     *
     * @throws UnknownBooking if there is no such booking or date
     */
    public BookingResult giveBack(BookingId id, Instant recurrenceId) {
        return onDate(id, recurrenceId, (booking, date) -> {
            Instant now = clock.instant();
            Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            Instant end = date.agreedEnd().filter(next::isBefore).orElse(next);
            return date.agreedEnd().isEmpty() || !end.isBefore(date.time().end())
                    ? new Placement.Unchanged(booking)
                    : settling.replace(booking.with(date, date.shortened(end))
                            .withStatus(booking.status().rescheduled(now)));
        });
    }

    private Placement lengthened(
            Person person, Booking booking, Occurrence date, Instant until, UnaryOperator<Occurrence> finish) {
        if (!until.isAfter(date.time().end())) {
            return new Placement.Unchanged(booking);
        }
        return until.isAfter(clock.instant())
                ? lengthening.lengthen(person, booking, date, until, finish)
                : refused(Reason.of(ReasonCode.IN_THE_PAST), date);
    }

    private BookingResult onDate(BookingId id, Instant recurrenceId, BiFunction<Booking, Occurrence, Placement> step) {
        return settling.settleByItself(id, BookingAttemptListener.Act.CHANGE, () -> {
            Booking booking = bookings.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
            Occurrence date = ChangingOneDate.date(booking, recurrenceId);
            boolean isOn = booking.state() == BookingState.CONFIRMED
                    && (date.state() == OccurrenceState.PLANNED || date.state() == OccurrenceState.CHECKED_IN);
            return isOn ? step.apply(booking, date) : refused(Reason.of(ReasonCode.NOT_ALLOWED, "over"), date);
        });
    }

    private static Placement refused(Reason reason, Occurrence date) {
        return new Placement.Refused(List.of(reason.on(date.recurrenceId())));
    }
}
