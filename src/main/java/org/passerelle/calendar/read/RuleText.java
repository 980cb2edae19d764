package org.passerelle.calendar.read;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.fault.CalendarFaultCode;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;

/** Reads a rule of an event more tolerantly than the rules that people write here. */
final class RuleText {

    private RuleText() {}

    /**
     * Empty for one that says nothing, as {@code RRULE:} does. A time of day that is that of the event is left out, and a series
     * of whole days ends with a day, whatever time of it was written.
     *
     * @param time of the first date
     */
    static Optional<Recurrence> read(PropertyLine line, EventTime time) throws Unreadable {
        LocalTime start = time.recurring().start().toLocalTime();
        List<String> parts = new ArrayList<>();
        for (String part : line.value().toUpperCase(Locale.ROOT).strip().split(";", 100)) {
            if (!part.isBlank() && !repeats(part, start)) {
                parts.add(part.strip());
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        try {
            Recurrence rule = Recurrence.parse(String.join(";", parts));
            return Optional.of(time.wholeDays() ? endingWithADay(rule, time.zone()) : rule);
        } catch (InvalidRecurrence e) {
            throw new Unreadable(CalendarFaultCode.of(e.fault()), line.name(), e.part());
        }
    }

    private static boolean repeats(String part, LocalTime start) {
        return part.matches("BYHOUR=0?" + start.getHour())
                || part.matches("BYMINUTE=0?" + start.getMinute())
                || part.matches("BYSECOND=0?" + start.getSecond());
    }

    private static Recurrence endingWithADay(Recurrence rule, ZoneId zone) {
        if (rule.end() instanceof RecurrenceEnd.AtLocal local) {
            return rule.withEnd(new RecurrenceEnd.OnDate(local.local().toLocalDate()));
        }
        if (rule.end() instanceof RecurrenceEnd.AtInstant at) {
            LocalDateTime utc = LocalDateTime.ofInstant(at.instant(), ZoneOffset.UTC);
            LocalDate day = WrittenDay.of(new EventMoment(utc, ZoneOffset.UTC, at.instant(), false), zone);
            return rule.withEnd(new RecurrenceEnd.OnDate(day));
        }
        return rule;
    }
}
