package org.passerelle.calendar.feed;

/**
 * What a feed is the calendar of.
 *
 * @param of the id of the room, site, operator, organisation or person, as it is stored
 */
public record FeedSubject(FeedScope scope, String of) {

    private static final int LONGEST_NAME = 254;

    /** @throws IllegalArgumentException if {@code of} is blank or longer than any name is */
    public FeedSubject {
        if (of.isBlank() || of.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Not the name of anything that has a calendar");
        }
    }
}
