package org.passerelle.calendar.feed.cache;

import org.passerelle.calendar.write.WrittenBooking;

/** A booking and how one feed tells it. */
public record FeedEvent(CachedEvent booking, WrittenBooking written) {

    public int bytes() {
        return written.bytes().length;
    }
}
