package org.passerelle.availability.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.availability.index.Stretches.StretchCollector;

/** What changes on the way from what documents held to what they hold, by number; what stays is no change. */
final class IndexChanges {

    private static final long[] NONE = {};

    private final Map<Integer, StretchCollector> removed = new HashMap<>();
    private final Map<Integer, StretchCollector> added = new HashMap<>();

    void add(HeldStretches before, HeldStretches after) {
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
    private static int order(HeldStretches before, int old, HeldStretches after, int fresh) {
        if (old == before.count()) {
            return 1;
        }
        if (fresh == after.count()) {
            return -1;
        }
        int byNumber = Integer.compare(before.number(old), after.number(fresh));
        return byNumber != 0 ? byNumber : Long.compare(before.stretch(old), after.stretch(fresh));
    }

    private static StretchCollector gathering(Map<Integer, StretchCollector> byNumber, int number) {
        return byNumber.computeIfAbsent(number, any -> new StretchCollector());
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

    private static long[] sorted(Map<Integer, StretchCollector> byNumber, int number) {
        StretchCollector gathered = byNumber.get(number);
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
