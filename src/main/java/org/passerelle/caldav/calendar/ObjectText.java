package org.passerelle.caldav.calendar;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.ContentTag;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.calendar.write.TimeZoneTexts;
import org.passerelle.platform.digest.Digests;
import org.passerelle.time.Interval;

/** Puts events together to the text of an object, and sums it up. */
final class ObjectText {

    private final TimeZoneTexts zones = new TimeZoneTexts();

    /** @param span of all times of {@code blocks} */
    String of(Collection<EventBlock> blocks, ZoneId zone, Interval span) {
        IcsWriter out = begun();
        if (!ContentLine.isUtc(zone)) {
            out.raw(new String(zones.of(zone, span), StandardCharsets.UTF_8));
        }
        blocks.forEach(block -> block.writeTo(out));
        return new String(out.end("VCALENDAR").toBytes(), StandardCharsets.UTF_8);
    }

    static IcsWriter begun() {
        return new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"));
    }

    /** Of what it says, not of when it was written. */
    static String etag(String text) {
        ContentTag tag = new ContentTag();
        tag.add(ContentTag.ofComponent(text.getBytes(StandardCharsets.UTF_8)));
        return tag.text();
    }

    /** Of what its owner says, and not of what others answer (RFC 6638 section 3.2.10). */
    static String scheduleTag(String text) {
        return '"' + Digests.base64Url(KeptLines.withoutAnswers(text)) + '"';
    }
}
