package org.passerelle.conformance;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The starts that are expected of generated calendars are those that another program reads in them. */
class JudgesTests {

    private static final Span WINDOW = DrawnCalendar.YEAR;

    @Test
    void agreeOnTheStartsOfSeries() {
        Sample.of("calendars", 500).check((number, tally) -> {
            DrawnCalendar calendar = DrawnCalendar.of(number, WINDOW);
            BiweeklyDates.starts(calendar, WINDOW).ifPresent(read -> compare(calendar, read, tally));
        });
    }

    private static void compare(DrawnCalendar calendar, List<Instant> all, Tally tally) {
        List<Instant> read = BiweeklyDates.compared(all, calendar.event());
        List<Instant> starts = ExpectedDates.starts(calendar.event(), WINDOW.end()).stream()
                .filter(start -> !start.isBefore(WINDOW.start()) && start.isBefore(WINDOW.end()))
                .toList();
        List<Instant> expected = BiweeklyDates.compared(starts, calendar.event());
        if (read.equals(expected)) {
            tally.same(calendar.event().kinds());
        } else {
            tally.different(
                    calendar.event().kinds(),
                    "calendar %d\nexpected %s\nread %s\n%s"
                            .formatted(calendar.number(), expected, read, calendar.text()));
        }
    }
}
