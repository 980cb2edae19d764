package org.passerelle.availability.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.passerelle.availability.query.FoundRooms;
import org.passerelle.availability.query.FoundRooms.RankedRoom;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.RoomQuery;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** One search for rooms: those that suit, each tried on every date, ranked. For one thread, to be used once. */
public final class RoomSearch {

    /** Enough for 750 dates of 1,000 rooms; rooms that fit badly are left out of a search that would take more. */
    private static final int MOST_LOOKS = 1_200_000;

    /** With fewer rooms that can be had on all dates, near misses are looked for as well. */
    private static final int ENOUGH = 3;

    /** Below it, a number of {@link SearchQuestion#ranked} has its place in that of a room found. */
    private static final int MISSED_SHIFT = SearchQuestion.RANK_BITS;

    private final SearchQuestion question;
    private final Effort effort = new Effort(MOST_LOOKS);
    private final Trial trial;
    private int unseen;

    /** @param usedUp rooms that quotas keep from the seeker */
    public RoomSearch(RoomQuery query, RoomTable table, Set<RoomId> usedUp, FreeTimes free, Instant now) {
        this.question = new SearchQuestion(query, table, usedUp, free, now);
        this.trial = question.trial(query.times(), effort);
    }

    /** @param most how many rooms to answer, the best ones */
    public FoundRooms find(int most) {
        long[] found = found();
        List<RankedRoom> rooms = best(found, most);
        boolean enough = found.length >= ENOUGH && found[ENOUGH - 1] >> MISSED_SHIFT == 0;
        return new FoundRooms(
                rooms, found.length - rooms.size() + unseen, enough ? List.of() : new NearMisses(question).find());
    }

    /** As {@link #find}, without a look for what comes close. */
    public List<RankedRoom> rooms(int most) {
        return best(found(), most);
    }

    private List<RankedRoom> best(long[] found, int most) {
        List<RankedRoom> rooms = new ArrayList<>(Math.min(most, found.length));
        for (int i = 0; i < found.length && i < most; i++) {
            rooms.add(ranked(question.entry(found[i]), (int) (found[i] >> MISSED_SHIFT)));
        }
        return rooms;
    }

    /** The rooms that can be had on at least one date: by the dates they miss, then as {@link SearchQuestion#ranked}. */
    private long[] found() {
        long[] suitable = question.ranked(question.filter()::suits);
        long[] found = new long[suitable.length];
        int dates = question.query().times().size();
        int count = 0;
        unseen = suitable.length;
        for (int i = 0; i < suitable.length && !effort.isSpent(); i++) {
            unseen--;
            int missed = dates - trial.whenToHave(question.entry(suitable[i])).cardinality();
            if (missed < dates) {
                found[count++] = (long) missed << MISSED_SHIFT | suitable[i];
            }
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private RankedRoom ranked(TableEntry room, int missed) {
        return new RankedRoom(
                room.room(),
                question.fit().score(room),
                question.fit().merits(room, missed),
                missed == 0 ? List.of() : missing(room));
    }

    private List<Interval> missing(TableEntry room) {
        BitSet had = trial.whenToHave(room);
        return trial.dates().where(date -> !had.get(date));
    }
}
