package org.passerelle.calendar.closures;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateListProperty;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.passerelle.directory.Closure;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;

/**
 * Reads events with ical4j, which is used nowhere else. Its objects never leave a method here: dates kept beyond the
 * parsed calendar lose their zone, and its own recurrences are wrong around clock changes.
 */
final class IcsCodec {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_CLOSURE_DAYS = 366;

    static {
        List.of(
                        CompatibilityHints.KEY_RELAXED_PARSING,
                        CompatibilityHints.KEY_RELAXED_UNFOLDING,
                        CompatibilityHints.KEY_RELAXED_VALIDATION,
                        CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY,
                        CompatibilityHints.KEY_NOTES_COMPATIBILITY)
                .forEach(hint -> CompatibilityHints.setHintEnabled(hint, true));
    }

    private IcsCodec() {}

    /**
     * Reads an event that lasts whole days.
     *
     * @param event from {@code BEGIN:VEVENT} to {@code END:VEVENT}
     * @param untitled the reason of an event that has no SUMMARY
     * @throws UnreadableEvent if it cannot be parsed, has times of day, or recurs in a way that is not supported
     */
    static WholeDays wholeDays(String event, String untitled) throws UnreadableEvent {
        VEvent parsed = parse(event);
        try {
            LocalDate firstDay = day(parsed, Property.DTSTART)
                    .orElseThrow(() -> new UnreadableEvent("it has no DTSTART that is a day"));
            requireWritten(firstDay, event);
            LocalDate lastDay = lastDay(parsed, firstDay);
            String summary = value(parsed, Property.SUMMARY)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .orElse(untitled);
            return new WholeDays(
                    value(parsed, Property.UID).orElse(""),
                    new Closure(firstDay, lastDay, shortened(summary)),
                    rule(parsed),
                    excluded(parsed),
                    day(parsed, Property.RECURRENCE_ID),
                    value(parsed, Property.STATUS)
                            .filter("CANCELLED"::equalsIgnoreCase)
                            .isPresent());
        } catch (DateTimeException | InvalidRecurrence e) {
            throw new UnreadableEvent(String.valueOf(e.getMessage()), e);
        }
    }

    /** One builder a parse, since it is not safe for threads; no time zone is given to it, so none is registered. */
    private static VEvent parse(String event) throws UnreadableEvent {
        String calendar =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Passerelle//EN\r\n" + event + "END:VCALENDAR\r\n";
        try {
            return new CalendarBuilder()
                    .build(new StringReader(calendar))
                    .<VEvent>getComponent(Component.VEVENT)
                    .orElseThrow(() -> new UnreadableEvent("it has no end"));
        } catch (ParserException | IOException | RuntimeException e) {
            // On odd input ical4j throws whatever its parts throw: all of it means that the event is unreadable.
            throw new UnreadableEvent(String.valueOf(e.getMessage()), e);
        }
    }

    /** Since ical4j takes 30 February for the 28th, which would shut a site on a day that nobody wrote. */
    private static void requireWritten(LocalDate day, String event) throws UnreadableEvent {
        String written = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        if (!event.replaceAll("\r\n[ \t]", "").contains(":" + written)) {
            throw new UnreadableEvent("its DTSTART is no day of the calendar");
        }
    }

    private static LocalDate lastDay(VEvent event, LocalDate firstDay) throws UnreadableEvent {
        Optional<LocalDate> end = day(event, Property.DTEND);
        Optional<String> duration = value(event, Property.DURATION);
        LocalDate dayAfter = end.isPresent()
                ? end.get()
                : duration.map(text -> firstDay.plus(Period.parse(text))).orElse(firstDay.plusDays(1));
        if (dayAfter.equals(firstDay)) {
            return firstDay; // some programs write a single day like this
        }
        if (dayAfter.isBefore(firstDay) || dayAfter.isAfter(firstDay.plusDays(LONGEST_CLOSURE_DAYS))) {
            throw new UnreadableEvent("it lasts from " + firstDay + " until before " + dayAfter);
        }
        return dayAfter.minusDays(1);
    }

    private static Optional<Recurrence> rule(VEvent event) throws UnreadableEvent {
        List<Property> rules = event.getProperties(Property.RRULE);
        if (rules.size() > 1 || event.getProperty(Property.RDATE).isPresent()) {
            throw new UnreadableEvent("it recurs by more than one rule");
        }
        return rules.stream().findFirst().map(Property::getValue).map(Recurrence::parse);
    }

    private static Set<LocalDate> excluded(VEvent event) {
        Set<LocalDate> days = new HashSet<>();
        for (Property property : event.getProperties(Property.EXDATE)) {
            if (property instanceof DateListProperty<?> list) {
                list.getDates().forEach(date -> days.add(LocalDate.from(date)));
            }
        }
        return days;
    }

    private static Optional<LocalDate> day(VEvent event, String name) throws UnreadableEvent {
        Optional<Property> property = event.getProperty(name);
        if (property.isEmpty()) {
            return Optional.empty();
        }
        if (property.get() instanceof DateProperty<?> date && date.getDate() instanceof LocalDate day) {
            return Optional.of(day);
        }
        throw new UnreadableEvent(name + " is not a day: " + property.get().getValue());
    }

    private static Optional<String> value(VEvent event, String name) {
        Optional<Property> property = event.getProperty(name);
        return property.map(Property::getValue);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_REASON
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_REASON));
    }
}
