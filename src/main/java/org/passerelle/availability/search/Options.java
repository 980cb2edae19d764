package org.passerelle.availability.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.availability.Change;
import org.passerelle.availability.FoundRooms.NearMiss;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/** What could be done instead, ranked by how unwelcome it is, with no more than a few of one kind. For one thread. */
final class Options {

    /** How unwelcome a change is, in minutes of shift; another site costs one more for each kilometre. */
    static final int COST_OF_JOINED_ROOMS = 5;

    static final int COST_OF_ANOTHER_ROOM = 20;
    static final int COST_OF_ANOTHER_SITE = 30;
    static final int COST_OF_SPLIT = 35;

    private static final Comparator<Option> BEST_FIRST = Comparator.comparingInt(Option::cost)
            .thenComparing(Option::score, Comparator.reverseOrder())
            .thenComparing(option -> option.miss().rooms().get(0).id());

    private final List<Option> all = new ArrayList<>();

    private record Option(int cost, int score, NearMiss miss) {}

    /**
     * @param cost how unwelcome the change is
     * @param score how well the room fits
     * @param time of the first date
     */
    void add(int cost, int score, List<Room> rooms, Interval time, Change change) {
        all.add(new Option(cost, score, new NearMiss(rooms, time, change)));
    }

    /** The best, at most {@code most} and at most {@code ofAKind} of one kind of change. */
    List<NearMiss> best(int most, int ofAKind) {
        Map<Class<?>, Integer> kinds = new HashMap<>();
        return all.stream()
                .sorted(BEST_FIRST)
                .map(Option::miss)
                .filter(miss -> kinds.merge(miss.change().getClass(), 1, Integer::sum) <= ofAKind)
                .limit(most)
                .toList();
    }
}
