package org.passerelle.roomagent;

import java.util.List;
import org.passerelle.mail.OutgoingMail;

/**
 * What became of a message.
 *
 * @param grounds how that came about, in order
 * @param mails the answers, not sent yet
 */
record AgentAnswers(Fate fate, List<DecisionReason> grounds, List<OutgoingMail> mails) {

    /** How far a message got. */
    enum Fate {
        /** Acted upon, answered or not. */
        DONE,
        /** Of no consequence. */
        IGNORED,
        /** Kept until a manager decides. */
        KEPT
    }

    AgentAnswers {
        grounds = List.copyOf(grounds);
        mails = List.copyOf(mails);
    }
}
