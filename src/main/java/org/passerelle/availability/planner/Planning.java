package org.passerelle.availability.planner;

import java.time.Instant;
import java.util.List;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.directory.Directory;

/** Answers one question for a common time, within bounds of work whatever is asked. */
public final class Planning {

    /**
     * What one question may cost, in words of bitmaps, of which a core does thirty to a hundred in a microsecond, when it is not
     * disturbed; a quarter of a second is not to be exceeded. Enough to look at each of 1,600 rooms for 800 days, where most
     * questions end much earlier. One that is not done by then is answered with what has been found.
     */
    private static final long MOST_WORK = 6_000_000;

    private Planning() {}

    /**
     * The slots, or why there are none, as they are known at {@code now}.
     *
     * @param limits what quotas keep from the seeker
     */
    public static MeetingTimes of(
            MeetingTimeQuery query, Directory directory, QuotaLimits limits, FreeTimes freeTimes, Instant now) {
        var question = new PlanningQuestion(query, directory, limits, freeTimes, now, new Budget(MOST_WORK));
        PlanningRound asked = new PlanningRound(question, query.duration());
        int limit = query.taste().limit();
        List<CommonSlot> slots = asked.asAsked(query.taste().order(), limit + 1);
        if (slots.isEmpty()) {
            return new Relaxing(question, asked).answer();
        }
        boolean more = slots.size() > limit || question.budget().isSpent();
        return new MeetingTimes.Found(slots.subList(0, Math.min(limit, slots.size())), more);
    }
}
