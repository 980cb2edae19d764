package org.passerelle.availability.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.availability.index.Stretches.Gathering;

/** What changes on the way from what documents held to what they hold, by number; what stays is no change. */
final class Changes {

    private static final long[] NONE = {};

    private final Map<Integer, Gathering> removed = new HashMap<>();
    private final Map<Integer, Gathering> added = new HashMap<>();

    void add(Held before, Held after) {
        int old = 0;
        int fresh = 0;
        while (old < before.count() || fresh < after.count()) {
            int order = order(before, old, after, fresh);
            if (order < 0) {
                gathering(removed, before.number(old)).add(before.stretch(old));
            } else if (order > 0) {
                gathering(added, after.number(fresh)).add(after.stretch(fresh));
            }
            old += order <= 0 ? 1 : 0;
            fresh += order >= 0 ? 1 : 0;
        }
    }

    /** Which of two positions comes first; one that is past the end comes last. */
    private static int order(Held before, int old, Held after, int fresh) {
        if (old == before.count()) {
            return 1;
        }
        if (fresh == after.count()) {
            return -1;
        }
        int byNumber = Integer.compare(before.number(old), after.number(fresh));
        return byNumber != 0 ? byNumber : Long.compare(before.stretch(old), after.stretch(fresh));
    }

    private static Gathering gathering(Map<Integer, Gathering> byNumber, int number) {
        return byNumber.computeIfAbsent(number, any -> new Gathering());
    }

    /** Makes each changed number anew, once; returns the changed numbers. */
    Set<Integer> applyTo(Timelines timelines, Window now) {
        Set<Integer> numbers = new HashSet<>(added.keySet());
        numbers.addAll(removed.keySet());
        for (int number : numbers) {
            long[] given = sorted(removed, number);
            long[] taken = sorted(added, number);
            long[] lost = Stretches.without(given, taken);
            long[] won = Stretches.without(taken, given);
            timelines.replace(number, before -> changed(before, lost, won, now));
        }
        return numbers;
    }

    private static long[] sorted(Map<Integer, Gathering> byNumber, int number) {
        Gathering gathered = byNumber.get(number);
        return gathered == null ? NONE : gathered.sorted();
    }

    private static @Nullable Timeline changed(@Nullable Timeline before, long[] removed, long[] added, Window now) {
        if (before == null) {
            return added.length == 0 ? null : Timeline.of(now, added);
        }
        Timeline after = before.with(removed, added, now);
        return after.count() == 0 ? null : after;
    }
}
