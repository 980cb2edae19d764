package org.passerelle.calendar;

/** What kind of thing a feed is the calendar of. */
public enum FeedScope {
    ROOM,
    SITE,
    OPERATOR,
    ORGANISATION,
    PERSON
}
