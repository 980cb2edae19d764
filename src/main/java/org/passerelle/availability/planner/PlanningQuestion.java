package org.passerelle.availability.planner;

import java.time.Instant;
import java.util.Set;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;

/**
 * A query and all that its answer depends on; one moment and one directory throughout.
 *
 * @param usedUp rooms that quotas keep from the seeker
 */
record PlanningQuestion(
        MeetingTimeQuery query,
        Directory directory,
        Set<RoomId> usedUp,
        FreeTimes freeTimes,
        Instant now,
        Budget budget) {}
