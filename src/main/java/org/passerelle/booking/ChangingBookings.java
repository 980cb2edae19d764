package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.ByHand;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.event.BookingChanged;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.booking.store.Bookings;
import org.springframework.stereotype.Component;

/** Changes bookings: a whole one, or a series from one of its dates on. Refused means that nothing changed. */
@Component
public class ChangingBookings {

    private final OpeningBookings opening;
    private final BookingEditor changing;
    private final EditRetry settling;
    private final Bookings bookings;
    private final Clock clock;

    ChangingBookings(
            OpeningBookings opening, BookingEditor changing, EditRetry settling, Bookings bookings, Clock clock) {
        this.opening = opening;
        this.changing = changing;
        this.settling = settling;
        this.bookings = bookings;
        this.clock = clock;
    }

    /**
     * Changes the whole booking.
     *
     * @param expectedVersion the version that was edited; empty to change whatever is there
     * @param edit makes the new order out of the one that would make the booking as it stands
     * @throws BookingIsStale if the booking is no longer at {@code expectedVersion}
     * @throws UnknownBooking if there is none
     * @throws NotYourBooking if {@code person} may not change it
     */
    public BookingResult change(
            Person person, BookingId id, Optional<Long> expectedVersion, UnaryOperator<BookingOrder> edit) {
        return settling.settle(person, id, expectedVersion, BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, expectedVersion);
            return opening.ended(old)
                    .<Placement>map(reason -> new Placement.Refused(List.of(reason)))
                    .orElseGet(() -> changing.apply(
                            person,
                            BookingEditor.ChangedBooking.whole(old, ByHand.KEPT),
                            BegunSeriesOrder.whole(old, edit.apply(BookingOrder.of(old)), clock.instant()),
                            bookings::replace));
        });
    }

    /**
     * Changes a series from one of its dates on: the series ends before it and a new booking begins, in one write.
     *
     * @param recurrenceId the first date that changes; when nothing lies before it the whole booking changes
     * @throws UnknownBooking if the booking has no such date
     */
    public BookingResult changeFollowing(
            Person person,
            BookingId id,
            Instant recurrenceId,
            Optional<Long> expectedVersion,
            UnaryOperator<BookingOrder> edit) {
        return settling.settle(person, id, expectedVersion, BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, expectedVersion);
            return opening.ended(old)
                    .<Placement>map(reason -> new Placement.Refused(List.of(reason)))
                    .orElseGet(() -> following(person, old, recurrenceId, edit, ByHand.KEPT));
        });
    }

    /**
     * As {@link #changeFollowing}, by {@code order}; dates that could not be had until now are tried at their new time.
     *
     * @throws UnknownBooking if the booking has no such date
     */
    public BookingResult replaceFollowing(Person person, BookingId id, Instant recurrenceId, BookingOrder order) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, Optional.empty());
            return opening.ended(old)
                    .<Placement>map(reason -> new Placement.Refused(List.of(reason)))
                    .orElseGet(() -> following(person, old, recurrenceId, left -> order, ByHand.KEPT_AND_RETRIED));
        });
    }

    /**
     * Puts {@code order} in the place of a booking, or of what is left of a series from one of its dates on: each date ahead is
     * as the order says. What was moved of single dates before moves back, and what was called off is booked anew, in one
     * write. An organiser who sends a whole series again says all of it (RFC 5546 section 3.2.2).
     *
     * @param from the first date that is replaced; empty for the whole booking
     * @param staying dates by their recurrence ids that are kept as they are, whatever the order says
     * @throws UnknownBooking if there is no such booking or date
     * @throws NotYourBooking if {@code person} may not change it
     */
    public BookingResult replace(
            Person person, BookingId id, Optional<Instant> from, BookingOrder order, Set<Instant> staying) {
        return settling.settle(person, id, Optional.empty(), BookingChanged.BookingChange.CHANGED, () -> {
            Booking old = opening.forChange(person, id, Optional.empty());
            Optional<Reason> ended = opening.ended(old);
            if (ended.isPresent()) {
                return new Placement.Refused(List.of(ended.get()));
            }
            ByHand byHand = ByHand.undoneBut(staying);
            return from.isPresent()
                    ? following(person, old, from.get(), left -> order, byHand)
                    : changing.apply(person, BookingEditor.ChangedBooking.whole(old, byHand), order, bookings::replace);
        });
    }

    private Placement following(
            Person person, Booking old, Instant recurrenceId, UnaryOperator<BookingOrder> edit, ByHand byHand) {
        Occurrence date = ChangingOneDate.date(old, recurrenceId);
        boolean isWhole = SeriesCut.isWhole(old, recurrenceId);
        if (isWhole && !old.schedule().recurs()) {
            return changing.apply(
                    person,
                    BookingEditor.ChangedBooking.whole(old, byHand),
                    edit.apply(BookingOrder.of(old)),
                    bookings::replace);
        }
        // Dates that the rule had before this one may have been left out; the edit is about what is left from here.
        SeriesCut cut = SeriesCut.at(old, recurrenceId, clock.instant());
        BookingOrder said = edit.apply(BookingOrder.of(cut.later()));
        BookingOrder order =
                byHand.kept() ? BegunSeriesOrder.following(date, cut.later(), said, clock.instant()) : said;
        if (isWhole) {
            return changing.apply(person, BookingEditor.ChangedBooking.whole(old, byHand), order, bookings::replace);
        }
        Identity identity = new Identity(
                bookings.nextPart(old.id()),
                CalendarUid.random(),
                old.identity().requestDigest());
        BookingEditor.ChangedBooking later = new BookingEditor.ChangedBooking(
                cut.later(), identity, old.id(), cut.earlier().occurrences(), byHand);
        return changing.apply(person, later, order, changed -> bookings.split(cut.earlier(), changed));
    }
}
