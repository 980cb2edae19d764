package org.passerelle.web.day;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.PageWords;

/** Cuts a room's day where anything begins or ends, and joins again what does not differ. */
final class LaneSweep {

    /** A stretch during which nothing changes. */
    record LaneSegment(Piece.PieceKind kind, List<DayHold> holds, Interval time) {

        boolean continues(LaneSegment before) {
            return kind == before.kind && holds.equals(before.holds);
        }
    }

    private final Room room;
    private final List<DayHold> holds;
    private final List<Interval> open;
    private final BookableReach reach;
    private final Instant earliest;
    private final Instant latest;

    /**
     * What whoever looks can book of a room.
     *
     * @param mine whether they may book it at all
     * @param kept when it is kept for others that day
     * @param usedUp when a quota leaves them nothing of it
     */
    record BookableReach(boolean mine, List<Interval> kept, List<Interval> usedUp, BookingBounds bounds) {

        /** Of a room that is kept for others at no time of its own, and of which no quota keeps anything. */
        BookableReach(boolean mine, BookingBounds bounds) {
            this(mine, List.of(), List.of(), bounds);
        }

        /** What can be booked of {@code room} within {@code window}, for as short a time as it is to be had. */
        static BookableReach of(Room room, Interval window, QuotaLimits limits, Look look, Instant now) {
            Directory directory = look.directory();
            BookingRights rights = BookingRights.of(look.person());
            ZoneId zone = directory.siteOf(room).zone();
            return new BookableReach(
                    rights.mayBook(room),
                    rights.keptFromThem(window, BookingBounds.shortest(room), room, zone),
                    limits.usedUp().contains(room.id()) ? List.of(window) : limits.daysOf(room.id()),
                    BookingBounds.of(room, directory, now));
        }
    }

    /** @param open when the room is open that day */
    LaneSweep(Room room, List<DayHold> holds, List<Interval> open, BookableReach reach) {
        this.room = room;
        this.holds = holds;
        this.open = open;
        this.reach = reach;
        // On the grid of slots, of which none is half to be had.
        Instant bound = reach.bounds().earliest();
        Instant slot = Slots.start(Slots.containing(bound));
        this.earliest = slot.equals(bound) ? bound : slot.plus(Slots.LENGTH);
        this.latest = Slots.start(Slots.containing(reach.bounds().latest()));
    }

    List<LaneSegment> over(Interval window) {
        List<LaneSegment> segments = new ArrayList<>();
        Instant from = window.start();
        for (Instant to : cuts(window).tailSet(from, false)) {
            LaneSegment next = segment(Interval.of(from, to));
            int last = segments.size() - 1;
            if (last >= 0 && next.continues(segments.get(last))) {
                Interval joined = Interval.of(segments.get(last).time().start(), to);
                segments.set(last, new LaneSegment(next.kind(), next.holds(), joined));
            } else {
                segments.add(next);
            }
            from = to;
        }
        return segments;
    }

    private TreeSet<Instant> cuts(Interval window) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(window.start(), window.end()));
        Stream.concat(
                        Stream.of(open, reach.kept(), reach.usedUp()).flatMap(List::stream),
                        holds.stream().flatMap(hold -> Stream.of(hold.meeting(), hold.taken())))
                .flatMap(time -> Stream.of(time.start(), time.end()))
                .forEach(cuts::add);
        cuts.addAll(List.of(reach.bounds().running(), earliest, latest));
        return new TreeSet<>(cuts.subSet(window.start(), true, window.end(), true));
    }

    private LaneSegment segment(Interval time) {
        Instant at = time.start();
        List<DayHold> active =
                holds.stream().filter(hold -> hold.taken().contains(at)).toList();
        return new LaneSegment(kind(at, active), active, time);
    }

    private Piece.PieceKind kind(Instant at, List<DayHold> active) {
        int taken = active.stream().mapToInt(DayHold::units).sum();
        int limit = room.isCountable() ? room.numbers().size() : 1;
        if (taken >= limit) {
            if (active.stream().noneMatch(hold -> hold.meetsAt(at))) {
                return Piece.PieceKind.BUFFER;
            }
            return active.stream().allMatch(DayHold::isFirm) ? Piece.PieceKind.BUSY : Piece.PieceKind.TENTATIVE;
        }
        if (open.stream().noneMatch(hours -> hours.contains(at))) {
            return Piece.PieceKind.CLOSED;
        }
        if (at.isBefore(reach.bounds().running())) {
            return Piece.PieceKind.PAST;
        }
        if (!reach.mine() || reach.kept().stream().anyMatch(time -> time.contains(at))) {
            return Piece.PieceKind.OTHERS;
        }
        if (reach.usedUp().stream().anyMatch(time -> time.contains(at))) {
            return Piece.PieceKind.USED_UP;
        }
        if (at.isBefore(earliest)) {
            return Piece.PieceKind.TOO_SOON;
        }
        return at.isBefore(latest) ? Piece.PieceKind.FREE : Piece.PieceKind.TOO_FAR;
    }

    /** The half-hours of {@code free}, the first and last of which may be shorter. */
    static List<Piece.PieceStart> starts(Interval free, ZoneId zone) {
        List<Piece.PieceStart> starts = new ArrayList<>();
        Instant at = free.start();
        while (at.isBefore(free.end())) {
            int minute = at.atZone(zone).getMinute();
            Instant next = at.plus(Duration.ofMinutes(30 - minute % 30));
            Instant end = next.isAfter(free.end()) ? free.end() : next;
            starts.add(new Piece.PieceStart(PageWords.time(at, zone), DayWindow.width(Interval.of(at, end))));
            at = end;
        }
        return starts;
    }
}
