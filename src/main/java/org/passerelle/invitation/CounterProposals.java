package org.passerelle.invitation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.ChangingBookings;
import org.passerelle.booking.ChangingOneDate;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.NotYourBooking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceEdit;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.refusal.UnknownBooking;
import org.passerelle.directory.Directories;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.ProposedTime;
import org.passerelle.time.EventDuration;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Other times that the invited would like. Whoever runs the meeting takes one with a press, by the rules of any change, or declines. */
@Component
public class CounterProposals {

    private final ReadingBookings reading;
    private final ChangingBookings changing;
    private final ChangingOneDate changingOne;
    private final Deliveries deliveries;
    private final Directories directories;
    private final Outbox outbox;

    CounterProposals(
            ReadingBookings reading,
            ChangingBookings changing,
            ChangingOneDate changingOne,
            Deliveries deliveries,
            Directories directories,
            Outbox outbox) {
        this.reading = reading;
        this.changing = changing;
        this.changingOne = changingOne;
        this.deliveries = deliveries;
        this.directories = directories;
        this.outbox = outbox;
    }

    /** Those of {@code delivery} that wait for a decision: neither declined nor the time that holds by now. */
    public static List<Invitee> open(Booking booking, Delivery delivery) {
        return delivery.people().values().stream()
                .filter(invitee -> invitee.proposal()
                        .filter(proposal -> isOpen(booking, proposal))
                        .isPresent())
                .sorted((one, other) ->
                        one.email().value().compareTo(other.email().value()))
                .toList();
    }

    private static boolean isOpen(Booking booking, ProposedTime proposal) {
        Optional<Interval> present = booking.occupying()
                .filter(date ->
                        proposal.date().isEmpty() || proposal.date().get().equals(date.recurrenceId()))
                .map(Occurrence::time)
                .findFirst();
        return !proposal.isDeclined()
                && present.filter(time -> !time.equals(proposal.time())).isPresent();
    }

    /**
     * Moves the meeting, or its one date, to the time that {@code whom} proposed.
     *
     * @throws UnknownBooking if there is no such booking or proposal
     * @throws NotYourBooking if {@code person} may not change it, or not read it, for a proposal is made by who is invited
     */
    public BookingResult take(Person person, BookingId id, EmailAddress whom) {
        ProposedTime proposal = proposal(person, id, whom);
        Interval time = proposal.time();
        BookingResult result = proposal.date().isPresent()
                ? changingOne.change(
                        person,
                        id,
                        proposal.date().get(),
                        Optional.empty(),
                        new OccurrenceEdit(
                                Optional.of(time.start()),
                                Optional.of(EventDuration.exact(time.length())),
                                Optional.empty()))
                : changing.change(person, id, Optional.empty(), movedTo(time));
        if (result instanceof BookingResult.Done) {
            deliveries.noteProposal(id, whom, Optional.empty());
        }
        return result;
    }

    /** Lets {@code whom} know that the meeting stays as it is; refuses as {@link #take} does. */
    public void decline(Person person, BookingId id, EmailAddress whom) {
        ProposedTime proposal = proposal(person, id, whom);
        deliveries.noteProposal(id, whom, Optional.of(proposal.declined()));
        outbox.lookAt(id.root());
    }

    private ProposedTime proposal(Person person, BookingId id, EmailAddress whom) {
        Booking booking = reading.find(id).orElseThrow(() -> new UnknownBooking(id.value()));
        if (!new BookingAccess(person, booking, directories.current()).mayWrite(BookingPart.CONTENT)) {
            throw new NotYourBooking(id, person.id());
        }
        Delivery delivery = deliveries.of(List.of(id)).getOrDefault(id, Delivery.NONE);
        return delivery.of(whom)
                .proposal()
                .filter(each -> isOpen(booking, each))
                .orElseThrow(() -> new UnknownBooking("that somebody would move"));
    }

    private static UnaryOperator<BookingOrder> movedTo(Interval time) {
        return order -> {
            Schedule old = order.schedule();
            Schedule moved = new Schedule(
                    local(time.start(), old.zone()), old.zone(), time.length(), old.recurrence(), old.exclude());
            return new BookingOrder(order.content(), moved, order.rooms(), order.onConflict(), order.reacquire());
        };
    }

    private static LocalDateTime local(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }
}
