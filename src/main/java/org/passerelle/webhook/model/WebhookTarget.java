package org.passerelle.webhook.model;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.passerelle.calendar.feed.FeedSubject;
import org.passerelle.calendar.feed.cache.FeedDetail;

/**
 * Who is told of what.
 *
 * @param url where it is told; may hold a secret of the receiver
 * @param events at least one
 * @param subject whose bookings, as of a feed
 * @param detail how much of them, as in a feed
 */
public record WebhookTarget(URI url, Set<WebhookEvent> events, FeedSubject subject, FeedDetail detail) {

    /** @throws IllegalArgumentException if there is no event */
    public WebhookTarget {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Told of nothing");
        }
        events = Set.copyOf(EnumSet.copyOf(events));
    }
}
