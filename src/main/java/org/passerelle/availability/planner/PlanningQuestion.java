package org.passerelle.availability.planner;

import java.time.Instant;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.directory.Directory;

/**
 * A query and all that its answer depends on; one moment and one directory throughout.
 *
 * @param limits what quotas keep from the seeker
 */
record PlanningQuestion(
        MeetingTimeQuery query,
        Directory directory,
        QuotaLimits limits,
        FreeTimes freeTimes,
        Instant now,
        Budget budget) {}
