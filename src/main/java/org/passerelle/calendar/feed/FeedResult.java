package org.passerelle.calendar.feed;

/** How the wish for a feed ended. */
public sealed interface FeedResult {

    /** A feed just made, or given another address: the only moment at which its address is known. */
    record Issued(String id, String token) implements FeedResult {}

    /** There is none. */
    record Refused(FeedRefusal why) implements FeedResult {}
}
