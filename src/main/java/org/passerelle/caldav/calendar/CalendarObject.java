package org.passerelle.caldav.calendar;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.model.Booking;

/**
 * A calendar object resource (RFC 4791 section 4.1) as one person sees it: all events of one UID.
 *
 * @param name of the resource within its collection
 * @param text the whole iCalendar object
 * @param etag strong and quoted
 * @param scheduleTag quoted; only of what the person organises (RFC 6638 section 3.2.10)
 * @param dates all of them, by start
 * @param zone in which its times are written
 * @param booking what it tells of; empty of a draft
 */
public record CalendarObject(
        String name,
        String uid,
        String text,
        String etag,
        Optional<String> scheduleTag,
        List<ObjectDate> dates,
        ZoneId zone,
        Optional<Booking> booking) {

    public CalendarObject {
        dates = List.copyOf(dates);
    }

    CalendarObject named(String other, String otherUid, Optional<String> tag) {
        return new CalendarObject(other, otherUid, text, etag, tag, dates, zone, booking);
    }

    /** Whether it is a date that the rule of its booking does not give, and that has an object of its own for that. */
    public boolean isBeside() {
        return scheduleTag.isEmpty();
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public int length() {
        return bytes().length;
    }

    /** About what it takes of memory, in bytes. */
    public int weight() {
        return 500 + 2 * text.length() + 80 * dates.size();
    }
}
