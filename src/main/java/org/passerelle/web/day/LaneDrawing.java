package org.passerelle.web.day;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.booking.busy.RequestedMoves;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.time.WallTime;
import org.passerelle.web.PageWords;

/** Draws the time of rooms as whoever looks may see it; for one request. */
final class LaneDrawing {

    private final PageWords words;
    private final Look look;
    private final QuotaLimits limits;
    private final Instant now;

    /** @param limits what quotas keep from whoever looks, of all rooms that are drawn */
    LaneDrawing(PageWords words, Look look, QuotaLimits limits, Instant now) {
        this.words = words;
        this.look = look;
        this.limits = limits;
        this.now = now;
    }

    /** @param holds what is held of {@code room} at some time of {@code shown}, and perhaps more */
    Lane lane(Room room, Site site, Interval shown, List<DayHold> holds) {
        List<Interval> open = OpeningTimes.within(shown, room, site);
        LaneSweep sweep = new LaneSweep(
                room, DayHold.within(shown, holds), open, LaneSweep.BookableReach.of(room, shown, limits, look, now));
        return new Lane(
                room,
                sweep.over(shown).stream()
                        .map(segment -> piece(segment, room, site.zone()))
                        .toList());
    }

    private Piece piece(LaneSweep.LaneSegment segment, Room room, ZoneId zone) {
        if (segment.kind() == Piece.PieceKind.FREE) {
            return new Piece(
                    segment.kind(),
                    segment.time(),
                    zone,
                    units(segment, room),
                    Optional.empty(),
                    false,
                    LaneSweep.starts(segment.time(), zone));
        }
        Optional<DayHold> only = segment.holds().size() == 1
                ? Optional.of(segment.holds().get(0)).filter(hold -> look.mayRead(hold.booking()))
                : Optional.empty();
        return new Piece(
                segment.kind(),
                segment.time(),
                zone,
                label(segment, room),
                only.map(hold -> booking(hold, segment.time(), room, zone)),
                !room.isCountable()
                        && !segment.holds().isEmpty()
                        && segment.holds().stream()
                                .noneMatch(hold -> hold.room().equals(room.id())),
                List.of());
    }

    private Piece.PieceBooking booking(DayHold hold, Interval shown, Room room, ZoneId zone) {
        Booking booking = hold.booking();
        Optional<Occurrence> date = booking.occupying()
                .filter(each -> Slots.rounded(each.time()).equals(hold.meeting()))
                .findFirst();
        boolean isMovable = date.filter(each -> isMovable(each, hold, room))
                .filter(each -> each.time().equals(shown))
                .filter(each -> WallTime.isSame(
                        booking.schedule().zone(), zone, each.time().start()))
                .isPresent();
        return new Piece.PieceBooking(
                booking.id(),
                booking.schedule().recurs() ? date.map(Occurrence::recurrenceId) : Optional.empty(),
                look.whose(booking),
                isMovable);
    }

    /** What is asked for in the place of a date is not there yet, and units of what is countable are chosen by number. */
    private boolean isMovable(Occurrence date, DayHold hold, Room room) {
        return look.mayRun(hold.booking())
                && hold.room().equals(room.id())
                && !room.isCountable()
                && !RequestedMoves.isOne(hold.booking())
                && date.isAhead(now)
                && !date.hasBegun(now);
    }

    /** Of countable equipment, how many units are left. */
    private String units(LaneSweep.LaneSegment segment, Room room) {
        int taken = segment.holds().stream().mapToInt(DayHold::units).sum();
        int all = room.numbers().size();
        return room.isCountable() && taken > 0 ? words.text("day.units", look.locale(), all - taken, all) : "";
    }

    private String label(LaneSweep.LaneSegment segment, Room room) {
        if (segment.kind() == Piece.PieceKind.BUFFER) {
            return words.text("day.buffer", look.locale());
        }
        return segment.holds().stream()
                .map(hold -> title(hold) + whole(hold, room))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private String title(DayHold hold) {
        Booking booking = hold.booking();
        Optional<String> told = look.title(booking);
        if (told.isEmpty()) {
            return words.text("day.busy", look.locale());
        }
        ZoneId agreed = booking.schedule().zone();
        Instant start = hold.meeting().start();
        boolean same = look.directory()
                .room(hold.room())
                .map(look.directory()::siteOf)
                .filter(site -> WallTime.isSame(agreed, site.zone(), start))
                .isPresent();
        String title = told.get();
        return same
                ? title
                : title + " · " + PageWords.times(hold.meeting(), agreed) + " " + words.zone(agreed, look.locale());
    }

    /** Which other room was booked, when this one is held as a part of it or together with it. */
    private String whole(DayHold hold, Room room) {
        return hold.room().equals(room.id())
                ? ""
                : look.directory()
                        .room(hold.room())
                        .map(other -> " (" + other.name() + ")")
                        .orElse("");
    }
}
