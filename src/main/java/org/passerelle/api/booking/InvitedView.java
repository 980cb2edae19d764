package org.passerelle.api.booking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.model.Booking;
import org.passerelle.invitation.Mailing;
import org.passerelle.invitation.pending.AttendeeStanding;
import org.passerelle.invitation.pending.AttendeeStandings;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.LastSent;

/**
 * Somebody invited, and what they answered.
 *
 * @param dates single dates to which they answer otherwise, or no longer: one that was moved since is asked for again
 * @param mail what became of their invitation; null for those who may not change the booking
 */
@Schema(name = "InvitedPerson")
record InvitedView(
        String email,
        String name,

        @Schema(allowableValues = {"NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE"})
        String answer,

        List<DateView> dates,

        @Nullable MailView mail) {

    /** @param recurrenceId of the date, as in {@code occurrences} */
    @Schema(name = "DateAnswer")
    record DateView(
            Instant recurrenceId,

            @Schema(allowableValues = {"NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE"})
            String answer) {}

    /**
     * @param sentAt of their last mail, null before the first
     * @param message what was said when it was refused; of one that waits, which limit is used up
     * @param nextAt when one that waits or is tried again leaves
     */
    @Schema(name = "InvitationMail")
    record MailView(
            @Schema(allowableValues = {"PENDING", "SENT", "RETRYING", "FAILED", "BOUNCED", "WAITING", "OPTED_OUT"})
            String state,

            @Nullable Instant sentAt,
            @Nullable String message,
            @Nullable Instant nextAt) {}

    /** @param mayChange whether the reader runs the meeting */
    static List<InvitedView> of(Booking booking, Delivery delivery, AttendeeStandings standings, boolean mayChange) {
        return booking.content().attendees().stream()
                .map(attendee -> {
                    Invitee invitee = delivery.of(attendee.email());
                    AttendeeStanding standing = standings.of(attendee.email());
                    return new InvitedView(
                            attendee.email().value(),
                            attendee.name(),
                            standing.whole().token(),
                            standing.dates().entrySet().stream()
                                    .map(each -> new DateView(
                                            each.getKey(), each.getValue().token()))
                                    .toList(),
                            mayChange ? mail(invitee) : null);
                })
                .toList();
    }

    private static MailView mail(Invitee invitee) {
        Mailing mailing = Mailing.of(invitee);
        String said = Mailing.said(invitee);
        return new MailView(
                mailing.name(),
                invitee.sent().map(LastSent::at).orElse(null),
                said.isEmpty() ? null : said,
                Mailing.next(invitee).orElse(null));
    }
}
