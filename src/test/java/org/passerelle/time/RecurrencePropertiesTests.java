package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrencePropertiesTests {

    private static final ZoneId MONTREAL = ZoneId.of("America/Montreal");
    private static final int RUNS = 300;

    @Test
    void expandsInTwoWindowsAsInOne() {
        Property.check(1, RUNS, GeneratedRules::anySeries, series -> {
            var rule = series.recurrence();
            var from = WallTime.instant(series.start(), MONTREAL).plus(Duration.ofDays(200));
            var first = Interval.of(from, Duration.ofDays(333));
            var second = Interval.of(first.end(), Duration.ofHours(7777));
            var both = Interval.of(first.start(), second.end());

            var inTwo = new ArrayList<>(rule.occurrences(series.start(), MONTREAL, first, 1000));
            inTwo.addAll(rule.occurrences(series.start(), MONTREAL, second, 1000));

            assertThat(inTwo).isEqualTo(rule.occurrences(series.start(), MONTREAL, both, 1000));
        });
    }

    @Test
    void findsInAWindowWhatItFindsFromTheStart() {
        Property.check(2, RUNS, GeneratedRules::anySeries, series -> {
            var window = Interval.of(WallTime.instant(series.start(), MONTREAL), Duration.ofDays(1500));

            var inWindow = series.recurrence().occurrences(series.start(), MONTREAL, window, 2000);

            assertThat(inWindow)
                    .isEqualTo(series.recurrence()
                            .starts(series.start(), MONTREAL)
                            .takeWhile(each -> window.contains(each.instant()))
                            .toList());
        });
    }

    @Test
    void readsBackWhatItWrites() {
        Property.check(3, RUNS, GeneratedRules::anySeries, series -> {
            var rule = series.recurrence();

            assertThat(Recurrence.parse(rule.toString())).isEqualTo(rule).hasSameHashCodeAs(rule);
        });
    }

    @Test
    void readsTheSameFromPartsInAnyOrder() {
        Property.check(4, RUNS, GeneratedRules::anySeries, series -> {
            var rule = series.rule();

            assertThat(Recurrence.parse("rrule:" + shuffled(rule).toLowerCase(Locale.ROOT)))
                    .isEqualTo(Recurrence.parse(rule));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "FREQ=DAILY;INTERVAL=14 | FREQ=WEEKLY;INTERVAL=2",
                "FREQ=DAILY;BYMONTH=1,2 | FREQ=YEARLY;BYMONTH=1,2;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "FREQ=WEEKLY;BYDAY=MO | FREQ=YEARLY;BYDAY=MO",
                "FREQ=MONTHLY | FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12",
                "FREQ=MONTHLY;BYMONTHDAY=-1 | FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
                "FREQ=MONTHLY;BYDAY=2TU | FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2",
                "FREQ=MONTHLY;BYDAY=2TU | FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=8,9,10,11,12,13,14",
                "FREQ=MONTHLY;INTERVAL=12 | FREQ=YEARLY",
                "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 | FREQ=YEARLY;BYYEARDAY=1",
                "FREQ=YEARLY;BYDAY=-1MO | FREQ=YEARLY;BYDAY=MO;BYSETPOS=-1",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=1FR | FREQ=MONTHLY;BYMONTH=3;BYDAY=1FR",
                "FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=TH | FREQ=YEARLY;BYDAY=1TH,-1TH",
            })
    void expandsTwoSpellingsOfOneRuleAlike(String one, String other) {
        var start = LocalDateTime.parse("2026-03-25T09:00");

        var starts = Recurrence.parse(one).first(100, start, MONTREAL);

        assertThat(starts).hasSize(100).isEqualTo(Recurrence.parse(other).first(100, start, MONTREAL));
    }

    private static String shuffled(String rule) {
        var parts = Arrays.asList(rule.split(";"));
        Collections.shuffle(parts, new Random(rule.hashCode()));
        return String.join(";", parts);
    }
}
