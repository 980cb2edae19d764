package org.passerelle.availability;

import java.time.Clock;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.availability.search.RoomSearch;
import org.passerelle.availability.search.RoomTables;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/** Finds rooms to book, and what comes close. */
@Component
public class RoomFinder {

    /** As many rooms as one answer of {@link #find(RoomQuery)} lists. */
    public static final int USUAL_LIMIT = 100;

    private final Directories directories;
    private final FreeTimes free;
    private final Clock clock;
    private final RoomTables tables = new RoomTables();

    public RoomFinder(Directories directories, FreeTimes free, Clock clock) {
        this.directories = directories;
        this.free = free;
        this.clock = clock;
    }

    /** The best rooms for {@code query}, at most {@value #USUAL_LIMIT}. */
    public FoundRooms find(RoomQuery query) {
        return find(query, USUAL_LIMIT);
    }

    /**
     * The rooms that the seeker could book on at least one of the dates, by the same rules as a booking would be judged
     * now, the best first; and near misses when fewer than three could be booked on all of them.
     *
     * @param most how many rooms to list, at least 1
     */
    public FoundRooms find(RoomQuery query, int most) {
        return new RoomSearch(
                        query, tables.of(directories.current(), query.needs().layout()), free, clock.instant())
                .find(most);
    }
}
