package org.passerelle.mail.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.platform.store.StoreFailure;
import org.passerelle.platform.text.Text;
import org.passerelle.platform.work.CorrelationId;
import org.passerelle.platform.work.WorkFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works through one mail so that whatever it does to the program stays with it: what nobody foresaw is noted in the mail log,
 * the mail is tried again after pauses that grow, and given up after a few. Meanwhile the others are served.
 */
@Component
class MailFence {

    private static final Logger LOG = LoggerFactory.getLogger(MailFence.class);
    private static final int MOST_FAULTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_FAULT = 200;
    private static final int GROWTH = 4;

    private final InboundProcessor working;
    private final InboxStore store;
    private final Clock clock;

    /** How often each has failed since the start. */
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();

    MailFence(InboundProcessor working, InboxStore store, Clock clock) {
        this.working = working;
        this.store = store;
        this.clock = clock;
    }

    /** Before when it is not to be looked at again; empty once it is dealt with, or waits for the next round. */
    Optional<Instant> through(String id) {
        try (CorrelationId.Scope ignored = new CorrelationId(CorrelationId.Door.MAIL, id).open()) {
            return fenced(id);
        }
    }

    private Optional<Instant> fenced(String id) {
        try {
            Optional<Instant> later = working.through(id);
            faults.remove(id);
            return later;
        } catch (Exception | Error unforeseen) {
            return failed(id, unforeseen);
        }
    }

    private Optional<Instant> failed(String id, Throwable unforeseen) {
        WorkFailures.note("inbox");
        if (StoreFailure.isIn(unforeseen)) {
            StoreFailure.log(LOG, "Mail to rooms waits", unforeseen);
            note(id, MailCourse::putOff);
            return Optional.of(clock.instant().plus(FIRST_PAUSE));
        }
        int count = faults.merge(id, 1, Integer::sum);
        if (count == 1) {
            LOG.warn("Mail {} failed for a reason that nobody foresaw; it is tried again", id, unforeseen);
        } else {
            LOG.warn(
                    "Mail {} failed again, {} times by now: {}",
                    id,
                    count,
                    Text.line(unforeseen.toString(), LONGEST_FAULT));
        }
        boolean isGivenUp = count >= MOST_FAULTS;
        note(id, course -> isGivenUp ? course.failed(unforeseen.getClass().getSimpleName()) : course.interrupted());
        if (isGivenUp) {
            faults.remove(id);
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, count - 1.0));
        return Optional.of(clock.instant().plus(pause));
    }

    private void note(String id, UnaryOperator<MailCourse> change) {
        try {
            store.find(id).map(InboxMail::course).ifPresent(course -> store.note(id, change.apply(course)));
        } catch (RuntimeException notNoted) {
            StoreFailure.log(LOG, "How a mail did could not be noted", notNoted);
        }
    }
}
