package org.passerelle.invitation.inbox;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.passerelle.account.Person;
import org.passerelle.calendar.message.SchedulingMessage;
import org.passerelle.calendar.message.SchedulingMessages;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.invitation.MailReceiver;
import org.passerelle.invitation.MailReceiver.ReceivedMail;
import org.passerelle.invitation.OutgoingMail;
import org.passerelle.invitation.Postbox;
import org.passerelle.invitation.agent.AgentAnswers;
import org.passerelle.invitation.agent.MailToRoom;
import org.passerelle.invitation.agent.RoomAgent;
import org.passerelle.invitation.inbox.InboxMail.Course;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works through one stored mail: understands it, has the room decide, sends the answers, notes what was done. Interrupted
 * anywhere it is done again, and leads to the same booking and answers of the same Message-ID.
 */
@Component
class WorkingThrough {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingThrough.class);
    private static final int MOST_ATTEMPTS = 20;
    private static final int LONGEST_SUBJECT = 200;

    private final InboxStore store;
    private final Directories directories;
    private final RoomAgent agent;
    private final List<MailReceiver> receivers;
    private final Postbox postbox;
    private final InboxSettings settings;

    WorkingThrough(
            InboxStore store,
            Directories directories,
            RoomAgent agent,
            List<MailReceiver> receivers,
            Postbox postbox,
            InboxSettings settings) {
        this.store = store;
        this.directories = directories;
        this.agent = agent;
        this.receivers = List.copyOf(receivers);
        this.postbox = postbox;
        this.settings = settings;
    }

    void through(String id) {
        store.find(id)
                .filter(mail -> mail.course().state() == State.RECEIVED)
                .ifPresent(mail -> through(mail, Optional.empty()));
    }

    void approved(InboxMail mail, Person manager) {
        through(mail, Optional.of(manager));
    }

    private void through(InboxMail mail, Optional<Person> approver) {
        if (mail.course().attempts() >= MOST_ATTEMPTS) {
            store.note(
                    mail.id(), with(mail.course(), State.FAILED, mail.course().grounds()));
            LOG.warn("A mail to {} is given up after {} attempts", mail.recipient(), MOST_ATTEMPTS);
            return;
        }
        byte[] raw = store.raw(mail.id());
        ParsedMail parsed = MailParser.parse(raw);
        Optional<String> sender = Origin.sender(parsed);
        Course begun = new Course(
                State.RECEIVED,
                mail.course().attempts() + 1,
                sender.orElse(""),
                subject(parsed),
                mail.course().grounds(),
                mail.course().answers());
        store.note(mail.id(), begun);
        boolean isForARoom =
                directories.current().roomAddressedAs(mail.recipient()).isPresent();
        if (isForARoom && approver.isEmpty() && Origin.isOfAMachine(parsed, mail.returnPath())) {
            end(mail, begun, State.IGNORED, List.of("MACHINE"));
        } else if (sender.isEmpty()) {
            end(mail, begun, State.IGNORED, List.of("NO_SENDER"));
        } else if (isOneOfUs(sender.get())) {
            end(mail, begun, State.IGNORED, List.of("OWN_MAIL"));
        } else {
            deliver(mail, begun, parsed, sender.get(), approver, raw);
        }
    }

    private boolean isOneOfUs(String sender) {
        return directories.current().roomAddressedAs(sender).isPresent();
    }

    private void deliver(
            InboxMail mail, Course begun, ParsedMail parsed, String sender, Optional<Person> approver, byte[] raw) {
        boolean authenticated = mail.trusted()
                || settings.authserv()
                        .filter(authserv -> Origin.isVouchedFor(parsed, sender, authserv))
                        .isPresent();
        Optional<Room> room = directories.current().roomAddressedAs(mail.recipient());
        if (room.isPresent()) {
            MailToRoom toRoom = new MailToRoom(
                    approver.isPresent() ? mail.id() + "/approved" : mail.id(),
                    parsed.first("message-id"),
                    sender,
                    authenticated,
                    room.get(),
                    content(parsed, room.get()),
                    approver);
            answer(mail, begun, parsed, toRoom);
            return;
        }
        List<String> lines = new ArrayList<>();
        SchedulingMessage content = read(parsed, ZoneOffset.UTC);
        ReceivedMail received = new ReceivedMail(
                mail.id(), parsed.first("message-id"), sender, mail.recipient(), authenticated, content, raw);
        receivers.stream()
                .filter(receiver -> receiver.takes(mail.recipient()))
                .findFirst()
                .ifPresent(receiver -> lines.addAll(receiver.take(received)));
        end(mail, begun, lines.isEmpty() ? State.IGNORED : State.DONE, lines);
    }

    private SchedulingMessage content(ParsedMail parsed, Room room) {
        return read(parsed, directories.current().siteOf(room).zone());
    }

    private static SchedulingMessage read(ParsedMail parsed, ZoneId home) {
        return parsed.calendar()
                .map(part -> SchedulingMessages.read(part.bytes(), part.charset(), home))
                .orElseGet(() -> new SchedulingMessage(Optional.empty(), "", List.of(), List.of()));
    }

    private void answer(InboxMail mail, Course begun, ParsedMail parsed, MailToRoom toRoom) {
        AgentAnswers answers = agent.answer(toRoom);
        List<OutgoingMail> mails = new ArrayList<>(answers.mails());
        List<String> grounds = new ArrayList<>(begun.grounds());
        if (!begun.grounds().isEmpty()
                && begun.attempts() > 1
                && toRoom.approver().isEmpty()) {
            // What was decided was noted before; this time only the answers are given again.
        } else {
            answers.grounds().forEach(ground -> grounds.add(ground.toString()));
        }
        boolean needsHelp = toRoom.content().events().isEmpty() && toRoom.authenticated();
        if (needsHelp) {
            agent.help(toRoom.room(), toRoom.sender(), mail.id(), toRoom.messageId(), parsed.isTnef())
                    .ifPresent(mails::add);
            grounds.add(parsed.isTnef() ? "TNEF" : "HELPED");
        }
        Course decided =
                new Course(State.RECEIVED, begun.attempts(), begun.sender(), begun.subject(), grounds, begun.answers());
        store.note(mail.id(), decided);
        List<String> sent = new ArrayList<>(begun.answers());
        for (OutgoingMail each : mails) {
            Postbox.Receipt receipt = postbox.send(each);
            if (receipt.outcome() == Postbox.Outcome.LATER || receipt.outcome() == Postbox.Outcome.UNREACHABLE) {
                return; // It stays as received, and is looked at again.
            }
            sent.add(each.messageId() + " " + each.recipient() + " " + receipt.outcome());
        }
        State state = switch (answers.fate()) {
            case DONE -> State.DONE;
            case KEPT -> State.KEPT;
            case IGNORED -> needsHelp ? State.DONE : State.IGNORED;
        };
        store.note(mail.id(), new Course(state, begun.attempts(), begun.sender(), begun.subject(), grounds, sent));
    }

    private void end(InboxMail mail, Course begun, State state, List<String> grounds) {
        store.note(mail.id(), with(begun, state, grounds));
    }

    private static Course with(Course course, State state, List<String> grounds) {
        return new Course(state, course.attempts(), course.sender(), course.subject(), grounds, course.answers());
    }

    private static String subject(ParsedMail mail) {
        String decoded = DecoderUtil.decodeEncodedWords(mail.first("subject"), DecodeMonitor.SILENT)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return decoded.length() > LONGEST_SUBJECT ? decoded.substring(0, LONGEST_SUBJECT) : decoded;
    }
}
