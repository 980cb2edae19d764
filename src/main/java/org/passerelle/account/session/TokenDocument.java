package org.passerelle.account.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An access token as stored: under the SHA-256 of its text, so that the store alone opens nothing.
 *
 * @param slot see {@link org.passerelle.platform.OwnerSlots}
 * @param stamp of the password that the owner had when it was made; under another one it opens nothing
 * @param family the hashes of the token that it was made with, of the one that that was made with, and so on; it opens
 *     nothing unless all of them do. Null if it was made with a password
 */
@Document("tokens")
public record TokenDocument(
        @Id String hash,
        int slot,
        String publicId,
        String owner,
        String name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        String stamp,
        @Nullable List<String> family) {

    List<String> ancestors() {
        return family == null ? List.of() : family;
    }

    public AccountId accountId() {
        return new AccountId(owner);
    }

    boolean isExpiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
