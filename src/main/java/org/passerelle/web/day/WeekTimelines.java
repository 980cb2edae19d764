package org.passerelle.web.day;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** Draws the week of a room, from one look at its bookings. */
@Component
class WeekTimelines {

    private final ReadingBookings reading;
    private final DayQuotas quotas;
    private final PageWords words;
    private final Clock clock;

    WeekTimelines(ReadingBookings reading, DayQuotas quotas, PageWords words, Clock clock) {
        this.reading = reading;
        this.quotas = quotas;
        this.words = words;
        this.clock = clock;
    }

    /** In HTML. */
    String of(Room room, Site site, CalendarSpan span, Look look) {
        ZoneId zone = site.zone();
        Interval week = span.time(zone);
        List<Room> only = List.of(room);
        List<DayHold> holds =
                DayHold.byRoom(only, week, reading.holding(only, week)).getOrDefault(room.id(), List.of());
        List<Interval> held = holds.stream().map(DayHold::taken).toList();
        Instant now = clock.instant();
        LaneDrawing drawing = new LaneDrawing(words, look, quotas.of(only, week, look), now);
        List<WeekMarkup.WeekLane> days = DayWindow.alike(span.days(), zone, only, held).stream()
                .map(window -> new WeekMarkup.WeekLane(window, drawing.lane(room, site, window.shown(), holds)))
                .toList();
        return new WeekMarkup(words, look.locale(), site, now).of(days);
    }
}
