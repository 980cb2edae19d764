package org.passerelle.calendar.imports;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.conformance.DrawnCalendar;
import org.passerelle.conformance.Sample;
import org.passerelle.conformance.Span;
import org.passerelle.conformance.Tally;
import org.passerelle.time.Interval;

/**
 * Calendars of all kinds, drawn by number, occupy a room when the standard says: {@code docs/reference/conformance.md} tells
 * what is drawn and what is right. {@code -Dconformance.calendars=} says how many, {@code -Dconformance.seed=} with which
 * number they begin: with 1 of them, that one.
 */
class CalendarConformanceTests {

    private static final Span WINDOW = DrawnCalendar.YEAR;
    private static final Interval YEAR = Interval.of(WINDOW.start(), WINDOW.end());

    @Test
    void occupyRoomsWhenTheStandardSays() {
        Sample.of("calendars", 200).check((number, tally) -> compare(DrawnCalendar.of(number, WINDOW), tally));
    }

    private static void compare(DrawnCalendar calendar, Tally tally) {
        SchedulingMessage read = SchedulingMessages.read(calendar.bytes(), calendar.declared(), DrawnCalendar.PARIS);
        ExternalDates dates = ExternalDates.of(read, YEAR, "untitled", () -> {});
        List<Span> found = Span.union(dates.dates().stream()
                .map(date -> new Span(date.time().start(), date.time().end()))
                .toList());
        List<Span> expected = calendar.expected(WINDOW);
        boolean isRight =
                found.equals(expected) && dates.broken().size() == calendar.broken() && isTold(calendar, read, dates);
        if (isRight) {
            tally.same(calendar.event().kinds());
        } else {
            tally.different(
                    calendar.event().kinds(),
                    "calendar %d: %s\nnot found %s\nnot right %s\nbroken %s\n%s"
                            .formatted(
                                    calendar.number(),
                                    calendar.event().kinds(),
                                    Span.less(expected, found),
                                    Span.less(found, expected),
                                    dates.broken(),
                                    calendar.text()));
        }
    }

    /** Names and titles, whatever octets they came as. */
    private static boolean isTold(DrawnCalendar calendar, SchedulingMessage read, ExternalDates dates) {
        boolean titles = dates.dates().stream().allMatch(date -> date.title().equals(calendar.title()));
        return titles
                && read.events().stream()
                        .flatMap(event -> event.people().attendees().stream())
                        .allMatch(one -> one.name().equals(calendar.attendee()));
    }
}
