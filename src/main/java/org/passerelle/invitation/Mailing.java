package org.passerelle.invitation;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.invitation.pending.DeliveryProblem;
import org.passerelle.invitation.pending.DeliveryProblem.Stage;
import org.passerelle.invitation.pending.Invitee;
import org.passerelle.invitation.pending.LastSent;

/** What became of somebody's invitation, for whoever runs the meeting. */
public enum Mailing {
    /** It has not left yet. */
    PENDING,
    SENT,
    /** It was not taken, and is tried again. */
    RETRYING,
    FAILED,
    /** It was taken, and came back. */
    BOUNCED,
    /** It waits until a limit of the day frees. */
    WAITING,
    /** They want no mail of this network. */
    OPTED_OUT;

    public static Mailing of(Invitee invitee) {
        if (invitee.trouble().isPresent()) {
            return switch (invitee.trouble().get().stage()) {
                case TRYING -> RETRYING;
                case GIVEN_UP -> FAILED;
                case BOUNCED -> BOUNCED;
                case WAITING -> WAITING;
                case OPTED_OUT -> OPTED_OUT;
            };
        }
        return invitee.sent().filter(LastSent::isInvited).isPresent() ? SENT : PENDING;
    }

    /**
     * What whoever refused it said; of a mail that waits, the limit that is used up, such as {@code mails-per-stranger}. Empty if
     * nothing was said.
     */
    public static String said(Invitee invitee) {
        return invitee.trouble().map(DeliveryProblem::said).orElse("");
    }

    /** When a mail that waits or is tried again leaves. */
    public static Optional<Instant> next(Invitee invitee) {
        return invitee.trouble()
                .filter(trouble -> trouble.stage() == Stage.WAITING || trouble.stage() == Stage.TRYING)
                .map(DeliveryProblem::next);
    }
}
