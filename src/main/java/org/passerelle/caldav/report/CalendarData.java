package org.passerelle.caldav.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.calendar.EventBlock;
import org.passerelle.caldav.calendar.ObjectDate;
import org.passerelle.caldav.resource.CalendarLimits;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.passerelle.calendar.read.PropertyLine;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.time.Interval;

/**
 * In what form objects are told: as they are, each date by itself, or without the exceptions of other times (RFC 4791 section 9.6).
 * Which properties are asked for does not matter; all are told. For one answer, whose dates it counts.
 */
final class CalendarData {

    static final XmlName NAME = XmlName.caldav("calendar-data");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Set<String> OF_THE_TIME =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID");

    private final Optional<Interval> expand;
    private final Optional<Interval> limit;
    private int expanded;

    private CalendarData(Optional<Interval> expand, Optional<Interval> limit) {
        this.expand = expand;
        this.limit = limit;
    }

    /**
     * @param prop the {@code DAV:prop} of a report
     * @throws DavRefused if another format is asked for, or a range is none
     */
    static CalendarData of(Optional<XmlNode> prop) {
        Optional<XmlNode> data = prop.flatMap(each -> each.first(NAME));
        boolean isOther = data.flatMap(each -> each.attribute("content-type"))
                .filter(type -> !type.equalsIgnoreCase("text/calendar"))
                .isPresent();
        if (isOther) {
            throw DavRefused.forbidden(XmlName.caldav("supported-calendar-data"));
        }
        return new CalendarData(range(data, "expand"), range(data, "limit-recurrence-set"));
    }

    private static Optional<Interval> range(Optional<XmlNode> data, String name) {
        return data.flatMap(each -> each.first(XmlName.caldav(name))).map(CalendarFilter::range);
    }

    String of(CalendarObject object) {
        if (expand.isPresent()) {
            return expanded(object, expand.get());
        }
        return limit.map(range -> limited(object, range)).orElseGet(object::text);
    }

    private String expanded(CalendarObject object, Interval range) {
        List<EventBlock> events = EventBlock.of(object.text());
        boolean recurs = events.size() > 1
                || events.stream().anyMatch(event -> event.first("RRULE").isPresent());
        IcsWriter out = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .write(ContentLine.plain("CALSCALE", "GREGORIAN"));
        for (ObjectDate date : object.dates()) {
            if (date.time().overlaps(range)) {
                if (++expanded > CalendarLimits.MOST_EXPANDED) {
                    throw DavRefused.because(507, XmlName.dav("number-of-matches-within-limits"), "");
                }
                instance(event(events, date, object), date, recurs).writeTo(out);
            }
        }
        return new String(out.end("VCALENDAR").toBytes(), StandardCharsets.UTF_8);
    }

    /** The event that tells of {@code date}: the one that names it, else the one for all. */
    private static EventBlock event(List<EventBlock> events, ObjectDate date, CalendarObject object) {
        return events.stream()
                .filter(event -> names(event, date, object))
                .findFirst()
                .orElse(events.get(0));
    }

    private static boolean names(EventBlock event, ObjectDate date, CalendarObject object) {
        String local = LOCAL.format(LocalDateTime.ofInstant(date.original(), object.zone()));
        return event.first("RECURRENCE-ID")
                .map(PropertyLine::value)
                .filter(value -> value.equals(local) || value.equals(ContentLine.utc(date.original())))
                .isPresent();
    }

    private static EventBlock instance(EventBlock event, ObjectDate date, boolean recurs) {
        List<String> lines = new ArrayList<>();
        Predicate<String> isOfTheTime = line -> OF_THE_TIME.contains(line.split("[;:]", 2)[0]);
        int depth = 0;
        for (String line : event.lines()) {
            depth -= line.startsWith("END:") ? 1 : 0;
            if (depth != 1 || !isOfTheTime.test(line)) {
                lines.add(line);
            }
            depth += line.startsWith("BEGIN:") ? 1 : 0;
        }
        List<String> times = new ArrayList<>();
        times.add("DTSTART:" + ContentLine.utc(date.time().start()));
        times.add("DTEND:" + ContentLine.utc(date.time().end()));
        if (recurs) {
            times.add("RECURRENCE-ID:" + ContentLine.utc(date.original()));
        }
        lines.addAll(1, times);
        return new EventBlock(lines);
    }

    /** The event for all, and each other of which the time or the one that the series gave touches {@code range}. */
    private static String limited(CalendarObject object, Interval range) {
        List<EventBlock> events = EventBlock.of(object.text());
        List<EventBlock> left = events.stream()
                .filter(event -> event.first("RECURRENCE-ID").isEmpty() || touches(event, object, range))
                .toList();
        if (left.size() == events.size()) {
            return object.text();
        }
        String beginning = object.text().substring(0, object.text().indexOf("BEGIN:VEVENT\r\n"));
        IcsWriter out = new IcsWriter().raw(beginning);
        left.forEach(event -> event.writeTo(out));
        return new String(out.end("VCALENDAR").toBytes(), StandardCharsets.UTF_8);
    }

    private static boolean touches(EventBlock event, CalendarObject object, Interval range) {
        return object.dates().stream()
                .filter(date -> names(event, date, object))
                .anyMatch(date -> date.time().overlaps(range)
                        || Interval.of(
                                        date.original(),
                                        date.original().plus(date.time().length()))
                                .overlaps(range));
    }
}
