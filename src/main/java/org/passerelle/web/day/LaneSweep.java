package org.passerelle.web.day;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.web.Words;

/** Cuts a room's day where anything begins or ends, and joins again what does not differ. */
final class LaneSweep {

    /** A stretch during which nothing changes. */
    record Segment(Piece.Kind kind, List<Hold> holds, Interval time) {

        boolean continues(Segment before) {
            return kind == before.kind && holds.equals(before.holds);
        }
    }

    private final Room room;
    private final List<Hold> holds;
    private final List<Interval> open;
    private final Instant earliest;

    /**
     * @param open when the room can be booked that day
     * @param earliest before it nothing can be booked any more
     */
    LaneSweep(Room room, List<Hold> holds, List<Interval> open, Instant earliest) {
        this.room = room;
        this.holds = holds;
        this.open = open;
        this.earliest = earliest;
    }

    List<Segment> over(Interval window) {
        List<Segment> segments = new ArrayList<>();
        Instant from = window.start();
        for (Instant to : cuts(window).tailSet(from, false)) {
            Segment next = segment(Interval.of(from, to));
            int last = segments.size() - 1;
            if (last >= 0 && next.continues(segments.get(last))) {
                Interval joined = Interval.of(segments.get(last).time().start(), to);
                segments.set(last, new Segment(next.kind(), next.holds(), joined));
            } else {
                segments.add(next);
            }
            from = to;
        }
        return segments;
    }

    private TreeSet<Instant> cuts(Interval window) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(window.start(), window.end()));
        Stream.concat(open.stream(), holds.stream().flatMap(hold -> Stream.of(hold.meeting(), hold.taken())))
                .flatMap(time -> Stream.of(time.start(), time.end()))
                .forEach(cuts::add);
        cuts.add(earliest);
        return new TreeSet<>(cuts.subSet(window.start(), true, window.end(), true));
    }

    private Segment segment(Interval time) {
        Instant at = time.start();
        List<Hold> active =
                holds.stream().filter(hold -> hold.taken().contains(at)).toList();
        return new Segment(kind(at, active), active, time);
    }

    private Piece.Kind kind(Instant at, List<Hold> active) {
        int taken = active.stream().mapToInt(Hold::units).sum();
        int limit = room.isCountable() ? room.numbers().size() : 1;
        if (taken >= limit) {
            if (active.stream().noneMatch(hold -> hold.meetsAt(at))) {
                return Piece.Kind.BUFFER;
            }
            return active.stream().allMatch(Hold::isFirm) ? Piece.Kind.BUSY : Piece.Kind.TENTATIVE;
        }
        if (open.stream().noneMatch(hours -> hours.contains(at))) {
            return Piece.Kind.CLOSED;
        }
        return at.isBefore(earliest) ? Piece.Kind.PAST : Piece.Kind.FREE;
    }

    /** The half-hours of {@code free}, the first and last of which may be shorter. */
    static List<Piece.Start> starts(Interval free, ZoneId zone) {
        List<Piece.Start> starts = new ArrayList<>();
        Instant at = free.start();
        while (at.isBefore(free.end())) {
            int minute = at.atZone(zone).getMinute();
            Instant next = at.plus(Duration.ofMinutes(30 - minute % 30));
            Instant end = next.isAfter(free.end()) ? free.end() : next;
            starts.add(new Piece.Start(Words.time(at, zone), DayWindow.width(Interval.of(at, end))));
            at = end;
        }
        return starts;
    }
}
