package org.passerelle.availability;

import java.time.Clock;
import org.passerelle.availability.planner.Planning;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimes;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/**
 * Finds when several parties can meet, each in a room of its site. What it answers is a guide: a slot may be gone by the time
 * it is booked.
 */
@Component
public class MeetingTimeFinder {

    private final FreeTimes freeTimes;
    private final Directories directories;
    private final Clock clock;

    public MeetingTimeFinder(FreeTimes freeTimes, Directories directories, Clock clock) {
        this.freeTimes = freeTimes;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * The slots that {@code query} asks for, or why there are none. Slots start on the five-minute grid.
     *
     * @throws IllegalArgumentException if a party meets at a site that does not exist
     */
    public MeetingTimes plan(MeetingTimeQuery query) {
        return Planning.of(query, directories.current(), freeTimes, clock.instant());
    }
}
