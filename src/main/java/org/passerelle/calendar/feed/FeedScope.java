package org.passerelle.calendar.feed;

/** What kind of thing a feed is the calendar of. */
public enum FeedScope {
    /** What holds the room, or a part of it. */
    ROOM,
    /** What holds any room of the site. */
    SITE,
    /** What holds any room of the operator's sites. */
    OPERATOR,
    /** What was booked for the organisation, wherever; for its own members only. */
    ORGANISATION,
    /** What the person has booked; for themselves only. */
    PERSON,
    /** What the site has to furnish, bring and do for the meetings there; for those who run it only. */
    TASKS;

    /** Whether it is of bookings, and not of what they make work. */
    public boolean isOfBookings() {
        return this != TASKS;
    }
}
