package org.passerelle.calendar.zone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.time.ExpansionBudget;
import org.passerelle.time.Interval;
import org.passerelle.time.InvalidRecurrence;
import org.passerelle.time.Recurrence;
import org.passerelle.time.RecurrenceEnd;

/**
 * The clock changes that one part of a VTIMEZONE gives by its rule. A start that does not fit the rule is none of them: it says
 * since when the rule holds.
 *
 * @param start in the time that is given up by the change
 */
public record YearlyOnsets(LocalDateTime start, Recurrence rule, ZoneOffset before, ZoneOffset after) {

    private static final int MOST = 1_000;
    private static final Duration YEAR = Duration.ofDays(366);

    /** Every day of the calendar comes back within so many. */
    private static final int YEARS_OF_A_RARE_DAY = 41;

    /**
     * @param rule the value of an RRULE
     * @throws InvalidRecurrence if the rule is none that recurs by days
     * @throws DateTimeException if it names more than one time of day, or one that does not exist
     */
    public static YearlyOnsets of(LocalDateTime start, String rule, ZoneOffset before, ZoneOffset after) {
        LocalTime time = start.toLocalTime();
        List<String> parts = new ArrayList<>();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";", 50)) {
            // HCL Notes says the time of day once more, and another one where its DTSTART is invented.
            switch (part.strip().replaceFirst("=.*", "")) {
                case "BYHOUR" -> time = time.withHour(number(part));
                case "BYMINUTE" -> time = time.withMinute(number(part));
                case "BYSECOND" -> time = time.withSecond(number(part));
                case "" -> {}
                default -> parts.add(part.strip());
            }
        }
        return new YearlyOnsets(
                start.toLocalDate().atTime(time), Recurrence.parse(String.join(";", parts)), before, after);
    }

    private static int number(String part) {
        String digits = part.substring(part.indexOf('=') + 1).strip();
        if (!digits.matches("\\d{1,2}")) {
            throw new DateTimeException("Clocks change at one time of day");
        }
        return Integer.parseInt(digits);
    }

    boolean isEndless() {
        return rule.isInfinite();
    }

    Instant since() {
        return start.toInstant(before);
    }

    List<ClockChange> within(Interval span, ExpansionBudget budget) {
        return rule.occurrences(start, before, span, MOST, budget).stream()
                .map(each -> new ClockChange(each.instant(), before, after))
                .toList();
    }

    Optional<ClockChange> lastBefore(Instant moment, ExpansionBudget budget) {
        Instant last = rule.end() instanceof RecurrenceEnd.Never
                ? moment
                : Interval.earlier(
                        moment, rule.end().lastDate().plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC));
        return lastWithin(last, rule.interval() + 1, budget).or(() -> lastWithin(last, YEARS_OF_A_RARE_DAY, budget));
    }

    private Optional<ClockChange> lastWithin(Instant end, long years, ExpansionBudget budget) {
        Instant from = rule.end() instanceof RecurrenceEnd.After
                ? Interval.earlier(since(), end.minusSeconds(1))
                : end.minus(YEAR.multipliedBy(years));
        List<ClockChange> found = since().isBefore(end) ? within(Interval.of(from, end), budget) : List.of();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }
}
