package org.passerelle.roomagent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.passerelle.account.Person;
import org.passerelle.booking.ApprovingBookings;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.CancellingBookings;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.roomagent.event.ActingSender;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Moves, approves and gives up what rooms hold by invitation: each a call of a public use case of booking. */
@Component
class BookingChanger {

    private final ChangingBookings changing;
    private final ChangingOneDate changingOne;
    private final CancellingBookings cancelling;
    private final ApprovingBookings approving;
    private final ReadingBookings reading;
    private final ActingSender booker;

    BookingChanger(
            ChangingBookings changing,
            ChangingOneDate changingOne,
            CancellingBookings cancelling,
            ApprovingBookings approving,
            ReadingBookings reading,
            ActingSender booker) {
        this.changing = changing;
        this.changingOne = changingOne;
        this.cancelling = cancelling;
        this.approving = approving;
        this.reading = reading;
        this.booker = booker;
    }

    /** The booking, if it still holds rooms at {@code now} and whoever booked can still act by mail. */
    Optional<Booking> live(Optional<BookingId> id, Instant now) {
        return id.flatMap(reading::find)
                .filter(booking ->
                        booking.isLive(now) && booker.ownerOf(booking).isPresent());
    }

    /** Puts {@code order} in the place of {@code booking}; of a series that has begun, in the place of what is left.
     * What older messages, or people, made of single dates does not outlive a new message about the whole; those that are
     * {@code staying}, by their recurrence ids, do. */
    BookingResult change(Booking booking, BookingOrder order, Set<Instant> staying, Instant now) {
        try {
            return changing.replace(owner(booking), booking.id(), nextOfABegunSeries(booking, now), order, staying);
        } catch (EmptySchedule e) {
            return BookingResult.Refused.because(Reason.of(ReasonCode.IN_THE_PAST));
        }
    }

    private static Optional<Instant> nextOfABegunSeries(Booking booking, Instant now) {
        boolean hasBegun =
                booking.occupying().anyMatch(date -> !date.time().start().isAfter(now));
        return hasBegun && booking.schedule().recurs()
                ? booking.occupying()
                        .filter(date -> date.recurrenceId().isAfter(now)
                                && date.time().start().isAfter(now))
                        .map(Occurrence::recurrenceId)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    void reword(Booking booking, BookingOrder words) {
        changing.change(
                owner(booking),
                booking.id(),
                Optional.empty(),
                old -> new BookingOrder(
                        words.content(), old.schedule(), old.rooms(), old.onConflict(), old.reacquire()));
    }

    /**
     * A date of a series, in the booking that holds it.
     *
     * @param series all of it, or what is left from one of its dates on
     */
    record HeldDate(Booking series, Occurrence date) {}

    /** The date that began at {@code id} while it holds the room and has not begun, wherever it has moved to. */
    Optional<HeldDate> held(RoomInvitation invitation, EventMoment id, Instant now) {
        return held(invitation, id, now, (meant, date) -> isMeant(meant, date, id.wholeDay()))
                .findFirst();
    }

    /** The dates from {@code id} on, as far as they are ahead, in order, and in one booking. */
    Stream<HeldDate> heldFrom(RoomInvitation invitation, EventMoment id, Instant now) {
        return held(
                invitation,
                id,
                now,
                (meant, date) -> isMeant(meant, date, id.wholeDay()) || date.isAfter(meant.toInstant()));
    }

    private Stream<HeldDate> held(
            RoomInvitation invitation, EventMoment id, Instant now, BiPredicate<ZonedDateTime, Instant> isWanted) {
        Optional<Booking> series = live(invitation.partAround(id.instant()).flatMap(InstanceState::booking), now);
        return series.stream().flatMap(booking -> {
            ZonedDateTime meant =
                    invitation.movedStart(id.instant(), booking.schedule().zone());
            return booking.occurrences().stream()
                    .filter(date -> date.state() == OccurrenceState.PLANNED
                            && date.time().start().isAfter(now)
                            && isWanted.test(meant, date.recurrenceId()))
                    .sorted(Comparator.comparing(Occurrence::recurrenceId))
                    .map(date -> new HeldDate(booking, date));
        });
    }

    /** A whole day is held while the room is open, so that its date begins later than the day. */
    private static boolean isMeant(ZonedDateTime meant, Instant date, boolean wholeDay) {
        return date.equals(meant.toInstant())
                || wholeDay && LocalDate.ofInstant(date, meant.getZone()).equals(meant.toLocalDate());
    }

    /** Puts {@code order} in the place of the date {@code from} and all later ones. */
    BookingResult changeFollowing(Booking series, Instant from, BookingOrder order) {
        try {
            return changing.replaceFollowing(owner(series), series.id(), from, order);
        } catch (EmptySchedule e) {
            return BookingResult.Refused.because(Reason.of(ReasonCode.IN_THE_PAST));
        }
    }

    void dropFollowing(Booking series, Instant from) {
        cancelling.cancelFollowing(owner(series), series.id(), from, Optional.empty());
    }

    BookingResult move(Booking series, Instant recurrenceId, Interval to) {
        OccurrenceEdit edit = new OccurrenceEdit(
                Optional.of(to.start()), Optional.of(EventDuration.exact(to.length())), Optional.empty());
        return changingOne.change(owner(series), series.id(), recurrenceId, Optional.empty(), edit);
    }

    void drop(Booking series, Instant recurrenceId) {
        cancelling.cancelDate(owner(series), series.id(), recurrenceId, Optional.empty());
    }

    /** Gives up all of {@code booking} but the dates {@code staying}. */
    void release(Booking booking, Set<Instant> staying) {
        if (staying.isEmpty()) {
            free(booking);
            return;
        }
        booking.occupying()
                .map(Occurrence::recurrenceId)
                .filter(date -> !staying.contains(date))
                .forEach(date -> drop(booking, date));
    }

    void free(Booking booking) {
        cancelling.cancel(owner(booking), booking.id(), Optional.empty());
    }

    /** The booking as it stands after {@code manager} has agreed to it, where that was wanting. */
    Booking approved(Booking booking, Optional<Person> manager) {
        if (manager.isEmpty() || booking.askedAt().isEmpty()) {
            return booking;
        }
        BookingResult result = approving.approve(manager.get(), booking.id(), "");
        return result instanceof BookingResult.Done done ? done.booking() : booking;
    }

    List<Occurrence> ahead(Booking booking, Instant now) {
        return booking.occupying()
                .filter(date -> date.time().end().isAfter(now))
                .toList();
    }

    private Person owner(Booking booking) {
        return booker.ownerOf(booking)
                .orElseThrow(() -> new UnknownBooking(booking.id().value()));
    }
}
