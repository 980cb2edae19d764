package org.passerelle.calendar.closures;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.calendar.fault.CalendarFaultTexts;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.CalendarEvent.Repetition;
import org.passerelle.calendar.read.EventMoment;
import org.passerelle.calendar.read.EventTime;
import org.passerelle.calendar.read.FileEvent;
import org.passerelle.directory.Closure;
import org.passerelle.platform.text.Text;

/** Takes an event of a file for closed days. It is stricter than the reader of calendars: what is guessed shuts no site. */
final class WholeDaysReader {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_CLOSURE_DAYS = 366;

    /** DATE of RFC 5545 section 3.3.4. */
    private static final Pattern DAY = Pattern.compile("\\d{8}");

    private WholeDaysReader() {}

    /**
     * @param untitled the reason of an event that has no SUMMARY
     * @throws UnreadableEvent if it cannot be read, has times of day, or recurs in a way that is not supported
     */
    static WholeDays read(FileEvent read, String untitled) throws UnreadableEvent {
        if (read.fault().isPresent()) {
            throw new UnreadableEvent(CalendarFaultTexts.of(read.fault().get(), Locale.ENGLISH));
        }
        CalendarEvent event = read.event().orElseThrow();
        if (!DAY.matcher(read.writtenStart()).matches()) {
            throw new UnreadableEvent("DTSTART is not a day: " + Text.line(read.writtenStart(), LONGEST_REASON));
        }
        Repetition repetition = event.repetition();
        if (!repetition.added().isEmpty()) {
            throw new UnreadableEvent("it recurs by more than one rule");
        }
        LocalDate firstDay = event.time().start().local().toLocalDate();
        return new WholeDays(
                event.uid(),
                new Closure(firstDay, lastDay(event.time(), firstDay), reason(event, untitled)),
                repetition.rule(),
                excluded(repetition),
                replaced(event),
                event.standing().isCancelled());
    }

    private static LocalDate lastDay(EventTime time, LocalDate firstDay) throws UnreadableEvent {
        LocalDateTime end = LocalDateTime.ofInstant(time.end(), time.zone());
        LocalDate dayAfter = end.toLocalDate();
        if (!end.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw new UnreadableEvent("it ends within a day");
        }
        if (dayAfter.equals(firstDay)) {
            return firstDay; // some programs write a single day like this
        }
        if (dayAfter.isAfter(firstDay.plusDays(LONGEST_CLOSURE_DAYS))) {
            throw new UnreadableEvent("it lasts from " + firstDay + " until before " + dayAfter);
        }
        return dayAfter.minusDays(1);
    }

    private static String reason(CalendarEvent event, String untitled) {
        String summary = Text.line(event.words().summary(), LONGEST_REASON);
        return summary.isEmpty() ? untitled : summary;
    }

    private static Set<LocalDate> excluded(Repetition repetition) {
        return repetition.excluded().stream()
                .map(moment -> moment.local().toLocalDate())
                .collect(Collectors.toSet());
    }

    private static Optional<LocalDate> replaced(CalendarEvent event) throws UnreadableEvent {
        Optional<EventMoment> original = event.recurrenceId();
        if (original.isPresent() && !original.get().wholeDay()) {
            throw new UnreadableEvent(
                    "RECURRENCE-ID is not a day: " + original.get().local());
        }
        return original.map(moment -> moment.local().toLocalDate());
    }
}
