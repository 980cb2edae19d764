package org.passerelle.web.planner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.passerelle.availability.MeetingTimeFinder;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery;
import org.passerelle.availability.query.MeetingTimeQuery.DayHours;
import org.passerelle.availability.query.MeetingTimeQuery.Party;
import org.passerelle.availability.query.MeetingTimes.CommonSlot;
import org.passerelle.availability.query.QuotaLimits;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.Equipment;
import org.passerelle.web.PageWords;
import org.passerelle.web.RoomSlots;
import org.passerelle.web.planner.Grid.Cell;
import org.passerelle.web.planner.Grid.CellState;
import org.springframework.stereotype.Component;

/** Draws the days of a conference. */
@Component
class Grids {

    private static final Duration COLUMN = Duration.ofMinutes(30);
    private static final int USUAL_OPENING = 16;
    private static final int USUAL_CLOSING = 40;

    private final FreeTimes free;
    private final MeetingTimeFinder planner;
    private final PageWords words;
    private final Clock clock;

    Grids(FreeTimes free, MeetingTimeFinder planner, PageWords words, Clock clock) {
        this.free = free;
        this.planner = planner;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One day of the first party.
     *
     * @param possible all slots of that day at which everybody could meet
     * @param offered those that are numbered, from 1
     */
    Grid of(
            LocalDate date,
            MeetingTimeQuery query,
            List<CommonSlot> possible,
            List<CommonSlot> offered,
            Directory directory,
            Locale locale) {
        Site first = directory.site(query.parties().get(0).site()).orElseThrow();
        List<Interval> columns = columns(MeetingTimesForms.window(date, 1, first));
        Asked asked = new Asked(query, directory, planner.limits(query));
        List<Grid.GridRow> rows = query.parties().stream()
                .map(party -> {
                    Site site = directory.site(party.site()).orElseThrow();
                    List<Room> rooms = rooms(party, asked);
                    return new Grid.GridRow(
                            site.name(), words.zone(site.zone(), locale), cells(columns, rooms, site, asked, possible));
                })
                .toList();
        return trimmed(new Grid(PageWords.day(date, locale), marks(columns, offered), rows));
    }

    private static List<Interval> columns(Interval day) {
        List<Interval> columns = new ArrayList<>();
        for (Instant at = day.start(); at.isBefore(day.end()); at = at.plus(COLUMN)) {
            columns.add(Interval.of(at, COLUMN));
        }
        return columns;
    }

    /** What was asked, of which directory, and what quotas leave of it. */
    private record Asked(MeetingTimeQuery query, Directory directory, QuotaLimits limits) {}

    /** A room's day, and when it can be booked at all. */
    private record Seen(RoomSlots slots, List<Interval> kept, BookingBounds bounds) {

        boolean canBeBooked(Interval column) {
            return bounds.contain(column) && kept.stream().noneMatch(column::overlaps);
        }
    }

    private List<Cell> cells(
            List<Interval> columns, List<Room> rooms, Site site, Asked asked, List<CommonSlot> possible) {
        Interval day = Interval.of(
                columns.get(0).start(), columns.get(columns.size() - 1).end());
        BookingRights rights = BookingRights.of(asked.query().seeker());
        List<Seen> slots = rooms.stream()
                .map(room -> new Seen(
                        RoomSlots.of(room, day, free),
                        Stream.concat(
                                        rights.keptFromThem(day, asked.query().duration(), room, site.zone()).stream(),
                                        asked.limits().daysOf(room.id()).stream())
                                .toList(),
                        BookingBounds.of(room, asked.directory(), clock.instant())))
                .toList();
        return columns.stream()
                .map(column -> {
                    ZonedDateTime there = column.start().atZone(site.zone());
                    CellState state =
                            possible.stream().anyMatch(slot -> slot.time().overlaps(column))
                                    ? CellState.POSSIBLE
                                    : state(column, slots, site.zone(), asked.query());
                    return new Cell(state, hour(there.toLocalTime()), PageWords.time(there));
                })
                .toList();
    }

    private static CellState state(Interval column, List<Seen> rooms, ZoneId zone, MeetingTimeQuery query) {
        long from = Slots.first(column);
        long to = Slots.endExclusive(column);
        List<RoomSlots> open = rooms.stream()
                .filter(room -> room.canBeBooked(column))
                .map(Seen::slots)
                .filter(room -> LongStream.range(from, to).allMatch(room::isOpen))
                .toList();
        if (open.isEmpty()) {
            return CellState.CLOSED;
        }
        if (query.taste()
                .dayHours()
                .filter(hours -> !contain(hours, column, zone))
                .isPresent()) {
            return CellState.OUTSIDE;
        }
        boolean anyFree =
                open.stream().anyMatch(room -> LongStream.range(from, to).noneMatch(room::isTaken));
        return anyFree ? CellState.FREE : CellState.BUSY;
    }

    private static boolean contain(DayHours hours, Interval column, ZoneId zone) {
        LocalTime last = column.end().minusNanos(1).atZone(zone).toLocalTime();
        return hours.contain(column.start().atZone(zone).toLocalTime()) && hours.contain(last);
    }

    /** The rooms of the party's site that would do at some time or other. */
    private static List<Room> rooms(Party party, Asked asked) {
        MeetingTimeQuery query = asked.query();
        Directory directory = asked.directory();
        BookingRights rights = BookingRights.of(query.seeker());
        return directory.roomsAt(party.site()).stream()
                .filter(room -> !room.isCountable() && room.capacity() >= party.attendees())
                .filter(room ->
                        query.taste().kinds().isEmpty() || query.taste().kinds().contains(room.kind()))
                .filter(room -> Equipment.canHave(room, party.equipment(), directory))
                .filter(room -> rights.mayBook(room) && !asked.limits().usedUp().contains(room.id()))
                .toList();
    }

    private static String hour(LocalTime time) {
        if (time.getMinute() == 0) {
            return Integer.toString(time.getHour());
        }
        return time.getMinute() < COLUMN.toMinutes() ? PageWords.time(time) : "";
    }

    private static List<Integer> marks(List<Interval> columns, List<CommonSlot> offered) {
        return columns.stream().map(column -> mark(column, offered)).toList();
    }

    private static int mark(Interval column, List<CommonSlot> offered) {
        for (int i = 0; i < offered.size(); i++) {
            if (column.contains(offered.get(i).time().start())) {
                return i + 1;
            }
        }
        return 0;
    }

    /** From when the first party's site opens until it closes; if it does not, whenever anybody is open. */
    private static Grid trimmed(Grid whole) {
        int from = 0;
        int to = whole.marks().size();
        List<Grid.GridRow> first = whole.rows().subList(0, 1);
        List<Grid.GridRow> telling = isEmpty(first, 0, to) ? whole.rows() : first;
        while (from < to && isEmpty(telling, from, from + 1)) {
            from++;
        }
        while (to > from && isEmpty(telling, to - 1, to)) {
            to--;
        }
        if (from == to) {
            from = USUAL_OPENING;
            to = USUAL_CLOSING;
        }
        int begin = from;
        int end = to;
        return new Grid(
                whole.day(),
                whole.marks().subList(begin, end),
                whole.rows().stream()
                        .map(row -> new Grid.GridRow(
                                row.site(), row.zone(), row.cells().subList(begin, end)))
                        .toList());
    }

    private static boolean isEmpty(List<Grid.GridRow> rows, int from, int to) {
        return rows.stream()
                .flatMap(row -> row.cells().subList(from, to).stream())
                .allMatch(cell -> cell.state() == CellState.CLOSED);
    }
}
