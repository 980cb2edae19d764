package org.passerelle.web.bookings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.invitation.CounterProposals;
import org.passerelle.invitation.Invitations;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.ProposedTime;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Other times that the invited would like, for whoever runs the meeting. */
@Component
class ProposalLines {

    private final Invitations invitations;

    ProposalLines(Invitations invitations) {
        this.invitations = invitations;
    }

    /** @param comment may be empty */
    record ProposalLine(String whom, String when, String comment) {}

    List<ProposalLine> of(Booking booking, BookingSheet.Rights rights, Locale locale) {
        if (!rights.mayEdit()) {
            return List.of();
        }
        Map<BookingId, Delivery> found = invitations.of(List.of(booking));
        ZoneId zone = booking.schedule().zone();
        return CounterProposals.open(booking, found.getOrDefault(booking.id(), Delivery.NONE)).stream()
                .flatMap(invitee -> invitee.proposal().stream()
                        .map(proposal -> new ProposalLine(
                                invitee.email().value(), when(proposal, zone, locale), proposal.comment())))
                .toList();
    }

    private static String when(ProposedTime proposal, ZoneId zone, Locale locale) {
        return PageWords.day(proposal.time().start().atZone(zone).toLocalDate(), locale) + ", "
                + PageWords.times(proposal.time(), zone);
    }
}
