package org.passerelle.availability;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.FoundRooms.RankedRoom;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.availability.search.RoomSearch;
import org.passerelle.availability.search.RoomTables;
import org.passerelle.booking.caps.QuotaGuide;
import org.passerelle.booking.caps.QuotaGuide.QuotaQuestion;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds rooms to book, and what comes close. */
@Component
public class RoomFinder {

    /** As many rooms as one answer of {@link #find(RoomQuery)} lists. */
    public static final int USUAL_LIMIT = 100;

    private final Directories directories;
    private final FreeTimes free;
    private final QuotaGuide quotas;
    private final Clock clock;
    private final RoomTables tables = new RoomTables();

    @Autowired
    public RoomFinder(Directories directories, FreeTimes free, QuotaGuide quotas, Clock clock) {
        this.directories = directories;
        this.free = free;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** Of a network without quotas. */
    public RoomFinder(Directories directories, FreeTimes free, Clock clock) {
        this(directories, free, QuotaGuide.NO_QUOTAS, clock);
    }

    /** The best rooms for {@code query}, at most {@value #USUAL_LIMIT}. */
    public FoundRooms find(RoomQuery query) {
        return find(query, USUAL_LIMIT);
    }

    /**
     * The rooms that the seeker could book on at least one of the dates, by the same rules as a booking would be judged
     * now, the best first; and near misses when fewer than three could be booked on all of them. Rooms of which a quota leaves
     * them too little for the dates are left out.
     *
     * @param most how many rooms to list, at least 1
     */
    public FoundRooms find(RoomQuery query, int most) {
        return search(query).find(most);
    }

    /** As {@link #find(RoomQuery, int)}, without what comes close: for who asks about many moments, one after the other. */
    public List<RankedRoom> rooms(RoomQuery query, int most) {
        return search(query).rooms(most);
    }

    private RoomSearch search(RoomQuery query) {
        Directory directory = directories.current();
        Set<RoomId> usedUp = quotas.usedUp(new QuotaQuestion(
                        query.seeker(), directory, directory.rooms(), query.times(), Optional.empty()))
                .keySet();
        return new RoomSearch(query, tables.of(directory, query.needs().layout()), usedUp, free, clock.instant());
    }
}
