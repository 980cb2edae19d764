package org.passerelle.mail.inbox;

import java.util.List;
import java.util.Optional;
import org.passerelle.mail.OutgoingMail;

/**
 * What became of a mail at its receiver.
 *
 * @param title for the mail log, as far as whoever manages the recipient may read it; empty to leave what the log has
 * @param reasons all that the mail log is to say about it, in order, with what it said before as far as that still holds
 * @param answers to be handed over, in order; the same, by their Message-ID, when the same mail is received again
 */
public record Reception(
        ReceptionOutcome outcome, Optional<String> title, List<LoggedReason> reasons, List<OutgoingMail> answers) {

    /** How it ended, once the answers are handed over. */
    public enum ReceptionOutcome {
        /** Acted upon. */
        DONE,
        /** Of no consequence. */
        IGNORED,
        /** Kept until a manager decides. */
        KEPT
    }

    public Reception {
        reasons = List.copyOf(reasons);
        answers = List.copyOf(answers);
    }

    /** Acted upon, and not answered. */
    public static Reception done(List<LoggedReason> reasons) {
        return new Reception(ReceptionOutcome.DONE, Optional.empty(), reasons, List.of());
    }

    /** Of no consequence, and not answered. */
    public static Reception ignored(LoggedReason reason) {
        return new Reception(ReceptionOutcome.IGNORED, Optional.empty(), List.of(reason), List.of());
    }
}
