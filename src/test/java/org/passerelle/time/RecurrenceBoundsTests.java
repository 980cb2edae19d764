package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare, empty and hostile rules: every search ends, with the right answer. */
class RecurrenceBoundsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDateTime NINE = LocalDateTime.parse("2026-03-25T09:00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;INTERVAL=9999;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=999999999",
                "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
                "FREQ=DAILY;BYDAY=MO;BYSETPOS=-366",
                "FREQ=MONTHLY;BYDAY=6MO",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTH=4",
                "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7",
                "FREQ=YEARLY;BYYEARDAY=1;BYMONTHDAY=2",
                "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
            })
    void endsWhenNothingEverMatches(String rule) {
        var starts = Recurrence.parse(rule).starts(NINE, PARIS);

        assertThat(starts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2096-02-29 | FREQ=YEARLY | 2096-02: 29; 2104-02: 29; 2108-02: 29",
                "2024-02-29 | FREQ=YEARLY;INTERVAL=3 | 2024-02: 29; 2036-02: 29; 2048-02: 29",
                "2026-01-31 | FREQ=MONTHLY | 2026-01: 31; 2026-03: 31; 2026-05: 31; 2026-07: 31",
                "2026-03-25 | FREQ=MONTHLY;BYDAY=-1FR | 2026-03: 27; 2026-04: 24; 2026-05: 29",
                "2026-03-25 | FREQ=MONTHLY;BYDAY=5TU | 2026-03: 31; 2026-06: 30; 2026-09: 29; 2026-12: 29",
                "2026-03-25 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-03: 31; 2026-04: 30; 2026-05: 29",
                "2026-03-25 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=TU | 2028-02: 29; 2056-02: 29; 2084-02: 29; "
                        + "2124-02: 29",
                "2026-03-25 | FREQ=YEARLY;BYYEARDAY=-1 | 2026-12: 31; 2027-12: 31",
                "2026-03-25 | FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO | 2026-12: 28; 2032-12: 27; 2037-12: 28",
                "2024-12-30 | FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO | 2024-12: 30; 2027-01: 4; 2029-01: 1",
                "2026-03-25 | FREQ=YEARLY;BYWEEKNO=20 | 2026-05: 13; 2027-05: 19",
                "2026-03-25 | FREQ=YEARLY;BYMONTHDAY=1;COUNT=3 | 2026-04: 1; 2026-05: 1; 2026-06: 1",
                "2026-03-25 | FREQ=WEEKLY;BYDAY=MO | 2026-03: 30; 2026-04: 6",
            })
    void findsTheRareDatesAndSkipsThoseThatDoNotExist(String start, String rule, String expected) {
        var dates = DateList.dates(expected);

        var starts = Recurrence.parse(rule).first(dates.size(), LocalDateTime.parse(start + "T09:00"), PARIS);

        assertThat(starts).extracting(each -> each.local().toLocalDate()).isEqualTo(dates);
    }

    @Test
    void endsWithTheYearNineThousandNineHundredAndNinetyNine() {
        var starts = Recurrence.parse("FREQ=YEARLY;INTERVAL=9").starts(LocalDateTime.parse("9980-12-31T09:00"), PARIS);

        assertThat(starts).extracting(each -> each.local().getYear()).containsExactly(9980, 9989, 9998);
    }

    @Test
    void hasNoOccurrenceWhenItStartsAfterTheLastYear() {
        var starts = Recurrence.parse("FREQ=DAILY").starts(LocalDateTime.parse("+10000-01-01T09:00"), PARIS);

        assertThat(starts).isEmpty();
    }

    @Test
    void computesOnlyWhatIsTaken() {
        var rule = Recurrence.parse("FREQ=DAILY;COUNT=999999999");

        assertThat(rule.first(751, NINE, PARIS))
                .hasSize(751)
                .last()
                .extracting(each -> each.local().toLocalDate().toString())
                .isEqualTo("2028-04-13");
    }

    @Test
    void answersForAWindowThousandsOfYearsAfterTheStart() {
        var window = window("9000-01-01T00:00:00Z", "9000-02-01T00:00:00Z");

        var starts = Recurrence.parse("FREQ=WEEKLY;INTERVAL=2")
                .occurrences(LocalDateTime.parse("0001-01-01T09:00"), PARIS, window, 10);

        assertThat(starts)
                .extracting(each -> each.instant().toString())
                .containsExactly("9000-01-06T08:00:00Z", "9000-01-20T08:00:00Z");
    }

    @Test
    void countsUpToAWindow() {
        var window = window("2026-04-01T00:00:00Z", "2026-05-01T00:00:00Z");

        var starts = Recurrence.parse("FREQ=DAILY;COUNT=10").occurrences(NINE, PARIS, window, 100);

        assertThat(starts).extracting(each -> each.local().getDayOfMonth()).containsExactly(1, 2, 3);
    }

    @Test
    void takesTheStartOfAWindowAndLeavesItsEnd() {
        var window = window("2026-03-25T08:00:00Z", "2026-03-27T08:00:00Z");

        var starts = Recurrence.parse("FREQ=DAILY").occurrences(NINE, PARIS, window, 100);

        assertThat(starts).extracting(each -> each.local().getDayOfMonth()).containsExactly(25, 26);
    }

    @Test
    void returnsNoMoreThanTheLimitOfAWindow() {
        var window = window("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");

        var starts = Recurrence.parse("FREQ=DAILY").occurrences(NINE, PARIS, window, 3);

        assertThat(starts).extracting(each -> each.local().getDayOfMonth()).containsExactly(25, 26, 27);
    }

    @Test
    void hasNothingInAWindowBeforeItsStartOrAfterItsEnd() {
        var rule = Recurrence.parse("FREQ=DAILY;UNTIL=20260401");

        assertThat(rule.occurrences(NINE, PARIS, window("2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"), 9))
                .isEmpty();

        assertThat(rule.occurrences(NINE, PARIS, window("2026-04-02T00:00:00Z", "2030-01-01T00:00:00Z"), 9))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;COUNT=750",
                "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
                "FREQ=DAILY;INTERVAL=9999;BYMONTHDAY=31;BYDAY=MO",
                "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO,TU;BYSETPOS=3",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
                "FREQ=MONTHLY;BYDAY=5SU;BYMONTH=2;COUNT=750",
                "FREQ=YEARLY;BYYEARDAY=366;BYDAY=SU;COUNT=750",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=1;BYMONTHDAY=3;BYDAY=SU"
            })
    void takesAtMostOneHundredThousandStepsHoweverRarelyItMatches(String rule) {
        var budget = new ExpansionBudget(100_000, 100_000);

        var starts = Recurrence.parse(rule).first(751, NINE, PARIS, budget);

        assertThat(starts).hasSizeLessThanOrEqualTo(751);
    }

    @Test
    void saysWhichBoundItsStepsAreBeyond() {
        var rule = Recurrence.parse("FREQ=DAILY");

        assertThatThrownBy(() -> rule.first(200, NINE, PARIS, new ExpansionBudget(100, 1_000)))
                .isInstanceOf(ExpansionTooDear.class)
                .hasMessageContaining("100 steps");
        var shared = new ExpansionBudget(1_000, 300);
        rule.first(200, NINE, PARIS, shared);
        assertThatThrownBy(() -> rule.first(200, NINE, PARIS, shared)).hasMessageContaining("all rules together");
    }

    private static Interval window(String start, String end) {
        return Interval.of(Instant.parse(start), Instant.parse(end));
    }
}
