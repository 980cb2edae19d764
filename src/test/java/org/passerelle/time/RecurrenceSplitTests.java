package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "This and following": one series becomes two. The series of these tests starts on Wednesday 25 March 2026. */
class RecurrenceSplitTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDateTime START = LocalDateTime.parse("2026-03-25T09:00");
    private static final Instant THIRD_WEEK = Instant.parse("2026-04-08T07:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY | FREQ=WEEKLY;UNTIL=20260408T065959Z | FREQ=WEEKLY",
                "FREQ=WEEKLY;COUNT=6 | FREQ=WEEKLY;COUNT=2 | FREQ=WEEKLY;COUNT=4",
                "FREQ=WEEKLY;COUNT=3 | FREQ=WEEKLY;COUNT=2 | FREQ=WEEKLY;COUNT=1",
                "FREQ=WEEKLY;UNTIL=20260601 | FREQ=WEEKLY;UNTIL=20260408T065959Z | FREQ=WEEKLY;UNTIL=20260601",
            })
    void dividesTheSeriesAtAnOccurrence(String rule, String before, String after) {
        var recurrence = Recurrence.parse(rule);

        assertThat(recurrence.endingBefore(THIRD_WEEK, START, PARIS)).contains(Recurrence.parse(before));

        assertThat(recurrence.continuingFrom(THIRD_WEEK, START, PARIS)).contains(Recurrence.parse(after));
    }

    @ParameterizedTest
    @CsvSource({"FREQ=WEEKLY;COUNT=2", "FREQ=WEEKLY;UNTIL=20260401", "FREQ=WEEKLY;UNTIL=20260408T065959Z"})
    void leavesASeriesAsItIsThatEndsBeforeTheCut(String rule) {
        var recurrence = Recurrence.parse(rule);

        assertThat(recurrence.endingBefore(THIRD_WEEK, START, PARIS)).contains(recurrence);

        assertThat(recurrence.continuingFrom(THIRD_WEEK, START, PARIS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=2", "FREQ=WEEKLY;UNTIL=20260401"})
    void hasNoPartBeforeItsFirstOccurrence(String rule) {
        var recurrence = Recurrence.parse(rule);
        var first = Instant.parse("2026-03-25T08:00:00Z");

        assertThat(recurrence.endingBefore(first, START, PARIS)).isEmpty();

        assertThat(recurrence.continuingFrom(first, START, PARIS)).contains(recurrence);
    }

    @Test
    void losesAndRepeatsNothingWhereverASeriesIsDivided() {
        Property.check(31, 300, GeneratedRules::anySeries, series -> {
            var rule = series.recurrence();
            var all = rule.first(25, series.start(), PARIS);
            if (all.size() < 2) {
                return;
            }
            var cut = all.get(all.size() / 2);

            var before = rule.endingBefore(cut.instant(), series.start(), PARIS).orElseThrow();
            var after =
                    rule.continuingFrom(cut.instant(), series.start(), PARIS).orElseThrow();

            assertThat(before.starts(series.start(), PARIS)).isEqualTo(all.subList(0, all.size() / 2));
            assertThat(after.first(all.size() - all.size() / 2, cut.local(), PARIS))
                    .isEqualTo(all.subList(all.size() / 2, all.size()));
        });
    }
}
