package org.passerelle.api.availability;

import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimes.NoCommonSlot;
import org.passerelle.directory.Directory;

/** There is no moment at which everybody could meet. Answered with 422. */
final class NoCommonTime extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient MeetingTimeQuery query;
    private final transient NoCommonSlot plan;
    private final transient Directory directory;

    /** @param directory of which the query was asked */
    NoCommonTime(MeetingTimeQuery query, NoCommonSlot plan, Directory directory) {
        super("No common slot");
        this.query = query;
        this.plan = plan;
        this.directory = directory;
    }

    MeetingTimeQuery query() {
        return query;
    }

    NoCommonSlot plan() {
        return plan;
    }

    Directory directory() {
        return directory;
    }
}
