package org.passerelle.invitation;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.DeliveryProblem.Stage;
import org.passerelle.invitation.pending.PendingMessage;
import org.passerelle.mail.RetryPauses;
import org.passerelle.mail.quota.Full;

/** What becomes of a mail that was not taken. */
final class Retrying {

    private Retrying() {}

    /** What becomes of it after one more try was in vain. */
    static DeliveryProblem after(Optional<DeliveryProblem> before, PendingMessage owed, String said, Instant now) {
        Optional<DeliveryProblem> same =
                before.filter(trouble -> trouble.what().equals(owed.key()) && trouble.stage() == Stage.TRYING);
        Instant since = same.map(DeliveryProblem::since).orElse(now);
        int tries = same.map(DeliveryProblem::tries).orElse(0) + 1;
        Instant next = now.plus(RetryPauses.after(tries));
        return next.isAfter(since.plus(RetryPauses.LONGEST))
                ? new DeliveryProblem(owed.key(), Stage.GIVEN_UP, tries, since, now, said)
                : new DeliveryProblem(owed.key(), Stage.TRYING, tries, since, next, said);
    }

    /** What becomes of a mail for which the day has no room left. */
    static DeliveryProblem waiting(PendingMessage owed, Full full, Instant now) {
        return new DeliveryProblem(
                owed.key(), Stage.WAITING, 0, now, full.frees(), full.limit().token());
    }

    /** What becomes of a mail that its reader does not want. */
    static DeliveryProblem unwanted(PendingMessage owed, Instant now) {
        return new DeliveryProblem(owed.key(), Stage.OPTED_OUT, 0, now, now, "");
    }

    /** What becomes of a mail that will never be taken. */
    static DeliveryProblem refused(PendingMessage owed, String said, Instant now) {
        return new DeliveryProblem(owed.key(), Stage.GIVEN_UP, 1, now, now, said);
    }
}
