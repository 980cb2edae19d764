package org.passerelle.invitation.pending;

import java.time.Instant;

/**
 * What went wrong with a mail.
 *
 * @param what names the mail, see {@link PendingMessage#key()}
 * @param next when it is tried again, or was last tried if it is not
 * @param said the reason, in the words of whoever refused
 */
public record DeliveryProblem(String what, Stage stage, int tries, Instant since, Instant next, String said) {

    /** How it stands with it. */
    public enum Stage {
        /** It is tried again. */
        TRYING,
        /** It was tried for days, or refused for good. */
        GIVEN_UP,
        /** It was taken, and came back. */
        BOUNCED,
        /** A limit of the day is used up; it leaves when that is counted anew. What is said names the limit. */
        WAITING,
        /** Whoever it is for wants no mail of this network. */
        OPTED_OUT
    }
}
