package org.passerelle.calendar.feed;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A feed as stored: under the SHA-256 of its token, so that the store alone opens nothing.
 *
 * @param slot see {@link org.passerelle.platform.OwnerSlots}; below zero while a new address takes the place of an old one
 * @param fetched null until it is fetched
 * @param content null until it is fetched
 */
@Document("feeds")
record FeedDocument(
        @Id String hash,
        int slot,
        String publicId,
        String owner,
        StoredSubject subject,
        Instant createdAt,
        @Nullable FetchRecord fetched,
        @Nullable StoredFeed content) {

    /** What it shows, and in which language, as a language tag. */
    record StoredSubject(FeedScope scope, String of, FeedDetail detail, String language) {}

    /** How often and when it was last asked for. */
    record FetchRecord(long count, Instant last) {}

    /** The bytes last handed out, by their tag, and since when they have been these. */
    record StoredFeed(String etag, Instant since) {}

    FeedSubject toSubject() {
        return new FeedSubject(subject.scope(), subject.of());
    }

    Feed toFeed() {
        return new Feed(
                publicId,
                subject.scope(),
                subject.of(),
                subject.detail(),
                createdAt,
                Optional.ofNullable(fetched).map(FetchRecord::last),
                fetched == null ? 0 : fetched.count());
    }
}
