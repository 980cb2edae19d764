package org.passerelle.api.booking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.InvalidRequest;

/** The header by which a repeated request is known as the first. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /**
     * Empty if none was sent.
     *
     * @throws InvalidRequest if it is too long
     */
    static Optional<String> of(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return Optional.empty();
        }
        if (sent.length() > LONGEST) {
            throw new InvalidRequest(HEADER, "text.too-long");
        }
        return Optional.of(sent);
    }
}
