package org.passerelle.availability.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** A query together with the directory and the moment in which it is answered. For one thread. */
final class SearchQuestion {

    private static final int BEST_SCORE = 100;

    /** How a rank is put together, from its end on: the room's index, what its score lacks, kilometres, whether it is scarce. */
    private static final int INDEX_BITS = 24;

    private static final int SCORE_BITS = 7;
    private static final int DISTANCE_BITS = 15;

    /** How many bits a rank takes. */
    static final int RANK_BITS = INDEX_BITS + SCORE_BITS + DISTANCE_BITS + 1;

    private final RoomQuery query;
    private final RoomTable table;
    private final FreeTimes free;
    private final Instant now;
    private final Filter filter;
    private final Fit fit;

    /** @param usedUp rooms that quotas keep from the seeker */
    SearchQuestion(RoomQuery query, RoomTable table, Set<RoomId> usedUp, FreeTimes free, Instant now) {
        this.query = query;
        this.table = table;
        this.free = free;
        this.now = now;
        this.filter = new Filter(query, table, usedUp);
        this.fit = new Fit(query, table);
    }

    RoomQuery query() {
        return query;
    }

    RoomTable table() {
        return table;
    }

    Filter filter() {
        return filter;
    }

    Fit fit() {
        return fit;
    }

    /** The question tried on {@code times}. */
    Trial trial(List<Interval> times, Effort effort) {
        return new Trial(
                filter,
                new SearchDates(
                        times, table, new OpenHoursLookup(free, now, effort), BookingRights.of(query.seeker())));
    }

    /**
     * The rooms that meet {@code condition}, each as a {@link #entry number}: plain ones before scarce ones, near before far,
     * then the best first, then by id.
     */
    long[] ranked(Predicate<TableEntry> condition) {
        return ranked(table.entries(), condition);
    }

    private long[] ranked(List<TableEntry> entries, Predicate<TableEntry> condition) {
        long[] ranked = new long[entries.size()];
        int count = 0;
        for (TableEntry room : entries) {
            if (condition.test(room)) {
                ranked[count++] = rank(room);
            }
        }
        long[] found = Arrays.copyOf(ranked, count);
        Arrays.sort(found);
        return found;
    }

    private long rank(TableEntry room) {
        long rank = fit.isScarce(room) ? 1 : 0;
        rank = rank << DISTANCE_BITS | fit.kilometres(room);
        rank = rank << SCORE_BITS | BEST_SCORE - fit.score(room);
        return rank << INDEX_BITS | room.index;
    }

    /** The room that is ranked. */
    TableEntry entry(long ranked) {
        return table.entries().get((int) (ranked & (1L << INDEX_BITS) - 1));
    }

    List<TableEntry> bestFirst(Predicate<TableEntry> condition) {
        return bestFirst(table.entries(), condition);
    }

    /** Those of {@code entries} that meet {@code condition}, as {@link #ranked} has them. */
    List<TableEntry> bestFirst(List<TableEntry> entries, Predicate<TableEntry> condition) {
        return Arrays.stream(ranked(entries, condition)).mapToObj(this::entry).toList();
    }
}
