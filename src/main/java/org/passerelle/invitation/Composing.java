package org.passerelle.invitation;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.Invitation;
import org.passerelle.calendar.write.Invitation.AttendeeStatus;
import org.passerelle.calendar.write.InvitationCalendars;
import org.passerelle.calendar.write.JoinLinks;
import org.passerelle.calendar.write.Joining;
import org.passerelle.invitation.pending.AttendeeStanding;
import org.passerelle.invitation.pending.AttendeeStandings;
import org.passerelle.invitation.pending.Delivery;
import org.passerelle.invitation.pending.PendingMessage;
import org.passerelle.invitation.text.MessageContent;
import org.passerelle.invitation.text.MessageHtml;
import org.passerelle.invitation.text.MessageText;
import org.passerelle.invitation.text.MessageWriter;
import org.passerelle.invitation.text.Occasion;
import org.passerelle.invitation.text.Reader;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.MailDraft;
import org.passerelle.mail.MailDraft.CalendarPart;
import org.passerelle.mail.MailDraft.MailBody;
import org.passerelle.mail.MailDraft.Mailbox;
import org.passerelle.mail.MailTokens;
import org.passerelle.mail.MailTokens.Use;
import org.passerelle.mail.MimeWriter;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.optout.OptOutLinks;
import org.passerelle.platform.PublicUrl;
import org.passerelle.platform.text.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the mail that is owed. Made twice, it is the same mail: nothing in it is drawn at random or read off the clock. */
@Component
class Composing {

    /** Beyond so many, an invitation names only who invites and who is invited. */
    private static final int MOST_OTHERS = 50;

    /** In a header that two addresses share. */
    private static final int LONGEST_NAME = 60;

    private final InvitationCalendars calendars;
    private final MessageWriter messages;
    private final AgentAddresses addresses;
    private final MailTokens tokens;
    private final Chairs chairs;
    private final PublicUrl publicUrl;
    private final Readers readers;
    private final List<JoinLinks> joinLinks;
    private final Clock clock;

    Composing(
            InvitationCalendars calendars,
            MessageWriter messages,
            AgentAddresses addresses,
            MailTokens tokens,
            Chairs chairs,
            PublicUrl publicUrl,
            Readers readers,
            ObjectProvider<JoinLinks> joinLinks,
            Clock clock) {
        this.calendars = calendars;
        this.messages = messages;
        this.addresses = addresses;
        this.tokens = tokens;
        this.chairs = chairs;
        this.publicUrl = publicUrl;
        this.readers = readers;
        this.joinLinks = joinLinks.stream().toList();
        this.clock = clock;
    }

    /** Empty if the address is none that mail can be sent to. */
    Optional<OutgoingMail> mail(Booking booking, Delivery delivery, PendingMessage owed) {
        EmailAddress whom = owed.whom().email();
        return MailAddress.plain(whom.value()).map(address -> {
            Occasion occasion = new Occasion(
                    booking,
                    owed,
                    chairs.of(booking),
                    publicUrl.link("/answer/" + tokens.of(Use.ANSWER, booking.id(), whom)),
                    owed.kind() == ItipMethod.CANCEL ? Optional.empty() : join(booking, whom),
                    clock.instant());
            Reader reader = readers.of(whom, booking);
            MessageContent message = messages.write(occasion, reader);
            Mailbox agent = new Mailbox(occasion.chair().name() + " (Passerelle)", addresses.replies(booking.id()));
            MailDraft draft = new MailDraft(
                    addresses.messageId(booking.id(), whom, owed.key()),
                    agent,
                    new Mailbox(owed.whom().name(), address),
                    message.subject(),
                    owed.revision().stamp(),
                    new MailBody(
                            MessageText.of(message),
                            Optional.of(MessageHtml.of(message)),
                            Optional.of(calendar(occasion, delivery))),
                    headers(occasion, message, reader, agent));
            return draft.under(addresses.bounces(booking.id(), whom));
        });
    }

    /** No machine is to answer, and all mails about one booking lie together. */
    private Map<String, String> headers(Occasion occasion, MessageContent message, Reader reader, Mailbox agent) {
        Booking booking = occasion.booking();
        Map<String, String> headers = new LinkedHashMap<>();
        if (!occasion.isOwn()) {
            headers.put("Reply-To", replyTo(occasion.chair(), agent));
        }
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("References", addresses.thread(booking.id()));
        headers.put("Content-Language", message.locale().getLanguage());
        reader.optOut().map(OptOutLinks::headers).ifPresent(headers::putAll);
        return headers;
    }

    /**
     * What people write reaches whoever booked, whose address the mail tells them anyway; and the booking's own, since some
     * calendar programs send their answers there and not to the ORGANIZER.
     */
    private static String replyTo(Occasion.Chair chair, Mailbox agent) {
        String name = Text.line(chair.name(), LONGEST_NAME);
        return MailAddress.plain(chair.email().value())
                        .map(address -> MimeWriter.written(new Mailbox(name, address)) + ", ")
                        .orElse("")
                + MimeWriter.written(new Mailbox("Passerelle", agent.address()));
    }

    private CalendarPart calendar(Occasion occasion, Delivery delivery) {
        Booking booking = occasion.booking();
        PendingMessage owed = occasion.owed();
        EmailAddress whom = owed.whom().email();
        List<Attendee> others = booking.content().attendees().stream()
                .filter(other -> !other.email().equals(whom)
                        && !other.email().equals(occasion.chair().email()))
                .toList();
        Invitation invitation = new Invitation(
                booking,
                owed.only().map(date -> date(booking, owed, date)),
                new Invitation.Parties(
                        addresses.replies(booking.id()),
                        occasion.chair().name(),
                        occasion.chair().email(),
                        owed.whom(),
                        status(new AttendeeStandings(delivery, owed.now(), occasion.now()).of(whom)),
                        others.size() > MOST_OTHERS ? List.of() : others),
                description(occasion),
                owed.revision());
        byte[] bytes = switch (owed.kind()) {
            case REQUEST -> calendars.request(invitation);
            case CANCEL -> occasion.isWithdrawn() ? calendars.withdraw(invitation) : calendars.cancel(invitation);
            case DECLINECOUNTER -> calendars.declineCounter(invitation);
            default -> throw new IllegalStateException("No organizer sends " + owed.kind());
        };
        return new CalendarPart(owed.kind().name(), bytes);
    }

    private static AttendeeStatus status(AttendeeStanding standing) {
        Map<Instant, String> dates = new HashMap<>();
        standing.dates().forEach((date, each) -> dates.put(date, each.token()));
        return new AttendeeStatus(standing.whole().token(), dates);
    }

    /** The date as it is; or as it was told, if the booking no longer has it. */
    private static Occurrence date(Booking booking, PendingMessage owed, Instant recurrenceId) {
        return booking.occurrence(recurrenceId)
                .orElseGet(() -> owed.before()
                        .flatMap(known -> known.date(recurrenceId))
                        .map(told -> new Occurrence(
                                recurrenceId, told.time(), List.of(), List.of(), OccurrenceState.CANCELLED))
                        .orElseThrow());
    }

    /**
     * The link first, for programs that make only the beginning of a text into a link. Who is no longer invited is told
     * neither the notes of those who are nor a way in.
     */
    private static String description(Occasion occasion) {
        String notes =
                occasion.isWithdrawn() ? "" : occasion.booking().content().notes();
        return occasion.join()
                        .map(join -> join + (notes.isBlank() ? "" : "\n\n"))
                        .orElse("")
                + notes;
    }

    /** The link that is the reader's own. */
    private Optional<URI> join(Booking booking, EmailAddress whom) {
        return joinLinks.stream()
                .flatMap(links -> links.of(booking, Joining.person(whom)).stream())
                .findFirst();
    }
}
