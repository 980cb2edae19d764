package org.passerelle.caldav.calendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.calendar.write.WrittenBooking;

/**
 * Makes objects of a booking as it was written. Dates that its rule does not give are written under UIDs of their own, and an
 * object has one UID (RFC 4791 section 4.1), so these are objects of their own as well.
 */
final class WrittenObjects {

    private final ObjectText texts = new ObjectText();

    /** @param shown the dates that {@code written} tells of */
    List<CalendarObject> of(Booking booking, List<Occurrence> shown, WrittenBooking written) {
        return of(booking, shown, written, EventBlock.of(new String(written.bytes(), StandardCharsets.UTF_8)));
    }

    /** @param blocks in place of the events of {@code written} */
    List<CalendarObject> of(Booking booking, List<Occurrence> shown, WrittenBooking written, List<EventBlock> blocks) {
        Map<String, List<EventBlock>> byUid = new LinkedHashMap<>();
        blocks.forEach(block -> byUid.computeIfAbsent(block.words("UID"), uid -> new ArrayList<>())
                .add(block));
        List<CalendarObject> objects = new ArrayList<>();
        String main = byUid.keySet().stream().findFirst().orElse("");
        byUid.forEach((uid, events) -> {
            String text = texts.of(events, written.zone(), written.span());
            objects.add(new CalendarObject(
                    ObjectNames.of(uid),
                    uid,
                    text,
                    ObjectText.etag(text),
                    Optional.empty(),
                    dates(shown, uid, main, byUid),
                    written.zone(),
                    Optional.of(booking)));
        });
        return objects;
    }

    /** {@code object} with other events, which are at the same times. */
    CalendarObject with(CalendarObject object, List<EventBlock> events) {
        String beginning = object.text().substring(0, object.text().indexOf("BEGIN:VEVENT\r\n"));
        IcsWriter out = new IcsWriter().raw(beginning);
        events.forEach(event -> event.writeTo(out));
        String text = new String(out.end("VCALENDAR").toBytes(), StandardCharsets.UTF_8);
        return new CalendarObject(
                object.name(),
                object.uid(),
                text,
                ObjectText.etag(text),
                object.scheduleTag(),
                object.dates(),
                object.zone(),
                object.booking());
    }

    private static List<ObjectDate> dates(
            List<Occurrence> shown, String uid, String main, Map<String, List<EventBlock>> byUid) {
        return shown.stream()
                .filter(date -> {
                    String alone = ContentLine.utc(date.recurrenceId()) + "-" + main;
                    return uid.equals(main) ? !byUid.containsKey(alone) : uid.equals(alone);
                })
                .map(date -> new ObjectDate(date.recurrenceId(), date.time()))
                .toList();
    }
}
