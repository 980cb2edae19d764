package org.passerelle.availability.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.passerelle.account.Person;
import org.passerelle.availability.query.FoundRooms.NearMiss;
import org.passerelle.availability.query.NearMissChange;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/** What could be done instead, ranked by how unwelcome it is, with no more than a few of one kind. For one thread. */
final class Options {

    /** How unwelcome a change is, in minutes of shift; another site costs one more for each kilometre. */
    static final int COST_OF_JOINED_ROOMS = 5;

    static final int COST_OF_ANOTHER_ROOM = 20;
    static final int COST_OF_ANOTHER_SITE = 30;
    static final int COST_OF_SPLIT = 35;

    /** Beside its own cost, of what a manager has to agree to. */
    private static final int COST_OF_ASKING = 15;

    /** Of two that are as welcome, the one that was found first. */
    private static final Comparator<SearchOption> BEST_FIRST =
            Comparator.comparingInt(SearchOption::cost).thenComparing(SearchOption::score, Comparator.reverseOrder());

    private final BookingRights rights;
    private final Directory directory;
    private final List<SearchOption> all = new ArrayList<>();

    Options(Person seeker, Directory directory) {
        this.rights = BookingRights.of(seeker);
        this.directory = directory;
    }

    /**
     * Something to do instead.
     *
     * @param times of all dates
     */
    record SearchOption(int cost, int score, NearMiss miss, List<Interval> times) {}

    /**
     * @param cost how unwelcome the change is
     * @param score how well the room fits
     * @param times of all dates
     */
    void add(int cost, int score, List<Room> rooms, List<Interval> times, NearMissChange change) {
        boolean mustAsk = rights.needsApproval(rooms, times, directory);
        NearMiss miss = new NearMiss(rooms, times.get(0), change, mustAsk);
        all.add(new SearchOption(mustAsk ? cost + COST_OF_ASKING : cost, score, miss, times));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<NearMiss> best(int most, int ofAKind) {
        return best(most, ofAKind, option -> true);
    }

    /** The best that can be had, at most {@code most} and at most {@code ofAKind} of one kind of change. */
    List<NearMiss> best(int most, int ofAKind, Predicate<SearchOption> canBeHad) {
        Map<Class<?>, Integer> kinds = new HashMap<>();
        List<NearMiss> best = new ArrayList<>();
        for (SearchOption option : all.stream().sorted(BEST_FIRST).toList()) {
            Class<?> kind = option.miss().change().getClass();
            if (best.size() < most && kinds.getOrDefault(kind, 0) < ofAKind && canBeHad.test(option)) {
                best.add(option.miss());
                kinds.merge(kind, 1, Integer::sum);
            }
        }
        return best;
    }
}
