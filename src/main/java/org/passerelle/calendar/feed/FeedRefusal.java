package org.passerelle.calendar.feed;

/** Why somebody gets no feed. */
public enum FeedRefusal {
    /** There is no such room, site, operator, organisation or person. */
    UNKNOWN,
    /** It is another organisation's or person's own. */
    NOT_YOURS,
    /** They have as many as a person may have. */
    TOO_MANY,
    /** Of what there is to do, that somebody is busy says nothing. */
    TELLS_NOTHING
}
