package org.passerelle.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.EmailAddress;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.passerelle.platform.work.Fence;
import org.passerelle.platform.work.RegularWork;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the links that set passwords, in the background: whoever asks for one hears the same at the same pace, whether there is an
 * account or not. They wait in memory for half an hour at most, while the mail server is away; whoever got none asks again.
 */
@Component
public class PasswordMailing extends RegularWork {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordMailing.class);
    private static final String NAME = "passwords";
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Duration WAITS = Duration.ofMinutes(30);

    /** More than are asked for where none is asked for in bad faith. */
    private static final int MOST = 1_000;

    private final PasswordMail mail;
    private final Postbox postbox;
    private final Clock clock;
    private final BlockingQueue<Wanted> wanted = new ArrayBlockingQueue<>(MOST);
    private volatile @Nullable WorkTimer thread;

    PasswordMailing(PasswordMail mail, Postbox postbox, Clock clock) {
        super(NAME);
        this.mail = mail;
        this.postbox = postbox;
        this.clock = clock;
    }

    private record Wanted(EmailAddress address, PasswordMailKind kind, Instant since) {}

    /** Sends a link, good for half an hour, to whoever has an account under {@code address}; to others nothing. */
    public void forgotten(EmailAddress address) {
        add(address, PasswordMailKind.FORGOTTEN);
    }

    /** Sends a link, good for a week, to somebody for whom an account has been made. */
    public void invite(EmailAddress address) {
        add(address, PasswordMailKind.INVITED);
    }

    private void add(EmailAddress address, PasswordMailKind kind) {
        if (!wanted.offer(new Wanted(address, kind, clock.instant()))) {
            LOG.warn("{} links that set passwords wait to be mailed; another one was not taken", MOST);
            return;
        }
        WorkTimer current = thread;
        if (current != null) {
            current.after(Duration.ZERO, this::comeRound);
        }
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, ROUND, this::comeRound);
        thread = started;
    }

    private void comeRound() {
        List<Wanted> now = new ArrayList<>();
        wanted.drainTo(now);
        for (Wanted each : now) {
            Fence.around(() -> send(each))
                    .ifPresent(failure ->
                            WorkFailures.report(LOG, NAME, "A link that sets a password was not mailed", failure));
        }
    }

    private void send(Wanted one) {
        if (one.since().plus(WAITS).isBefore(clock.instant())) {
            return;
        }
        HandoverOutcome outcome =
                mail.to(one.address(), one.kind()).map(this::handOver).orElse(HandoverOutcome.REFUSED);
        if ((outcome == HandoverOutcome.LATER || outcome == HandoverOutcome.UNREACHABLE) && !wanted.offer(one)) {
            LOG.warn("A link that sets a password is not kept to be mailed later: {} wait already", MOST);
        }
    }

    private HandoverOutcome handOver(OutgoingMail made) {
        return postbox.send(made).outcome();
    }
}
