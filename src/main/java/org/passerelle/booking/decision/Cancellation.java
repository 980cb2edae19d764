package org.passerelle.booking.decision;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.platform.text.Text;

/**
 * That a date was called off by somebody else than its organiser.
 *
 * @param by who did; empty if the program did
 * @param message what was said with it, at most {@value #LONGEST_MESSAGE} characters; empty if nothing was
 */
public record Cancellation(Optional<PersonId> by, Instant at, String message) {

    /** Of a message, in UTF-16 units. */
    public static final int LONGEST_MESSAGE = 2_000;

    /** @throws IllegalArgumentException if {@code message} is too long or has characters that no text has */
    public Cancellation {
        Text.requireLines("message", message, LONGEST_MESSAGE);
    }
}
