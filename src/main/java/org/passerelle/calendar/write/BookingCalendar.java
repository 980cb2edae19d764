package org.passerelle.calendar.write;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingPart;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.EventWriter.WrittenDate;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/** Writes one booking as an iCalendar file, for one reader. */
@Component
public class BookingCalendar {

    public static final String PRODUCT = "-//Passerelle//Passerelle//EN";

    private final Directories directories;
    private final EventRendering.Factory rendering;

    BookingCalendar(Directories directories, EventRendering.Factory rendering) {
        this.directories = directories;
        this.rendering = rendering;
    }

    /**
     * The booking with everything that {@code reader} may read of it; a reader who may not see its title learns when it
     * is and no more. A booking that is called off is written as CANCELLED, with the dates it had.
     *
     * @param locale of the words that are ours, English or French
     */
    public byte[] write(Booking booking, Person reader, Locale locale) {
        BookingAccess access = new BookingAccess(reader, booking, directories.current());
        Disclosure disclosure = access.mayRead(BookingPart.CONTENT) ? Disclosure.EVERYTHING : Disclosure.BUSY;
        return write(booking, access, disclosure, locale);
    }

    /**
     * The booking for the calendar of {@code organiser}, whose it is, as it is mailed to them: METHOD:PUBLISH (RFC 5546 section
     * 3.2.1), which calendar programs add or update, and answer to nobody. One that is called off is written as CANCELLED.
     */
    public byte[] publish(Booking booking, Person organiser, Locale locale) {
        BookingAccess access = new BookingAccess(organiser, booking, directories.current());
        return write(booking, access, Disclosure.PUBLISHED, locale);
    }

    private byte[] write(Booking booking, BookingAccess access, Disclosure disclosure, Locale locale) {
        Directory directory = access.directory();
        List<Occurrence> live = booking.occupying().toList();
        WrittenDate told = new WrittenDate(
                booking,
                live.isEmpty() ? booking.occurrences() : live,
                disclosure,
                Set.of(),
                locale,
                access.mayJoin() ? Optional.of(Joining.person(access.person().email())) : Optional.empty(),
                AnswerLines.NONE);
        IcsWriter out = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"));
        if (disclosure == Disclosure.PUBLISHED) {
            out.write(ContentLine.plain("METHOD", ItipMethod.PUBLISH.name()));
        }
        EventDates dates = told.dates();
        ZoneId zone = booking.schedule().zone();
        if (!ContentLine.isUtc(zone)) {
            TimeZoneComponent.of(zone, dates.span()).writeTo(out);
        }
        rendering.by(directory).to(out).write(told, dates);
        return out.end("VCALENDAR").toBytes();
    }
}
