package org.passerelle.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time on the universal time-line, half-open: it contains {@code start} and not {@code end}. Two intervals
 * of which one ends where the other starts abut and do not overlap. Never empty.
 */
public record Interval(Instant start, Instant end) {

    /** @throws IllegalArgumentException unless {@code start} is before {@code end} */
    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("An interval must start before it ends: " + start + " to " + end);
        }
    }

    public static Interval of(Instant startInclusive, Instant endExclusive) {
        return new Interval(startInclusive, endExclusive);
    }

    public static Interval of(Instant startInclusive, Duration length) {
        return new Interval(startInclusive, startInclusive.plus(length));
    }

    /** The day {@code date} on the clocks of {@code zone}: 23 to 25 hours. */
    public static Interval ofDay(LocalDate date, ZoneId zone) {
        return new Interval(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean encloses(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean abuts(Interval other) {
        return end.equals(other.start) || start.equals(other.end);
    }

    /** This interval with {@code before} added ahead of its start and {@code after} behind its end. */
    public Interval extendedBy(Duration before, Duration after) {
        return new Interval(start.minus(before), end.plus(after));
    }

    /** The time that both intervals share; empty when they only abut. */
    public Optional<Interval> intersection(Interval other) {
        return overlaps(other)
                ? Optional.of(new Interval(later(start, other.start), earlier(end, other.end)))
                : Optional.empty();
    }

    /** The time between the two intervals, whichever comes first; empty when they overlap or abut. */
    public Optional<Interval> gap(Interval other) {
        var from = earlier(end, other.end);
        var to = later(start, other.start);
        return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
    }

    /** What is left of it outside of {@code parts}, which are sorted, within it and without overlaps. */
    public List<Interval> without(List<Interval> parts) {
        var left = new ArrayList<Interval>();
        Instant from = start;
        for (Interval part : parts) {
            if (from.isBefore(part.start)) {
                left.add(new Interval(from, part.start));
            }
            from = part.end;
        }
        if (from.isBefore(end)) {
            left.add(new Interval(from, end));
        }
        return left;
    }

    /** The same time as {@code intervals} in the fewest intervals: sorted, neither overlapping nor abutting. */
    public static List<Interval> merge(Collection<Interval> intervals) {
        var sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(Interval::start));
        var merged = new ArrayList<Interval>();
        for (Interval next : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && !next.start.isAfter(merged.get(last).end)) {
                merged.set(last, new Interval(merged.get(last).start, later(merged.get(last).end, next.end)));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    /** Of two instants the one that comes first. */
    public static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The later of both. */
    public static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
