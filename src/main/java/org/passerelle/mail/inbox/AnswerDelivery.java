package org.passerelle.mail.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes what became of a mail at its receiver, and hands over the answers. While they are not taken the mail stays as received
 * and is looked at again, for three days.
 */
@Component
class AnswerDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDelivery.class);
    private static final Duration LONGEST_TRYING = Duration.ofDays(3);

    /** While the server is away no answer is tried; each would wait for it anew. */
    private static final Duration BREATHER = Duration.ofSeconds(30);

    private final InboxStore store;
    private final Postbox postbox;
    private final Clock clock;
    private volatile Instant unreachableUntil = Instant.MIN;

    AnswerDelivery(InboxStore store, Postbox postbox, Clock clock) {
        this.store = store;
        this.postbox = postbox;
        this.clock = clock;
    }

    void deliver(InboxMail mail, MailCourse begun, Reception reception) {
        MailCourse decided =
                reception.title().map(begun::about).orElse(begun).ended(MailState.RECEIVED, reception.reasons());
        if (!reception.answers().isEmpty()) {
            // The next look, should this one be interrupted, is to know what was decided.
            store.note(mail.id(), decided);
        }
        List<LoggedAnswer> told = new ArrayList<>(decided.answers());
        for (OutgoingMail each : reception.answers()) {
            HandoverOutcome outcome = hand(each);
            if (outcome == HandoverOutcome.LATER || outcome == HandoverOutcome.UNREACHABLE) {
                boolean isGivenUp = mail.received().plus(LONGEST_TRYING).isBefore(clock.instant());
                if (isGivenUp) {
                    LOG.warn("The answer of {} to {} is given up", mail.recipient(), each.recipient());
                }
                store.note(
                        mail.id(), isGivenUp ? decided.ended(MailState.FAILED, decided.reasons()) : decided.putOff());
                return;
            }
            told.add(new LoggedAnswer(each.messageId(), each.recipient(), outcome));
        }
        MailState state = switch (reception.outcome()) {
            case DONE -> MailState.DONE;
            case KEPT -> MailState.KEPT;
            case IGNORED -> MailState.IGNORED;
        };
        store.note(mail.id(), decided.ended(state, decided.reasons()).answering(told));
    }

    private HandoverOutcome hand(OutgoingMail mail) {
        if (clock.instant().isBefore(unreachableUntil)) {
            return HandoverOutcome.UNREACHABLE;
        }
        HandoverOutcome outcome = postbox.send(mail).outcome();
        if (outcome == HandoverOutcome.UNREACHABLE) {
            unreachableUntil = clock.instant().plus(BREATHER);
        }
        return outcome;
    }
}
