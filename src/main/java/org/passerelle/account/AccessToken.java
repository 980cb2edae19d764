package org.passerelle.account;

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
    public record Issued(String id, String secret) {}
}
