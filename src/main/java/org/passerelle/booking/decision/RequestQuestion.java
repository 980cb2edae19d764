package org.passerelle.booking.decision;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.platform.text.Text;

/**
 * What whoever decides wants to know before they do.
 *
 * @param by who asks
 * @param text what they ask, at most {@value RequestDecision#LONGEST_MESSAGE} characters
 * @param answer of whoever made the request; empty while there is none
 */
public record RequestQuestion(PersonId by, Instant at, String text, Optional<RequestAnswer> answer) {

    /** @param text as {@link RequestQuestion#text} */
    public record RequestAnswer(Instant at, String text) {

        /** @throws IllegalArgumentException if {@code text} is empty, too long or has characters that no text has */
        public RequestAnswer {
            requireText("answer", text);
        }
    }

    /** @throws IllegalArgumentException as of a {@link RequestAnswer} */
    public RequestQuestion {
        requireText("question", text);
    }

    /** One that was not answered yet. */
    public RequestQuestion(PersonId by, Instant at, String text) {
        this(by, at, text, Optional.empty());
    }

    private static void requireText(String name, String text) {
        Text.requireLines(name, text, RequestDecision.LONGEST_MESSAGE);
        if (text.isBlank()) {
            throw new IllegalArgumentException("Nothing is said in the " + name);
        }
    }

    RequestQuestion answered(RequestAnswer given) {
        return new RequestQuestion(by, at, text, Optional.of(given));
    }
}
