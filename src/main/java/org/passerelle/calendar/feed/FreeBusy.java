package org.passerelle.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.busy.BusyTime;
import org.passerelle.booking.policy.OpeningTimes;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.feed.cache.FeedSource.OfRooms;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.ContentTag;
import org.passerelle.calendar.write.IcsWriter;
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
                .filter(reader -> reader.topic().subject().scope().isOfBookings()
                        && reader.topic().source() instanceof OfRooms)
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
                .write(ContentLine.plain("METHOD", ItipMethod.PUBLISH.name()))
                .raw(new String(component, StandardCharsets.UTF_8))
                .end("VCALENDAR")
                .toBytes();
        ContentTag tag = new ContentTag();
        tag.add(ContentTag.ofComponent(component));
        return new PublishedCalendar(body, tag.text(), now, Optional.empty(), room.id() + ".ifb");
    }

    private List<Period> periods(Room room, Interval window) {
        Site site = directories.current().siteOf(room);
        return OpeningTimes.closedOrTaken(bookings.busy(room, window), window, room, site).stream()
                .map(time -> new Period(time.interval(), type(time.kind())))
                .toList();
    }

    /** FBTYPE of RFC 5545 section 3.2.9. */
    private static String type(BusyTime.BusyKind kind) {
        return switch (kind) {
            case BUSY -> "BUSY";
            case TENTATIVE -> "BUSY-TENTATIVE";
            case UNAVAILABLE -> "BUSY-UNAVAILABLE";
        };
    }
}
