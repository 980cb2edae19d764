package org.passerelle.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** An access token as stored: under the SHA-256 of its text, so that the store alone opens nothing. */
@Document("tokens")
record TokenDocument(
        @Id String hash,
        String publicId,
        String owner,
        String name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    boolean isExpiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
