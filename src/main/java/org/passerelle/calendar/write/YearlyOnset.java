package org.passerelle.calendar.write;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The RRULE of a yearly clock change, found by looking at the local days on which it falls. A change that is defined in
 * UTC may fall on the evening before, so the definition alone does not tell the local weekday.
 */
final class YearlyOnset {

    /** The first year written, so that clients which know only our component apply it to anything we can hold. */
    static final int FIRST_YEAR = 1970;

    /** Every combination of leap year and weekday occurs within 400 years. */
    private static final int CYCLE = 400;

    private YearlyOnset() {}

    /** The rule, or empty if the local day wanders over the end of a month and no simple rule exists. */
    static Optional<String> rule(ZoneOffsetTransitionRule rule) {
        List<LocalDateTime> days = IntStream.range(FIRST_YEAR, FIRST_YEAR + CYCLE)
                .mapToObj(rule::createTransition)
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .toList();
        Month month = days.get(0).getMonth();
        if (days.stream().anyMatch(day -> day.getMonth() != month)) {
            return Optional.empty();
        }
        IntSummaryStatistics range =
                days.stream().mapToInt(LocalDateTime::getDayOfMonth).summaryStatistics();
        String yearly = "FREQ=YEARLY;BYMONTH=" + month.getValue();
        if (range.getMin() == range.getMax()) {
            return Optional.of(yearly + ";BYMONTHDAY=" + range.getMin());
        }
        DayOfWeek weekday = days.get(0).getDayOfWeek();
        if (range.getMax() - range.getMin() != 6 || days.stream().anyMatch(day -> day.getDayOfWeek() != weekday)) {
            return Optional.empty();
        }
        return Optional.of(yearly + weekdayWithin(range, month, weekday.name().substring(0, 2)));
    }

    private static String weekdayWithin(IntSummaryStatistics range, Month month, String weekday) {
        if (range.getMax() == month.maxLength() && month != Month.FEBRUARY) {
            return ";BYDAY=-1" + weekday;
        }
        if (range.getMin() % 7 == 1) {
            return ";BYDAY=" + (range.getMin() / 7 + 1) + weekday;
        }
        return ";BYMONTHDAY="
                + IntStream.rangeClosed(range.getMin(), range.getMax())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(","))
                + ";BYDAY=" + weekday;
    }
}
