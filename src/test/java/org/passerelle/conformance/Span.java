package org.passerelle.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Occupied time, half-open; may be empty. */
public record Span(Instant start, Instant end) {

    boolean isTime() {
        return start.isBefore(end);
    }

    public boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** What they occupy together: in order, disjoint, none touching the next. */
    public static List<Span> union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(Span::start).thenComparing(Span::end));
        List<Span> union = new ArrayList<>();
        for (Span next : sorted) {
            int last = union.size() - 1;
            if (last < 0 || union.get(last).end.isBefore(next.start)) {
                union.add(next);
            } else if (union.get(last).end.isBefore(next.end)) {
                union.set(last, new Span(union.get(last).start, next.end));
            }
        }
        return union;
    }

    /** The first few of {@code all} that are not among {@code others}. */
    public static List<Span> less(List<Span> all, List<Span> others) {
        return all.stream().filter(span -> !others.contains(span)).limit(4).toList();
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
