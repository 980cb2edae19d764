package org.passerelle.web.bookings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.Attendee;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingId;
import org.passerelle.invitation.Invitations;
import org.passerelle.invitation.Mailing;
import org.passerelle.invitation.owed.Delivery;
import org.passerelle.invitation.owed.Edition;
import org.passerelle.invitation.owed.Invitee;
import org.springframework.stereotype.Component;

/** Who is invited, what they answered, and for whoever runs the meeting whether their mail arrived. */
@Component
class InvitedLines {

    private final Invitations invitations;

    InvitedLines(Invitations invitations) {
        this.invitations = invitations;
    }

    /**
     * One person.
     *
     * @param trouble with their mail, by the name of its state
     * @param said what was said about it
     * @param isInvited false for who answered though nobody had asked
     */
    record InvitedLine(String name, String standing, Optional<String> trouble, String said, boolean isInvited) {}

    List<InvitedLine> of(Booking booking, BookingSheet.Rights rights) {
        if (!rights.mayRead()) {
            return List.of();
        }
        Map<BookingId, Delivery> found = invitations.of(List.of(booking));
        Delivery delivery = found.getOrDefault(booking.id(), Delivery.NONE);
        Edition edition = Edition.of(booking);
        Stream<InvitedLine> invited = booking.content().attendees().stream()
                .map(attendee -> line(name(attendee), delivery.of(attendee.email()), edition, rights, true));
        return Stream.concat(invited, rights.mayEdit() ? uninvited(booking, delivery, edition, rights) : Stream.of())
                .toList();
    }

    private static Stream<InvitedLine> uninvited(
            Booking booking, Delivery delivery, Edition edition, BookingSheet.Rights rights) {
        Set<EmailAddress> invited =
                booking.content().attendees().stream().map(Attendee::email).collect(Collectors.toSet());
        return delivery.people().values().stream()
                .filter(each -> each.sent().isEmpty() && each.answer().isPresent())
                .filter(each -> !invited.contains(each.email()))
                .map(each -> line(each.email().value(), each, edition, rights, false))
                .sorted((one, other) -> one.name().compareTo(other.name()));
    }

    private static String name(Attendee attendee) {
        return attendee.name().isBlank() ? attendee.email().value() : attendee.name();
    }

    private static InvitedLine line(
            String name, Invitee invitee, Edition edition, BookingSheet.Rights rights, boolean isInvited) {
        Mailing mailing = Mailing.of(invitee);
        boolean isTrouble = rights.mayEdit() && isInvited && mailing != Mailing.SENT && mailing != Mailing.PENDING;
        return new InvitedLine(
                name,
                invitee.standing(edition).name(),
                isTrouble ? Optional.of(mailing.name()) : Optional.empty(),
                isTrouble ? Mailing.said(invitee) : "",
                isInvited);
    }
}
