package org.passerelle.invitation.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.account.PersonId;
import org.passerelle.calendar.message.CalendarEvent;
import org.passerelle.calendar.message.MessageMethod;
import org.passerelle.calendar.message.SchedulingMessage;
import org.passerelle.calendar.message.SchedulingMessage.BrokenEvent;
import org.passerelle.calendar.message.SchedulingMessages;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.invitation.MailReceiver;
import org.passerelle.invitation.MailReceiver.ReceivedMail;
import org.passerelle.invitation.agent.MailToRoom;
import org.passerelle.invitation.inbox.InboxMail.Course;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.passerelle.invitation.inbox.Vouching.Certainty;
import org.passerelle.platform.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works through one stored mail: understands it, finds out who sent it, and hands it to whom it is for. Interrupted anywhere
 * it is done again, and leads to the same booking and answers of the same Message-ID.
 */
@Component
class WorkingThrough {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingThrough.class);

    /** A mail that ends the program so often will do so again. */
    private static final int MOST_ATTEMPTS = 20;

    private static final int LONGEST_SUBJECT = 200;

    /** As it is written, in the encoded words of RFC 2047, which the library takes long over where there are many. */
    private static final int LONGEST_ENCODED_SUBJECT = 2_000;

    /** A series has at most 750 dates; each of them may differ. */
    private static final int MOST_EVENTS = 1_000;

    /** Events of one mail, by UID, that count like mails; more are not dealt with. */
    private static final int MOST_COUNTED = 10;

    private static final SchedulingMessage NO_CALENDAR =
            new SchedulingMessage(Optional.empty(), "", List.of(), List.of());

    private final InboxStore store;
    private final Directories directories;
    private final Accounts accounts;
    private final Vouching vouching;
    private final RoomAnswers rooms;
    private final List<MailReceiver> receivers;
    private final Returns returns;
    private final SenderRates rates;
    private final Clock clock;

    WorkingThrough(
            InboxStore store,
            Directories directories,
            Accounts accounts,
            Vouching vouching,
            RoomAnswers rooms,
            List<MailReceiver> receivers,
            Returns returns,
            SenderRates rates,
            Clock clock) {
        this.store = store;
        this.directories = directories;
        this.accounts = accounts;
        this.vouching = vouching;
        this.rooms = rooms;
        this.receivers = List.copyOf(receivers);
        this.returns = returns;
        this.rates = rates;
        this.clock = clock;
    }

    /** Before when it is not to be looked at again; empty once it is dealt with, or waits for the next round. */
    Optional<Instant> through(String id) {
        return store.find(id)
                .filter(mail -> mail.course().state().isOpen())
                .flatMap(mail -> through(mail, approver(mail.course())));
    }

    private Optional<Person> approver(Course course) {
        return Optional.of(course.approver())
                .filter(id -> !id.isEmpty())
                .map(PersonId::read)
                .flatMap(accounts::person);
    }

    void approved(InboxMail mail, Person manager) {
        through(mail, Optional.of(manager));
    }

    private Optional<Instant> through(InboxMail mail, Optional<Person> approver) {
        Course known = mail.course();
        if (known.attempts() >= MOST_ATTEMPTS) {
            store.note(mail.id(), known.ended(State.FAILED, known.grounds()));
            LOG.warn("A mail to {} is given up after {} attempts", mail.recipient(), MOST_ATTEMPTS);
            return Optional.empty();
        }
        byte[] raw = store.raw(mail.id());
        ParsedMail parsed = MailParser.parse(raw);
        Optional<String> sender = Origin.sender(parsed);
        String manager = approver.map(person -> person.id().text()).orElse("");
        Course begun = known.begun(manager, sender.orElse(""));
        store.note(mail.id(), begun);
        Optional<Room> room = directories.current().roomAddressedAs(mail.recipient());
        Optional<Course> cameBack = room.isPresent() ? Optional.empty() : returns.take(mail, parsed, begun);
        if (cameBack.isPresent()) {
            store.note(mail.id(), cameBack.get());
        } else if (room.isPresent() && approver.isEmpty() && Origin.isOfAMachine(parsed, mail.returnPath())) {
            store.note(mail.id(), begun.ended(State.IGNORED, List.of("MACHINE")));
        } else if (sender.isEmpty()) {
            store.note(mail.id(), begun.ended(State.IGNORED, List.of("NO_SENDER")));
        } else if (directories.current().roomAddressedAs(sender.get()).isPresent()) {
            store.note(mail.id(), begun.ended(State.IGNORED, List.of("OWN_MAIL")));
        } else {
            return deliver(mail, begun, parsed, sender.get(), raw);
        }
        return Optional.empty();
    }

    private Optional<Instant> deliver(InboxMail mail, Course begun, ParsedMail parsed, String sender, byte[] raw) {
        Certainty certainty = vouching.of(mail, sender, raw);
        if (certainty == Certainty.UNKNOWN_YET) {
            store.note(mail.id(), begun.putOff());
            return Optional.empty();
        }
        // What only says that it is of somebody does not use up what that somebody may send.
        String counted = certainty.isCertain() ? sender : "perhaps " + sender;
        Optional<Instant> later =
                begun.approver().isEmpty() ? rates.count(counted, mail.id(), clock.instant()) : Optional.empty();
        if (later.isPresent()) {
            store.note(mail.id(), begun.deferred());
            return later;
        }
        Optional<Room> room = directories.current().roomAddressedAs(mail.recipient());
        if (room.isPresent()) {
            Optional<Person> approver = approver(begun);
            List<SchedulingMessage> content =
                    read(parsed, directories.current().siteOf(room.get()).zone());
            Optional<Instant> events =
                    begun.approver().isEmpty() ? countEvents(mail, counted, content) : Optional.empty();
            if (events.isPresent()) {
                store.note(mail.id(), begun.deferred());
                return events;
            }
            Course titled = begun.about(maySaySubject(content) ? subject(parsed) : "");
            MailToRoom toRoom = new MailToRoom(
                    approver.isPresent() ? mail.id() + "/approved" : mail.id(),
                    parsed.first("message-id"),
                    sender,
                    certainty.isCertain(),
                    room.get(),
                    content,
                    approver);
            rooms.answer(mail, titled, toRoom, parsed.isTnef());
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        List<SchedulingMessage> content = read(parsed, ZoneOffset.UTC);
        for (SchedulingMessage each : content.isEmpty() ? List.of(NO_CALENDAR) : content) {
            ReceivedMail received = new ReceivedMail(
                    mail.id(), parsed.first("message-id"), sender, mail.recipient(), certainty.isCertain(), each, raw);
            receivers.stream()
                    .filter(receiver -> receiver.takes(mail.recipient()))
                    .findFirst()
                    .ifPresent(receiver -> lines.addAll(receiver.take(received)));
        }
        State state = lines.isEmpty() ? State.IGNORED : State.DONE;
        store.note(mail.id(), begun.ended(state, lines.isEmpty() ? List.of("NO_EFFECT") : lines));
        return Optional.empty();
    }

    /** Each further event of a mail uses up as much of what its sender may send as a mail of its own would. */
    private Optional<Instant> countEvents(InboxMail mail, String sender, List<SchedulingMessage> content) {
        long events = content.stream()
                .flatMap(each -> Stream.concat(
                        each.events().stream().map(CalendarEvent::uid),
                        each.broken().stream().map(BrokenEvent::uid)))
                .distinct()
                .limit(MOST_COUNTED)
                .count();
        Optional<Instant> later = Optional.empty();
        for (int i = 1; i < events; i++) {
            Optional<Instant> until = rates.count(sender, mail.id() + "/" + i, clock.instant());
            later = until.isPresent() ? until : later;
        }
        return later;
    }

    /** Each VCALENDAR of each part by itself. */
    private static List<SchedulingMessage> read(ParsedMail parsed, ZoneId home) {
        if (parsed.calendars().size() > ParsedMail.MOST_CALENDARS) {
            return List.of(unread("it holds more than " + ParsedMail.MOST_CALENDARS + " calendars"));
        }
        return parsed.calendars().stream()
                .flatMap(part -> part.holdsAtMost(MOST_EVENTS)
                        ? SchedulingMessages.readEach(part.bytes(), part.charset(), home).stream()
                                .map(each -> declared(each, part.method()))
                        : Stream.of(unread("there are more than " + MOST_EVENTS + " events")))
                .toList();
    }

    /** What the mail declares counts where the calendar itself has no METHOD, which RFC 6047 section 2.4 wants to be the same. */
    private static SchedulingMessage declared(SchedulingMessage calendar, String method) {
        return calendar.method().isPresent()
                ? calendar
                : new SchedulingMessage(
                        MessageMethod.parse(method), calendar.product(), calendar.events(), calendar.broken());
    }

    private static SchedulingMessage unread(String reason) {
        return new SchedulingMessage(Optional.empty(), "", List.of(), List.of(new BrokenEvent("", 1, reason)));
    }

    /** The subject of an invitation is its title; that of one which is for those who take part is told to no manager. */
    private static boolean maySaySubject(List<SchedulingMessage> content) {
        List<CalendarEvent> events =
                content.stream().flatMap(each -> each.events().stream()).toList();
        return content.isEmpty()
                || !events.isEmpty()
                        && events.stream().noneMatch(event -> event.standing().hidden());
    }

    private static String subject(ParsedMail mail) {
        String written = mail.first("subject");
        String some = written.substring(0, Math.min(written.length(), LONGEST_ENCODED_SUBJECT));
        return Text.line(DecoderUtil.decodeEncodedWords(some, DecodeMonitor.SILENT), LONGEST_SUBJECT);
    }
}
