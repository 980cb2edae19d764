package org.passerelle.booking.decision;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.platform.text.Text;

/**
 * What became of a request.
 *
 * @param by who decided; empty if nobody did in time, and for what was decided before this was kept
 * @param message what was said with it to whoever asked, at most {@value #LONGEST_MESSAGE} characters; empty if nothing was
 */
public record RequestDecision(DecisionState state, Optional<PersonId> by, Instant at, String message) {

    /** Of a message, in UTF-16 units. */
    public static final int LONGEST_MESSAGE = 2_000;

    /** How it ended. */
    public enum DecisionState {
        APPROVED,
        DECLINED,
        /** Nobody decided in time. */
        LAPSED
    }

    /** @throws IllegalArgumentException if {@code message} is too long or has characters that no text has */
    public RequestDecision {
        Text.requireLines("message", message, LONGEST_MESSAGE);
    }

    public static RequestDecision lapsed(Instant now) {
        return new RequestDecision(DecisionState.LAPSED, Optional.empty(), now, "");
    }

    public boolean isLapse() {
        return state == DecisionState.LAPSED;
    }
}
