package org.passerelle.invitation.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.invitation.OutgoingMail;
import org.passerelle.invitation.Postbox;
import org.passerelle.invitation.Postbox.Outcome;
import org.passerelle.invitation.agent.AgentAnswers;
import org.passerelle.invitation.agent.Ground;
import org.passerelle.invitation.agent.MailToRoom;
import org.passerelle.invitation.agent.RoomAgent;
import org.passerelle.invitation.inbox.InboxMail.Course;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has a room decide on a mail, notes the decision, and hands over the answers. While they are not taken the mail stays as
 * received and is looked at again, for three days.
 */
@Component
class RoomAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(RoomAnswers.class);
    private static final Duration PATIENCE = Duration.ofDays(3);

    /** While the server is away no answer is tried; each would wait for it anew. */
    private static final Duration BREATHER = Duration.ofSeconds(30);

    private final InboxStore store;
    private final RoomAgent agent;
    private final Postbox postbox;
    private final Clock clock;
    private volatile Instant unreachableUntil = Instant.MIN;

    RoomAnswers(InboxStore store, RoomAgent agent, Postbox postbox, Clock clock) {
        this.store = store;
        this.agent = agent;
        this.postbox = postbox;
        this.clock = clock;
    }

    void answer(InboxMail mail, Course begun, MailToRoom toRoom, boolean isTnef) {
        AgentAnswers answers = agent.answer(toRoom);
        List<OutgoingMail> mails = new ArrayList<>(answers.mails());
        List<String> grounds = new ArrayList<>(begun.grounds());
        boolean wasDecided = !grounds.isEmpty() && (toRoom.approver().isEmpty() || isDecidedBy(grounds));
        if (!wasDecided) {
            answers.grounds().forEach(ground -> grounds.add(ground.toString()));
        }
        boolean isInvitation = answers.grounds().stream().noneMatch(ground -> ground.code() == Ground.Code.NO_CALENDAR);
        boolean needsHelp = !isInvitation && toRoom.authenticated();
        if (needsHelp) {
            agent.help(toRoom.room(), toRoom.sender(), mail.id(), toRoom.messageId(), isTnef)
                    .ifPresent(mails::add);
            if (!wasDecided) {
                grounds.add(isTnef ? "TNEF" : "HELPED");
            }
        }
        Course decided = begun.ended(State.RECEIVED, grounds);
        store.note(mail.id(), decided);
        State state = switch (answers.fate()) {
            case DONE -> State.DONE;
            case KEPT -> State.KEPT;
            case IGNORED -> needsHelp ? State.DONE : State.IGNORED;
        };
        send(mail, decided, mails, state);
    }

    /** Whether a manager's decision is among what was noted before; then what else was noted belongs to it. */
    private static boolean isDecidedBy(List<String> grounds) {
        return grounds.stream().anyMatch(ground -> ground.startsWith("MANAGER_DECIDED"));
    }

    private void send(InboxMail mail, Course decided, List<OutgoingMail> mails, State state) {
        List<String> told = new ArrayList<>(decided.answers());
        for (OutgoingMail each : mails) {
            Outcome outcome = hand(each);
            if (outcome == Outcome.LATER || outcome == Outcome.UNREACHABLE) {
                boolean isGivenUp = mail.received().plus(PATIENCE).isBefore(clock.instant());
                if (isGivenUp) {
                    LOG.warn("The answer of {} to {} is given up", mail.recipient(), each.recipient());
                }
                store.note(mail.id(), isGivenUp ? decided.ended(State.FAILED, decided.grounds()) : decided.putOff());
                return;
            }
            told.add(each.messageId() + " " + each.recipient() + " " + outcome);
        }
        store.note(mail.id(), decided.ended(state, decided.grounds()).answering(told));
    }

    private Outcome hand(OutgoingMail mail) {
        if (clock.instant().isBefore(unreachableUntil)) {
            return Outcome.UNREACHABLE;
        }
        Outcome outcome = postbox.send(mail).outcome();
        if (outcome == Outcome.UNREACHABLE) {
            unreachableUntil = clock.instant().plus(BREATHER);
        }
        return outcome;
    }
}
