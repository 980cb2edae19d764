package org.passerelle.calendar;

import java.util.Locale;

/**
 * What a feed is the calendar of.
 *
 * @param of the id of the room, site, operator or organisation, or the address of the person in lower case
 */
public record FeedSubject(FeedScope scope, String of) {

    private static final int LONGEST_NAME = 254;

    /** @throws IllegalArgumentException if {@code of} is blank or longer than any name is */
    public FeedSubject {
        if (of.isBlank() || of.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("Not the name of anything that has a calendar");
        }
        of = scope == FeedScope.PERSON ? of.toLowerCase(Locale.ROOT) : of;
    }
}
