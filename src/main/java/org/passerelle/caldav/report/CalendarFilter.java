package org.passerelle.caldav.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.calendar.EventBlock;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.caldav.xml.XmlNode;
import org.passerelle.time.Interval;

/**
 * Which objects a {@code calendar-query} asks for (RFC 4791 section 9.7). An object matches if one of its events does; a time is
 * looked for among all dates of it, moved ones where they are now.
 */
final class CalendarFilter {

    private static final XmlName COMPONENT = XmlName.caldav("comp-filter");
    private static final XmlName PROPERTY = XmlName.caldav("prop-filter");
    private static final XmlName UNDEFINED = XmlName.caldav("is-not-defined");
    private static final XmlName TIME_RANGE = XmlName.caldav("time-range");

    private final XmlNode calendar;

    private CalendarFilter(XmlNode calendar) {
        this.calendar = calendar;
    }

    /**
     * @param filter the {@code CALDAV:filter}
     * @throws DavRefused if it is none, or of a kind that is not answered
     */
    static CalendarFilter of(XmlNode filter) {
        List<XmlNode> calendars = filter.all(COMPONENT).toList();
        boolean isOne = calendars.size() == 1
                && calendars
                        .get(0)
                        .attribute("name")
                        .filter("VCALENDAR"::equalsIgnoreCase)
                        .isPresent();
        if (!isOne) {
            throw DavRefused.forbidden(XmlName.caldav("valid-filter"));
        }
        check(calendars.get(0));
        return new CalendarFilter(calendars.get(0));
    }

    /** Reads all of it once, so that what is wrong is told although nothing would be compared with it. */
    private static void check(XmlNode node) {
        node.all(COMPONENT).forEach(CalendarFilter::check);
        node.all(TIME_RANGE).forEach(CalendarFilter::range);
        node.all(PROPERTY).forEach(PropertyFilter::check);
        if (node.is(COMPONENT) && node.attribute("name").isEmpty()) {
            throw DavRefused.forbidden(XmlName.caldav("valid-filter"));
        }
    }

    /**
     * A range of time, open where an end is missing.
     *
     * @throws DavRefused if both are, or one is not in UTC
     */
    static Interval range(XmlNode range) {
        Optional<Instant> start = moment(range, "start");
        Optional<Instant> end = moment(range, "end");
        if (start.isEmpty() && end.isEmpty()) {
            throw DavRefused.forbidden(XmlName.caldav("valid-filter"));
        }
        Instant from = start.orElse(UtcMoments.FIRST);
        Instant to = end.orElse(UtcMoments.LAST);
        if (!from.isBefore(to)) {
            throw DavRefused.forbidden(XmlName.caldav("valid-filter"));
        }
        return Interval.of(from, to);
    }

    private static Optional<Instant> moment(XmlNode range, String name) {
        return range.attribute(name)
                .map(text ->
                        UtcMoments.parse(text).orElseThrow(() -> DavRefused.forbidden(XmlName.caldav("valid-filter"))));
    }

    boolean matches(CalendarObject object) {
        if (calendar.first(UNDEFINED).isPresent()) {
            return false;
        }
        List<EventBlock> events = EventBlock.of(object.text());
        boolean isOfTheCalendar = calendar.all(PROPERTY).allMatch(filter -> ofTheCalendar(filter));
        return isOfTheCalendar && calendar.all(COMPONENT).allMatch(filter -> component(filter, object, events));
    }

    /** A calendar has VERSION, PRODID and CALSCALE, whose values nobody asks for. */
    private static boolean ofTheCalendar(XmlNode filter) {
        boolean isThere = List.of("VERSION", "PRODID", "CALSCALE")
                .contains(filter.attribute("name").orElse(""));
        return isThere == filter.first(UNDEFINED).isEmpty();
    }

    private static boolean component(XmlNode filter, CalendarObject object, List<EventBlock> events) {
        String name = filter.attribute("name").orElse("");
        boolean isAbsent = filter.first(UNDEFINED).isPresent();
        if (name.equalsIgnoreCase("VTIMEZONE")) {
            return isAbsent != object.text().contains("\r\nBEGIN:VTIMEZONE\r\n");
        }
        if (!name.equalsIgnoreCase("VEVENT")) {
            return isAbsent;
        }
        if (isAbsent) {
            return false;
        }
        boolean isThen = filter.all(TIME_RANGE)
                .map(CalendarFilter::range)
                .allMatch(range ->
                        object.dates().stream().anyMatch(date -> date.time().overlaps(range)));
        return isThen && events.stream().anyMatch(event -> event(filter, event));
    }

    private static boolean event(XmlNode filter, EventBlock event) {
        return filter.all(PROPERTY).allMatch(property -> PropertyFilter.matches(property, event))
                && filter.all(COMPONENT).allMatch(part -> alarm(part, event));
    }

    private static boolean alarm(XmlNode filter, EventBlock event) {
        boolean isThere = event.has(filter.attribute("name").orElse(""));
        if (filter.first(UNDEFINED).isPresent()) {
            return !isThere;
        }
        if (filter.first(TIME_RANGE).isPresent() || filter.first(PROPERTY).isPresent()) {
            throw DavRefused.forbidden(XmlName.caldav("supported-filter"));
        }
        return isThere;
    }
}
