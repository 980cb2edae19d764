package org.passerelle.web.day;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.account.Person;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.time.WallTime;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Draws timelines, each from one look at the bookings of the day. */
@Component
class DayTimelines {

    private final ReadingBookings reading;
    private final PageWords words;
    private final Clock clock;

    DayTimelines(ReadingBookings reading, PageWords words, Clock clock) {
        this.reading = reading;
        this.words = words;
        this.clock = clock;
    }

    /** Who looks at what, and in which language. */
    record Look(Person person, Directory directory, Locale locale) {}

    DayTimeline of(Site site, LocalDate date, Look look) {
        ZoneId zone = site.zone();
        Interval day = DayWindow.day(date, zone);
        List<Room> rooms = look.directory().roomsAt(site.id());
        List<Booking> bookings = reading.holding(rooms, day);
        Map<RoomId, List<DayHold>> holdsOfDay = DayHold.byRoom(rooms, day, bookings);
        List<Interval> held = holdsOfDay.values().stream()
                .flatMap(List::stream)
                .map(DayHold::taken)
                .toList();
        DayWindow window = DayWindow.of(date, zone, rooms, held);
        Optional<Closure> closure =
                site.closures().stream().filter(closed -> closed.covers(date)).findFirst();
        Instant now = clock.instant();
        BookingRights rights = BookingRights.of(look.person());
        List<Lane> lanes = rooms.stream()
                .map(room -> {
                    List<Interval> open = OpeningTimes.within(window.shown(), room, site);
                    List<DayHold> holds = DayHold.within(window.shown(), holdsOfDay.getOrDefault(room.id(), List.of()));
                    return new Lane(
                            room,
                            new LaneSweep(
                                            room,
                                            holds,
                                            open,
                                            LaneSweep.BookableReach.of(
                                                    room, rights, window.shown(), look.directory(), now))
                                    .over(window.shown()).stream()
                                            .map(segment -> piece(segment, room, zone, look))
                                            .toList());
                })
                .toList();
        return new DayTimeline(
                site,
                window,
                closure,
                lanes,
                Slots.start(Slots.containing(now)),
                new LaneMarkup(words, look.locale(), new PieceMarkup(words, look.locale(), site, date)));
    }

    private Piece piece(LaneSweep.LaneSegment segment, Room room, ZoneId zone, Look look) {
        boolean free = segment.kind() == Piece.PieceKind.FREE;
        Optional<BookingId> readable = free || segment.holds().size() != 1
                ? Optional.empty()
                : segment.holds().stream()
                        .map(DayHold::booking)
                        .filter(booking -> mayRead(booking, look))
                        .map(Booking::id)
                        .findFirst();
        return new Piece(
                segment.kind(),
                segment.time(),
                zone,
                free ? units(segment, room, look) : label(segment, room, look),
                readable,
                free ? LaneSweep.starts(segment.time(), zone) : List.of());
    }

    /** Of countable equipment, how many units are left. */
    private String units(LaneSweep.LaneSegment segment, Room room, Look look) {
        int taken = segment.holds().stream().mapToInt(DayHold::units).sum();
        int all = room.numbers().size();
        return room.isCountable() && taken > 0 ? words.text("day.units", look.locale(), all - taken, all) : "";
    }

    private String label(LaneSweep.LaneSegment segment, Room room, Look look) {
        if (segment.kind() == Piece.PieceKind.BUFFER) {
            return words.text("day.buffer", look.locale());
        }
        return segment.holds().stream()
                .map(hold -> title(hold, look) + whole(hold, room, look))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private static boolean mayRead(Booking booking, Look look) {
        return new BookingAccess(look.person(), booking, look.directory()).mayRead(BookingPart.CONTENT);
    }

    private String title(DayHold hold, Look look) {
        Booking booking = hold.booking();
        if (!mayRead(booking, look)) {
            return words.text("day.busy", look.locale());
        }
        ZoneId agreed = booking.schedule().zone();
        Instant start = hold.meeting().start();
        boolean same = look.directory()
                .room(hold.room())
                .map(look.directory()::siteOf)
                .filter(site -> WallTime.isSame(agreed, site.zone(), start))
                .isPresent();
        String title = booking.content().title();
        return same
                ? title
                : title + " · " + PageWords.times(hold.meeting(), agreed) + " " + words.zone(agreed, look.locale());
    }

    /** Which other room was booked, when this one is held as a part of it or together with it. */
    private static String whole(DayHold hold, Room room, Look look) {
        return hold.room().equals(room.id())
                ? ""
                : look.directory()
                        .room(hold.room())
                        .map(other -> " (" + other.name() + ")")
                        .orElse("");
    }
}
