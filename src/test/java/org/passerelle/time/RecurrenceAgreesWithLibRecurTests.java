package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recurrenceset.OfRule;
import org.junit.jupiter.api.Test;
import org.passerelle.time.GeneratedRules.Series;

/**
 * Compares with lib-recur 0.17.1 date for date. It is known to differ, and is then asked in another way or not at all:
 *
 * <ul>
 *   <li>It gives up with an exception after a number of periods without a match, where this module looks through a
 *       whole cycle of the calendar. Both must agree up to there.
 *   <li>A yearly rule with BYMONTHDAY and no BYMONTH is confined to the month of the start, although BYMONTHDAY
 *       expands a year (table of RFC 5545 section 3.3.10). So it is given all twelve months; where
 *       numbered weekdays would then count within months instead of the year, it is not asked.
 *   <li>In the year of the start, a yearly rule loses the dates before the start before it counts positions. RFC 5545
 *       counts positions in the whole period. So these series are compared from 1 January.
 *   <li>BYWEEKNO: next to BYMONTH or BYMONTHDAY it gives wrong weekdays; with BYSETPOS it counts parts of years; week 53 of a year
 *       of 52 weeks becomes the first week of the next. These are not asked. Nor are starts whose week belongs to
 *       another year than the date when INTERVAL skips years.
 * </ul>
 */
class RecurrenceAgreesWithLibRecurTests {

    private static final int MOST = 60;
    private static final int RUNS = 2400;
    private static final String EVERY_MONTH = ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12";

    @Test
    void expandsGeneratedRulesAlike() {
        var compared = new AtomicInteger();
        var gaveUp = new AtomicInteger();
        var notAsked = new AtomicInteger();

        Property.check(20261121, RUNS, random -> comparable(GeneratedRules.anySeries(random)), series -> {
            if (!isAsked(series)) {
                notAsked.incrementAndGet();
                return;
            }
            var theirs = new ArrayList<LocalDate>();
            boolean completed = expandByLibRecur(series, theirs);
            var ours = ours(series);
            if (completed) {
                assertThat(ours).isEqualTo(theirs);
            } else {
                assertThat(ours).startsWith(theirs.toArray(LocalDate[]::new));
            }
            (completed ? compared : gaveUp).incrementAndGet();
        });

        assertThat(compared.get()).isGreaterThanOrEqualTo(2000);
        assertThat(compared.get() + gaveUp.get() + notAsked.get()).isEqualTo(RUNS);
    }

    private static Series comparable(Series series) {
        var rule = series.recurrence();
        boolean cutsFirstYear =
                rule.frequency() == Frequency.YEARLY && !rule.by().positions().isEmpty();
        return cutsFirstYear ? new Series(series.start().withDayOfYear(1), series.rule()) : series;
    }

    private static boolean isAsked(Series series) {
        var rule = series.recurrence();
        var by = rule.by();
        if (isConfinedToOneMonth(rule) && by.hasOrdinals()) {
            return false;
        }
        if (by.weekNumbers().isEmpty()) {
            return true;
        }
        boolean longYear = by.weekNumbers().contains(53) || by.weekNumbers().contains(-53);
        boolean skipsYears = rule.interval() > 1;
        int yearOfWeek = series.start().get(WeekFields.of(rule.weekStart(), 4).weekBasedYear());
        return by.months().isEmpty()
                && by.monthDays().isEmpty()
                && by.positions().isEmpty()
                && !longYear
                && !(skipsYears && yearOfWeek != series.start().getYear());
    }

    private static boolean isConfinedToOneMonth(Recurrence rule) {
        return rule.frequency() == Frequency.YEARLY
                && !rule.by().monthDays().isEmpty()
                && rule.by().months().isEmpty();
    }

    private static List<LocalDate> ours(Series series) {
        return series.recurrence().first(MOST, series.start(), ZoneOffset.UTC).stream()
                .map(start -> start.local().toLocalDate())
                .toList();
    }

    /** Adds the first dates to {@code dates}; false if lib-recur gave up before it had found enough. */
    private static boolean expandByLibRecur(Series series, List<LocalDate> dates) {
        var start = series.start();
        var first = new DateTime(start.getYear(), start.getMonthValue() - 1, start.getDayOfMonth());
        var rule = isConfinedToOneMonth(series.recurrence()) ? series.rule() + EVERY_MONTH : series.rule();
        try {
            var instances = new OfRule(new RecurrenceRule(rule), first).iterator();
            while (dates.size() < MOST && instances.hasNext()) {
                var next = instances.next();
                dates.add(LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth()));
            }
            return true;
        } catch (IllegalStateException | IllegalArgumentException gaveUp) {
            assertThat(gaveUp).hasMessageStartingWith("too many ");
            return false;
        } catch (InvalidRecurrenceRuleException refused) {
            throw new AssertionError("lib-recur refuses " + rule, refused);
        }
    }
}
