package org.passerelle.outsider;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
 * Sends the mails by which requests are confirmed. Each is owed until it was handed over; if the program ends between the two, it
 * goes out once more under the same Message-ID. What was not confirmed in time is forgotten.
 */
@Component
class OutsiderMailing extends RegularWork {

    private static final Duration ROUND = Duration.ofMinutes(1);

    /** More than are asked for while the mail server keeps some waiting, so that these keep out no others. */
    private static final int AT_A_TIME = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(OutsiderMailing.class);
    private static final String NAME = "outsider-requests";

    private final OutsiderRequestDocuments documents;
    private final OutsiderMail mail;
    private final RequestTallies tallies;
    private final OutsiderProperties limits;
    private final Postbox postbox;
    private final Clock clock;
    private volatile @Nullable WorkTimer thread;

    OutsiderMailing(
            OutsiderRequestDocuments documents,
            OutsiderMail mail,
            RequestTallies tallies,
            OutsiderProperties limits,
            Postbox postbox,
            Clock clock) {
        super(NAME);
        this.documents = documents;
        this.mail = mail;
        this.tallies = tallies;
        this.limits = limits;
        this.postbox = postbox;
        this.clock = clock;
    }

    @Override
    protected void schedule(WorkTimer started) {
        started.every(Duration.ZERO, ROUND, this::comeRound);
        thread = started;
    }

    /** Sends soon what is owed. */
    void begin() {
        WorkTimer current = thread;
        if (current == null) {
            comeRound();
        } else {
            current.after(Duration.ZERO, this::comeRound);
        }
    }

    void comeRound() {
        documents.forgetAskedBefore(clock.instant().minus(OutsiderRequest.CONFIRMED_WITHIN));
        tallies.forgetBegunBefore(clock.instant().minus(limits.day()));
        for (OutsiderRequest request : documents.unmailed(AT_A_TIME)) {
            if (!isHandled(request)) {
                return;
            }
        }
    }

    /** Whether others may fare better. One whose mail cannot be made holds up no other. */
    private boolean isHandled(OutsiderRequest request) {
        boolean[] goesOn = {true};
        Fence.around(() -> goesOn[0] = send(request))
                .ifPresent(failure -> WorkFailures.report(
                        LOG, NAME, "The mail that confirms request " + request.id() + " was not made", failure));
        return goesOn[0];
    }

    private boolean send(OutsiderRequest request) {
        HandoverOutcome outcome = mail.of(request)
                .map(postbox::send)
                .map(Postbox.Receipt::outcome)
                .orElse(HandoverOutcome.REFUSED);
        switch (outcome) {
            case TAKEN -> documents.noteMailed(request.id());
            case REFUSED, UNWANTED -> documents.remove(request.id());
            case LATER, UNREACHABLE -> {}
        }
        return outcome != HandoverOutcome.UNREACHABLE;
    }
}
