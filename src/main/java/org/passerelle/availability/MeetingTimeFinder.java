package org.passerelle.availability;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.passerelle.availability.planner.Planning;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.caps.QuotaGuide.QuotaQuestion;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds when several parties can meet, each in a room of its site. What it answers is a guide: a slot may be gone by the time
 * it is booked.
 */
@Component
public class MeetingTimeFinder {

    private final FreeTimes freeTimes;
    private final Directories directories;
    private final QuotaGuide quotas;
    private final Clock clock;

    @Autowired
    public MeetingTimeFinder(FreeTimes freeTimes, Directories directories, QuotaGuide quotas, Clock clock) {
        this.freeTimes = freeTimes;
        this.directories = directories;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Of a network without quotas. */
    public MeetingTimeFinder(FreeTimes freeTimes, Directories directories, Clock clock) {
        this(freeTimes, directories, QuotaGuide.NO_QUOTAS, clock);
    }

    /**
     * The slots that {@code query} asks for, or why there are none. Slots start on the five-minute grid. Rooms of which the
     * seeker has as many bookings open as they may are left out, and so are days on which a quota leaves them too few hours.
     *
     * @throws IllegalArgumentException if a party meets at a site that does not exist
     */
    public MeetingTimes plan(MeetingTimeQuery query) {
        return Planning.of(query, directories.current(), limits(query), freeTimes, clock.instant());
    }

    /** What quotas keep from the seeker, for whoever draws their days. */
    public QuotaLimits limits(MeetingTimeQuery query) {
        Directory directory = directories.current();
        QuotaQuestion question =
                new QuotaQuestion(query.seeker(), directory, directory.rooms(), List.of(), Optional.empty());
        return QuotaLimits.of(quotas, question, query.window(), query.duration());
    }
}
