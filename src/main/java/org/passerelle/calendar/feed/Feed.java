package org.passerelle.calendar.feed;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.calendar.feed.cache.FeedDetail;

/**
 * What may be told about a feed; never its address, which nobody can read back.
 *
 * @param id its public name, unrelated to the address
 * @param of the id of its subject, see {@link FeedSubject}
 * @param fetches how often it was fetched, unchanged answers included
 */
public record Feed(
        String id,
        FeedScope scope,
        String of,
        FeedDetail detail,
        Instant createdAt,
        Optional<Instant> lastFetchedAt,
        long fetches) {}
