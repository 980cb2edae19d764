package org.passerelle.backup.transfer;

import java.nio.charset.StandardCharsets;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.directory.RoomId;

/** What one room holds, an event for each date, in UTC: to be read by any calendar, and not to be followed like a feed. */
final class RoomCalendar {

    private final RoomId room;
    private final IcsWriter out = new IcsWriter();

    RoomCalendar(RoomId room) {
        this.room = room;
        out.begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.plain("PRODID", BookingCalendar.PRODUCT));
    }

    RoomId room() {
        return room;
    }

    void add(BookingLine booking, BookingLine.Date date) {
        out.begin("VEVENT").write(ContentLine.text("UID", booking.uid().value()));
        if (booking.schedule().recurrence().isPresent()) {
            out.write(ContentLine.utc("RECURRENCE-ID", date.recurrenceId()));
        }
        out.write(ContentLine.utc("DTSTAMP", date.time().start()))
                .write(ContentLine.utc("DTSTART", date.time().start()))
                .write(ContentLine.utc("DTEND", date.time().end()))
                .write(ContentLine.text("SUMMARY", booking.content().title()))
                .write(ContentLine.plain(
                        "ORGANIZER", "mailto:" + booking.organiser().value()))
                .end("VEVENT");
    }

    String text() {
        return new String(out.end("VCALENDAR").toBytes(), StandardCharsets.UTF_8);
    }
}
