package org.passerelle.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.booking.Occurrence;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.calendar.EventWriter.Told;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Writes a room's calendar for programs that subscribe to it: Outlook, Google, Apple, Thunderbird. What is called off is
 * absent, since half of them would show a cancelled event as if it took place.
 */
@Component
class RoomFeedWriter {

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(365);
    private static final Duration REFRESH = Duration.ofMinutes(15);

    private final ReadingBookings bookings;
    private final BookingCalendar calendar;
    private final Clock clock;

    RoomFeedWriter(ReadingBookings bookings, BookingCalendar calendar, Clock clock) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.clock = clock;
    }

    byte[] write(FeedDocument feed, Room room, Person owner, Directory directory) {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Interval window = Interval.of(today.minus(BACK), today.plus(AHEAD));
        List<Told> told = bookings.holding(List.of(room), window).stream()
                .map(booking -> told(booking, feed, room, owner, directory))
                .filter(each ->
                        each.shown().stream().anyMatch(date -> date.time().overlaps(window)))
                .toList();
        IcsWriter out = new IcsWriter().begin("VCALENDAR");
        writeHead(out, feed, room, directory, told);
        calendar.writeEvents(out, told, directory);
        return out.end("VCALENDAR").toBytes();
    }

    private static Told told(Booking booking, FeedDocument feed, Room room, Person owner, Directory directory) {
        List<Occurrence> shown = booking.occupying()
                .filter(date -> date.places().stream()
                        .anyMatch(place -> room.numbers().stream().anyMatch(place::holds)))
                .toList();
        return new Told(
                booking,
                shown,
                feed.subject().detail().of(booking, owner, directory),
                Locale.forLanguageTag(feed.subject().language()));
    }

    /** Each fact in the words of RFC 7986 and in the older ones that Outlook and Apple read. */
    private static void writeHead(IcsWriter out, FeedDocument feed, Room room, Directory directory, List<Told> told) {
        String name = new RoomWords(directory).of(room.id());
        Instant changed = told.stream()
                .map(each -> each.booking().status().changed())
                .reduce(feed.createdAt(), (one, other) -> one.isAfter(other) ? one : other);
        out.write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"))
                .write(ContentLine.plain("METHOD", "PUBLISH"))
                .write(ContentLine.text("UID", feed.publicId()))
                .write(ContentLine.utc("LAST-MODIFIED", changed))
                .write(ContentLine.text("NAME", name))
                .write(ContentLine.text("X-WR-CALNAME", name))
                .write(ContentLine.text(
                        "X-WR-TIMEZONE", directory.siteOf(room).zone().getId()))
                .write(ContentLine.duration("REFRESH-INTERVAL", REFRESH).with("VALUE", "DURATION"))
                .write(ContentLine.duration("X-PUBLISHED-TTL", REFRESH))
                .write(ContentLine.text("COLOR", "teal"))
                .write(ContentLine.text("X-APPLE-CALENDAR-COLOR", "#008080"));
    }
}
