package org.passerelle.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingAccess;
import org.passerelle.booking.Occurrence;
import org.passerelle.calendar.EventWriter.Told;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Writes one booking as an iCalendar file, for one reader. */
@Component
public class BookingCalendar {

    static final String PRODUCT = "-//Passerelle//Passerelle//EN";

    private final Directories directories;
    private final Accounts accounts;

    BookingCalendar(Directories directories, Accounts accounts) {
        this.directories = directories;
        this.accounts = accounts;
    }

    /**
     * The booking with everything that {@code reader} may read of it; a reader who may not see its title learns when it
     * is and no more. A booking that is called off is written as CANCELLED, with the dates it had.
     *
     * @param locale of the words that are ours, English or French
     */
    public byte[] write(Booking booking, Person reader, Locale locale) {
        Directory directory = directories.current();
        Disclosure disclosure =
                BookingAccess.mayRead(reader, booking, directory) ? Disclosure.EVERYTHING : Disclosure.BUSY;
        List<Occurrence> live = booking.occupying().toList();
        Told told = new Told(booking, live.isEmpty() ? booking.occurrences() : live, disclosure, locale);
        IcsWriter out = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"));
        writeEvents(out, List.of(told), directory);
        return out.end("VCALENDAR").toBytes();
    }

    /** The zones of all that is told, then the events, by start. */
    void writeEvents(IcsWriter out, List<Told> all, Directory directory) {
        record Event(Told told, EventDates dates) {}
        List<Event> events = new ArrayList<>();
        Map<String, Interval> spans = new TreeMap<>();
        for (Told told : all) {
            EventDates dates = told.dates();
            events.add(new Event(told, dates));
            ZoneId zone = told.booking().schedule().zone();
            if (!ContentLine.isUtc(zone)) {
                spans.merge(zone.getId(), dates.span(), BookingCalendar::enclosing);
            }
        }
        events.sort(Comparator.comparing((Event event) -> event.dates().first().start())
                .thenComparing(event -> event.told().booking().uid().value()));
        spans.forEach(
                (zone, span) -> TimeZoneComponent.of(ZoneId.of(zone), span).writeTo(out));
        EventWriter writer = new EventWriter(out, new RoomWords(directory), new EventPeople(accounts, directory));
        events.forEach(event -> writer.write(event.told(), event.dates()));
    }

    private static Interval enclosing(Interval one, Interval other) {
        Instant start = one.start().isBefore(other.start()) ? one.start() : other.start();
        Instant end = one.end().isAfter(other.end()) ? one.end() : other.end();
        return Interval.of(start, end);
    }
}
