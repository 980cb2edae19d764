package org.passerelle.roomagent;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.write.RoomReply;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.roomagent.AgentAnswers.Fate;
import org.passerelle.roomagent.DecisionExecutor.Performance;
import org.passerelle.roomagent.event.ActingSender;
import org.passerelle.roomagent.event.IncomingMessage;
import org.passerelle.roomagent.event.RoomInvitation;
import org.passerelle.roomagent.event.RoomInvitation.InstanceState;
import org.passerelle.roomagent.event.RoomInvitation.LastReply;
import org.passerelle.roomagent.event.RoomInvitation.OrganiserNotice;
import org.passerelle.roomagent.event.RoomInvitation.State;
import org.passerelle.roomagent.event.StepOutcome;
import org.passerelle.roomagent.message.Explanation;
import org.passerelle.roomagent.reply.DateDecisions;
import org.passerelle.roomagent.reply.DateDecisions.DecidedDate;
import org.passerelle.roomagent.reply.ReplyComposer;
import org.passerelle.roomagent.reply.ReplyMails;
import org.passerelle.roomagent.series.Times;
import org.passerelle.roomagent.store.RoomInvitationStore;
import org.springframework.stereotype.Component;

/**
 * Answers the mail of the rooms. What it does for a message it does once: looked at again after an interruption, the same
 * message finds what it led to and gets the same answers.
 */
@Component
class RoomAgent {

    private static final int MOST_REPEATS = 5;

    private final RoomInvitationStore store;
    private final ActingSender booker;
    private final DecisionExecutor performing;
    private final ReplyComposer answering;
    private final DateDecisions dateDecisions;
    private final BookingChanger keeping;
    private final ReplyMails mails;
    private final ChangeNotices notices;
    private final Directories directories;
    private final Clock clock;

    /** Messages about the same event come in pairs; whoever comes second must see what the first one led to. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    RoomAgent(
            RoomInvitationStore store,
            ActingSender booker,
            DecisionExecutor performing,
            ReplyComposer answering,
            DateDecisions dateDecisions,
            BookingChanger keeping,
            ReplyMails mails,
            ChangeNotices notices,
            Directories directories,
            Clock clock) {
        this.store = store;
        this.booker = booker;
        this.performing = performing;
        this.answering = answering;
        this.dateDecisions = dateDecisions;
        this.keeping = keeping;
        this.mails = mails;
        this.notices = notices;
        this.directories = directories;
        this.clock = clock;
    }

    /** Decides on a mail, does what follows, and returns the answers for whoever sends them. */
    AgentAnswers answer(MailToRoom mail) {
        MessageSorter.Sorted sorted = MessageSorter.sort(mail);
        List<AgentAnswers> decided = new ArrayList<>();
        List<Explanation> notes = new ArrayList<>(sorted.notes());
        oneAtATime.lock();
        try {
            for (IncomingMessage message : sorted.messages()) {
                decided.add(decide(mail.part(decided.size()), message, notes));
            }
        } finally {
            oneAtATime.unlock();
        }
        return together(mail, sorted, decided, notes);
    }

    /** All answers to one mail; the words for its sender are one mail more, where it is certain who that is. */
    private AgentAnswers together(
            MailToRoom mail, MessageSorter.Sorted sorted, List<AgentAnswers> decided, List<Explanation> notes) {
        List<DecisionReason> grounds = new ArrayList<>(sorted.grounds());
        List<OutgoingMail> all = new ArrayList<>();
        for (int i = 0; i < decided.size(); i++) {
            if (decided.size() > 1) {
                grounds.add(DecisionReason.of(DecisionReason.DecisionCode.EVENT, i + 1, decided.size()));
            }
            grounds.addAll(decided.get(i).grounds());
            all.addAll(decided.get(i).mails());
        }
        boolean isTold =
                !notes.isEmpty() && (mail.authenticated() || mail.approver().isPresent());
        if (isTold) {
            List<Explanation> once = notes.stream().distinct().toList();
            mails.words(mail.room(), mail.sender(), mail.id(), mail.messageId(), once)
                    .ifPresent(all::add);
            grounds.add(DecisionReason.of(DecisionReason.DecisionCode.TOLD));
        }
        Set<Fate> fates = decided.stream().map(AgentAnswers::fate).collect(Collectors.toSet());
        Fate done = isTold || fates.contains(Fate.DONE) ? Fate.DONE : Fate.IGNORED;
        return new AgentAnswers(fates.contains(Fate.KEPT) ? Fate.KEPT : done, grounds, all);
    }

    private AgentAnswers decide(MailToRoom mail, IncomingMessage written, List<Explanation> notes) {
        Optional<RoomInvitation> known =
                store.find(mail.room().id(), written.uid()).filter(each -> !isReplaced(each, written));
        ZoneId home = directories.current().siteOf(mail.room()).zone();
        IncomingMessage message = written.namedAsIn(known, home);
        EventAuthority authority = EventAuthority.over(message, known, booker);
        ItipDecision ruling = ItipDecider.judge(message, known, booker.account(message), authority, clock.instant());
        notes.addAll(ruling.notes());
        return switch (ruling.course()) {
            case IGNORE -> new AgentAnswers(Fate.IGNORED, ruling.grounds(), noticesAgain(mail, known));
            case KEEP -> new AgentAnswers(Fate.KEPT, ruling.grounds(), List.of());
            case REPEAT -> repeated(mail, message, known.orElseThrow(), ruling);
            case REFUSE -> refused(mail, message, ruling);
            case ACT -> act(mail, message, ruling, known);
        };
    }

    private AgentAnswers refused(MailToRoom mail, IncomingMessage message, ItipDecision ruling) {
        List<StepOutcome> outcomes = ruling.steps().stream()
                .filter(ItipDecision.Refuse.class::isInstance)
                .map(ItipDecision.Refuse.class::cast)
                .map(step -> StepOutcome.declined(step.event(), step.answer(), StepOutcome.Refusal.of(step.why())))
                .toList();
        return new AgentAnswers(
                Fate.DONE, ruling.grounds(), mails(mail, mail.id(), answering.replies(message, outcomes)));
    }

    /** What was called off or declined keeps no other organiser's invitation of the same UID out. */
    private static boolean isReplaced(RoomInvitation known, IncomingMessage message) {
        return !known.stands()
                && !known.parties().organiser().equals(message.organiser())
                && message.method() != ItipMethod.CANCEL;
    }

    private AgentAnswers act(
            MailToRoom mail, IncomingMessage message, ItipDecision ruling, Optional<RoomInvitation> known) {
        Performance performance = performing.perform(message, ruling, known);
        List<RoomReply> replies = answering.replies(message, performance.outcomes());
        List<OrganiserNotice> told = notices.of(mail, message, known, performance);
        LastReply last = new LastReply(
                mail.id(),
                0,
                replies.stream()
                        .map(reply -> new String(reply.toBytes(), StandardCharsets.UTF_8))
                        .toList());
        store.save(WrittenAnswers.noted(performance.invitation(), replies)
                .answering(last)
                .telling(told));
        boolean isKept = performance.grounds().stream()
                        .anyMatch(ground -> ground.code() == DecisionReason.DecisionCode.MANAGER_DECIDES)
                && replies.isEmpty();
        List<OutgoingMail> all = new ArrayList<>(mails(mail, mail.id(), replies));
        told.forEach(notice -> mails.notice(mail.room(), notice).ifPresent(all::add));
        return new AgentAnswers(isKept ? Fate.KEPT : Fate.DONE, performance.grounds(), all);
    }

    /** Those that this mail led to before an interruption. */
    private List<OutgoingMail> noticesAgain(MailToRoom mail, Optional<RoomInvitation> known) {
        return known.stream()
                .flatMap(invitation -> invitation.noticesOf(mail.id()).stream())
                .flatMap(notice -> mails.notice(mail.room(), notice).stream())
                .toList();
    }

    /** The same message once more: from the same mail after an interruption, or because its sender doubts that it came. */
    private AgentAnswers repeated(
            MailToRoom mail, IncomingMessage message, RoomInvitation invitation, ItipDecision ruling) {
        LastReply last = invitation.last();
        boolean isSameMail = last.mail().equals(mail.id());
        if (!isSameMail && last.repeats() >= MOST_REPEATS) {
            return new AgentAnswers(Fate.IGNORED, ruling.grounds(), List.of());
        }
        ZoneId home = directories.current().siteOf(mail.room()).zone();
        List<RoomReply> replies = new ArrayList<>();
        for (CalendarEvent written : isSameMail
                ? WrittenAnswers.read(last.calendars(), home)
                : WrittenAnswers.to(message, invitation, home)) {
            answering.again(invitation, mail.room(), written, Optional.empty()).ifPresent(replies::add);
        }
        if (!isSameMail) {
            store.update(invitation.answering(new LastReply(last.mail(), last.repeats() + 1, last.calendars())));
        }
        List<OutgoingMail> all = new ArrayList<>(mails(mail, mail.id(), replies));
        all.addAll(noticesAgain(mail, Optional.of(invitation)));
        return new AgentAnswers(Fate.DONE, ruling.grounds(), all);
    }

    /**
     * What the organiser has to be told because of what became of a booking at the site: a manager agreed, did not, let the
     * time to decide go by, or cancelled it. Until {@link #told} it is news.
     *
     * @param id of the event
     */
    List<StatusUpdate> news(String id) {
        oneAtATime.lock();
        try {
            return store.find(id).map(invitation -> news(id, invitation)).orElse(List.of());
        } finally {
            oneAtATime.unlock();
        }
    }

    private List<StatusUpdate> news(String id, RoomInvitation invitation) {
        Optional<Room> room = directories.current().room(invitation.room());
        List<StatusUpdate> all = new ArrayList<>();
        for (Map.Entry<String, InstanceState> each : invitation.parts().entrySet()) {
            InstanceState part = each.getValue();
            Optional<ReplyComposer.Changed> changed = room.flatMap(present -> answering
                    .changed(present, part)
                    .or(() -> dateDecisions
                            .of(present, invitation, each.getKey(), part)
                            .map(DecidedDate::changed)));
            if (room.isPresent() && changed.isPresent()) {
                List<RoomReply> replies =
                        WrittenAnswers.read(List.of(part.written().calendar()), ZoneOffset.UTC).stream()
                                .filter(event -> !Times.isOver(event, clock.instant()))
                                .flatMap(event -> answering.again(invitation, room.get(), event, changed).stream())
                                .toList();
                State state =
                        State.valueOf(changed.get().answer().participation().name());
                String cause = id + each.getKey() + part.stamp() + state;
                List<OutgoingMail> told = invitation.parties().toldOfNews().stream()
                        .flatMap(to -> mails.mails(room.get(), to, cause + to, "", replies).stream())
                        .toList();
                all.add(new StatusUpdate(each.getKey(), part, state, told));
            }
        }
        return List.copyOf(all);
    }

    /** Notes that {@code news} of the event {@code id} was handed over, unless something newer is known by now. */
    void told(String id, StatusUpdate news) {
        oneAtATime.lock();
        try {
            store.find(id)
                    .filter(invitation -> invitation.part(news.key()).equals(Optional.of(news.before())))
                    .ifPresent(invitation -> {
                        giveUpWhatWasMoved(invitation, news);
                        store.update(invitation.with(
                                news.key(),
                                news.before()
                                        .answered(news.state(), news.before().written())));
                    });
        } finally {
            oneAtATime.unlock();
        }
    }

    /** A date that could not be had where its organiser has moved it holds no room any more where it was. */
    private void giveUpWhatWasMoved(RoomInvitation invitation, StatusUpdate news) {
        directories
                .current()
                .room(invitation.room())
                .flatMap(room -> dateDecisions.of(room, invitation, news.key(), news.before()))
                .filter(DecidedDate::isToBeGivenUp)
                .ifPresent(decided ->
                        keeping.drop(decided.booking(), decided.date().recurrenceId()));
    }

    private List<OutgoingMail> mails(MailToRoom mail, String cause, List<RoomReply> replies) {
        return mails.mails(mail.room(), mail.sender(), cause, mail.messageId(), replies);
    }

    /**
     * A few words for the sender of a mail that holds no invitation, once a mail.
     *
     * @param isTnef whether it came as Outlook's own winmail.dat
     */
    Optional<OutgoingMail> help(Room room, String sender, String cause, String messageId, boolean isTnef) {
        return mails.help(room, sender, cause, messageId, isTnef ? "help.tnef" : "help.no-calendar");
    }
}
