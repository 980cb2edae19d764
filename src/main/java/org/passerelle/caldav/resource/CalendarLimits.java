package org.passerelle.caldav.resource;

import org.passerelle.booking.model.Content;

/** How much of what is taken and told at once. */
public final class CalendarLimits {

    /** Of an object that is handed in, in bytes. */
    public static final int LARGEST = 256 * 1024;

    public static final int MOST_INSTANCES = 750;
    public static final int MOST_ATTENDEES = Content.MOST_ATTENDEES;

    /** In one request for many objects. */
    public static final int MOST_HREFS = 20_000;

    /** In one answer to {@code sync-collection}. */
    public static final int MOST_CHANGES = 1_000;

    /** Instances that {@code expand} makes, in one answer. */
    public static final int MOST_EXPANDED = 20_000;

    private CalendarLimits() {}
}
