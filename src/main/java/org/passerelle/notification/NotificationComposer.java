package org.passerelle.notification;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.Contact;
import org.passerelle.account.Person;
import org.passerelle.arrival.CheckInLinks;
import org.passerelle.booking.approval.DecisionLinks;
import org.passerelle.booking.approval.QuestionLinks;
import org.passerelle.booking.approval.RequestGrounds;
import org.passerelle.booking.changelog.ActorId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.directory.Directories;
import org.passerelle.invitation.AgentAddresses;
import org.passerelle.invitation.Readers;
import org.passerelle.invitation.pending.OccurrenceSnapshot;
import org.passerelle.invitation.text.MessageContent;
import org.passerelle.invitation.text.MessageHtml;
import org.passerelle.invitation.text.MessageText;
import org.passerelle.invitation.text.Reader;
import org.passerelle.mail.MailAddress;
import org.passerelle.mail.MailDraft;
import org.passerelle.mail.MailDraft.CalendarPart;
import org.passerelle.mail.MailDraft.MailBody;
import org.passerelle.mail.MailDraft.Mailbox;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.optout.OptOutLinks;
import org.passerelle.notification.owed.BookingNotification;
import org.passerelle.notification.owed.NotificationKind;
import org.passerelle.notification.text.NotificationOccasion;
import org.passerelle.notification.text.NotificationOccasion.ToldOverride;
import org.passerelle.notification.text.NotificationWriter;
import org.passerelle.outsider.OutsiderLinks;
import org.passerelle.platform.PublicUrl;
import org.springframework.stereotype.Component;

/** Makes the mail of a notification. Made twice, it has the same Message-ID. */
@Component
class NotificationComposer {

    private final NotificationWriter writer;
    private final BookingCalendar calendars;
    private final AgentAddresses addresses;
    private final Readers readers;
    private final Accounts accounts;
    private final Directories directories;
    private final CheckInLinks checkIns;
    private final DecisionLinks decisions;
    private final QuestionLinks replies;
    private final RequestGrounds grounds;
    private final RescueOffers rescues;
    private final OutsiderLinks outsiders;
    private final PublicUrl publicUrl;
    private final Clock clock;

    NotificationComposer(
            NotificationWriter writer,
            BookingCalendar calendars,
            AgentAddresses addresses,
            Readers readers,
            Accounts accounts,
            Directories directories,
            CheckInLinks checkIns,
            DecisionLinks decisions,
            QuestionLinks replies,
            RequestGrounds grounds,
            RescueOffers rescues,
            OutsiderLinks outsiders,
            PublicUrl publicUrl,
            Clock clock) {
        this.writer = writer;
        this.calendars = calendars;
        this.addresses = addresses;
        this.readers = readers;
        this.accounts = accounts;
        this.directories = directories;
        this.checkIns = checkIns;
        this.decisions = decisions;
        this.replies = replies;
        this.grounds = grounds;
        this.rescues = rescues;
        this.outsiders = outsiders;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Empty if there is nothing to tell any more, or the address is none that mail can be sent to. */
    Optional<OutgoingMail> mail(NotificationDraft draft) {
        Person person = draft.person();
        NotificationOccasion occasion = occasion(draft.booking(), draft.notification(), person);
        Optional<String> address = MailAddress.plain(person.email().value());
        return writer.hasNothingToSay(occasion)
                ? Optional.empty()
                : address.map(to -> mail(occasion, person, new Mailbox(person.name(), to)));
    }

    private NotificationOccasion occasion(Booking booking, BookingNotification notification, Person person) {
        BookingAccess access = new BookingAccess(person, booking, directories.current());
        boolean isMasked = !access.mayRead(BookingPart.CONTENT);
        boolean hasAccount = accounts.person(person.id()).isPresent();
        return new NotificationOccasion(
                booking,
                notification,
                isMasked,
                isMasked ? "" : accounts.contact(booking.owner().organiser()).shown(),
                notification
                        .by()
                        .flatMap(ActorId::account)
                        .map(accounts::contact)
                        .map(Contact::shown),
                press(booking, notification, person),
                notification.kind().strand() == NotificationKind.Strand.RESCUES
                        ? notification.before().stream()
                                .findFirst()
                                .flatMap(date -> rescues.instead(person, booking, date))
                        : Optional.empty(),
                notification.kind().strand() == NotificationKind.Strand.REQUESTS ? grounds.of(booking) : List.of(),
                isMasked || notification.kind().strand() != NotificationKind.Strand.NEWS
                        ? List.of()
                        : booking.status().overrides().stream()
                                .map(each -> new ToldOverride(
                                        each.rule(), accounts.contact(each.by()).shown()))
                                .toList(),
                page(booking, person),
                hasAccount ? Optional.of(publicUrl.link("/preferences/mails")) : Optional.empty(),
                clock.instant());
    }

    private URI page(Booking booking) {
        return publicUrl.link("/bookings/" + booking.id().value());
    }

    /** Who has no account has a link of their own. */
    private URI page(Booking booking, Person reader) {
        return Optional.of(booking)
                .filter(each -> each.owner().organiser().equals(reader.id()))
                .flatMap(outsiders::of)
                .orElseGet(() -> page(booking));
    }

    /** Where a press does what is asked for. */
    private Optional<URI> press(Booking booking, BookingNotification notification, Person person) {
        return switch (notification.kind()) {
            case REMINDER, NO_SHOW ->
                notification.before().stream()
                        .map(OccurrenceSnapshot::recurrenceId)
                        .map(date -> checkIns.of(booking.id(), date))
                        .findFirst();
            case OFFERED -> Optional.of(page(booking));
            case ASKED_BACK -> booking.status().request().open().map(question -> replies.of(booking, question));
            case DECIDE, DECIDE_MOVE, ANSWERED, UNDECIDED ->
                Optional.of(person.id())
                        .filter(AccountId.class::isInstance)
                        .map(account -> decisions.of(booking, (AccountId) account));
            case ROOM_FAILED, DEVICE_FAILED ->
                notification.before().stream()
                        // What has begun is moved nowhere.
                        .filter(date -> date.time().start().isAfter(clock.instant()))
                        .map(OccurrenceSnapshot::recurrenceId)
                        .map(date -> rescues.link(booking.id(), date, person.id()))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private OutgoingMail mail(NotificationOccasion occasion, Person person, Mailbox to) {
        Booking booking = occasion.booking();
        BookingNotification notification = occasion.notification();
        Reader reader = readers.of(person.email(), booking);
        MessageContent message = writer.write(occasion, reader);
        Optional<CalendarPart> calendar = isInCalendar(notification.kind())
                ? Optional.of(new CalendarPart(
                        ItipMethod.PUBLISH.name(), calendars.publish(booking, person, message.locale())))
                : Optional.empty();
        MailDraft draft = new MailDraft(
                addresses.messageId(booking.id(), person.email(), notification.key()),
                new Mailbox("Passerelle", addresses.replies(booking.id())),
                to,
                message.subject(),
                notification.at(),
                new MailBody(MessageText.of(message), Optional.of(MessageHtml.of(message)), calendar),
                headers(booking, message, reader));
        // Nobody is to answer: what cannot be delivered would come back to where people answer invitations.
        return draft.under("");
    }

    /** In the calendar of whoever booked stands what they booked, until they are told that it is off. */
    private static boolean isInCalendar(NotificationKind kind) {
        return kind.strand() == NotificationKind.Strand.NEWS && kind != NotificationKind.RELEASED;
    }

    private Map<String, String> headers(Booking booking, MessageContent message, Reader reader) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("References", addresses.thread(booking.id()));
        headers.put("Content-Language", message.locale().getLanguage());
        reader.optOut().map(OptOutLinks::headers).ifPresent(headers::putAll);
        return headers;
    }
}
