package org.passerelle.web.day;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Draws timelines, each from one look at the bookings of the day. */
@Component
class DayTimelines {

    private final ReadingBookings reading;
    private final DayQuotas quotas;
    private final PageWords words;
    private final Clock clock;

    DayTimelines(ReadingBookings reading, DayQuotas quotas, PageWords words, Clock clock) {
        this.reading = reading;
        this.quotas = quotas;
        this.words = words;
        this.clock = clock;
    }

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
        LaneDrawing drawing = new LaneDrawing(words, look, quotas.of(rooms, window.shown(), look), now);
        List<Lane> lanes = rooms.stream()
                .map(room -> drawing.lane(room, site, window.shown(), holdsOfDay.getOrDefault(room.id(), List.of())))
                .toList();
        return new DayTimeline(
                site,
                window,
                closure,
                lanes,
                Slots.start(Slots.containing(now)),
                new LaneMarkup(words, look.locale(), new PieceMarkup(words, look.locale(), site, date)));
    }
}
