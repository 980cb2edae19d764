package org.passerelle.account.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What may be told about an access token; never the token itself, which nobody can read back.
 *
 * @param id its public name, unrelated to the secret
 * @param expiresAt the first instant at which it no longer works; empty if it works until revoked
 * @param lastUsedAt exact to a minute
 */
public record AccessToken(
        String id, String name, Instant createdAt, Optional<Instant> expiresAt, Optional<Instant> lastUsedAt) {

    /** A token just made: the only moment at which its secret is known. */
    public record Issued(String id, String secret) implements Issue {}

    /** What came of asking for a token. */
    public sealed interface Issue permits Issued, Refused {}

    /** Why there is none. */
    public enum Refused implements Issue {
        /** Too many tokens led to it. */
        TOO_DEEP,
        /** They have as many as anybody may have. */
        TOO_MANY
    }
}
