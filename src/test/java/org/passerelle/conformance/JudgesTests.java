package org.passerelle.conformance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The starts that are expected of generated calendars are those that other programs read in them. */
class JudgesTests {

    private static final Span WINDOW = DrawnCalendar.YEAR;

    @Test
    void agreeWithBiweeklyOnTheStartsOfSeries() {
        Sample.of("calendars", 200).check((number, tally) -> {
            DrawnCalendar calendar = DrawnCalendar.of(number, WINDOW);
            BiweeklyDates.starts(calendar, WINDOW).ifPresent(read -> compare(calendar, read, tally));
        });
    }

    @Test
    void agreeWithIcal4jOnTheDatesOfRules() {
        Sample.of("calendars", 200).check((number, tally) -> {
            DrawnCalendar calendar = DrawnCalendar.of(number, WINDOW);
            calendar.event().rules().forEach(rule -> compare(calendar, rule, tally));
        });
    }

    private static void compare(DrawnCalendar calendar, DrawnRule rule, Tally tally) {
        DrawnTime start = calendar.event().start();
        LocalDateTime last = start.zone().local(WINDOW.end());
        Ical4jDates.of(rule, start.local(), last).ifPresent(read -> {
            List<LocalDateTime> expected = new DrawnRule(rule.text(), Optional.empty()).dates(start, last);
            Set<String> kinds = Set.of(rule.text().replaceAll("=[^;]*", ""));
            if (read.equals(expected)) {
                tally.same(kinds);
            } else {
                tally.different(
                        kinds,
                        "calendar %d: %s from %s\nexpected %s\nread %s"
                                .formatted(calendar.number(), rule.text(), start.local(), expected, read));
            }
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
