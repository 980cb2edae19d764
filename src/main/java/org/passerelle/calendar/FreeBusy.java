package org.passerelle.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.BusyTime;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.calendar.FeedSource.OfRooms;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Publishes when a room cannot be had as VFREEBUSY (RFC 5545 section 3.6.4, RFC 5546 section 3.3.1), to whoever has the
 * address of a feed that shows the room anyway.
 */
@Component
public class FreeBusy {

    private final PublishedFeeds published;
    private final ReadingBookings bookings;
    private final Directories directories;
    private final Clock clock;

    FreeBusy(PublishedFeeds published, ReadingBookings bookings, Directories directories, Clock clock) {
        this.published = published;
        this.bookings = bookings;
        this.directories = directories;
        this.clock = clock;
    }

    /** A stretch with its FBTYPE. */
    private record Period(Interval time, String type) {}

    /** The room, if the feed with this token shows it. Counts as a fetch of that feed. */
    public Optional<Room> room(String token, String room) {
        return published
                .reader(token)
                .filter(reader -> reader.topic().source() instanceof OfRooms)
                .flatMap(reader -> reader.directory().rooms().stream()
                        .filter(each -> each.id().value().equals(room))
                        .filter(each ->
                                ((OfRooms) reader.topic().source()).numbers().containsAll(each.numbers()))
                        .findFirst());
    }

    /** In which the hours of a room are read. */
    public ZoneId zoneOf(Room room) {
        return directories.current().siteOf(room).zone();
    }

    public PublishedCalendar write(Room room, Interval window) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        IcsWriter out = new IcsWriter()
                .begin("VFREEBUSY")
                .write(ContentLine.text("UID", "freebusy@" + room.id()))
                .write(ContentLine.utc("DTSTAMP", now))
                .write(ContentLine.plain("ORGANIZER", "mailto:" + room.profile().email()))
                .write(ContentLine.utc("DTSTART", window.start()))
                .write(ContentLine.utc("DTEND", window.end()));
        for (Period period : periods(room, window)) {
            String value = ContentLine.utc(period.time().start())
                    + "/"
                    + ContentLine.utc(period.time().end());
            out.write(ContentLine.plain("FREEBUSY", value).with("FBTYPE", period.type()));
        }
        byte[] component = out.end("VFREEBUSY").toBytes();
        byte[] body = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .write(ContentLine.plain("METHOD", "PUBLISH"))
                .raw(new String(component, StandardCharsets.UTF_8))
                .end("VCALENDAR")
                .toBytes();
        ContentTag tag = new ContentTag();
        tag.add(ContentTag.ofComponent(component));
        return new PublishedCalendar(body, tag.text(), now, Optional.empty(), room.id() + ".ifb");
    }

    private List<Period> periods(Room room, Interval window) {
        List<Period> periods = new ArrayList<>();
        List<Interval> taken = new ArrayList<>();
        for (BusyTime each : bookings.busy(room, window)) {
            taken.add(each.interval());
            periods.add(new Period(each.interval(), each.kind() == BusyTime.Kind.BUSY ? "BUSY" : "BUSY-TENTATIVE"));
        }
        taken.addAll(open(room, window));
        for (Interval closed : without(window, Interval.merge(taken))) {
            periods.add(new Period(closed, "BUSY-UNAVAILABLE"));
        }
        periods.sort(Comparator.comparing(period -> period.time().start()));
        return periods;
    }

    private List<Interval> open(Room room, Interval window) {
        Site site = directories.current().siteOf(room);
        LocalDate first = window.start().atZone(site.zone()).toLocalDate().minusDays(1);
        LocalDate last = window.end().atZone(site.zone()).toLocalDate().plusDays(1);
        List<Interval> open = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate date = day;
            if (site.closures().stream().noneMatch(closure -> closure.covers(date))) {
                room.rules().openingHours().on(date, site.zone()).stream()
                        .flatMap(hours -> hours.intersection(window).stream())
                        .forEach(open::add);
            }
        }
        return open;
    }

    /** What is left of {@code window} outside of {@code parts}, which are sorted and within it. */
    private static List<Interval> without(Interval window, List<Interval> parts) {
        List<Interval> left = new ArrayList<>();
        Instant from = window.start();
        for (Interval part : parts) {
            if (from.isBefore(part.start())) {
                left.add(Interval.of(from, part.start()));
            }
            from = part.end();
        }
        if (from.isBefore(window.end())) {
            left.add(Interval.of(from, window.end()));
        }
        return left;
    }
}
