package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;COUNT=6 | FREQ=WEEKLY;COUNT=6",
                "RRULE:FREQ=DAILY | FREQ=DAILY",
                " rrule:freq=weekly;byday=mo,we;interval=1;wkst=mo | FREQ=WEEKLY;BYDAY=MO,WE",
                "BYDAY=WE,MO,WE;WKST=SU;COUNT=8;INTERVAL=02;FREQ=WEEKLY "
                        + "| FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=MO,WE",
                "FREQ=MONTHLY;BYDAY=+1MO,-1FR,TU | FREQ=MONTHLY;BYDAY=-1FR,TU,1MO",
                "FREQ=MONTHLY;BYMONTHDAY=+15,-1,3 | FREQ=MONTHLY;BYMONTHDAY=-1,3,15",
                "FREQ=YEARLY;BYSETPOS=-1;BYYEARDAY=366,1;BYMONTH=12,1 "
                        + "| FREQ=YEARLY;BYMONTH=1,12;BYYEARDAY=1,366;BYSETPOS=-1",
                "FREQ=YEARLY;BYWEEKNO=20,-1 | FREQ=YEARLY;BYWEEKNO=-1,20",
                "FREQ=DAILY;UNTIL=20261231 | FREQ=DAILY;UNTIL=20261231",
                "FREQ=DAILY;UNTIL=20261231T180000 | FREQ=DAILY;UNTIL=20261231T180000",
                "FREQ=DAILY;UNTIL=20261231t170000z | FREQ=DAILY;UNTIL=20261231T170000Z",
                "FREQ=DAILY;UNTIL=99991231T235959Z | FREQ=DAILY;UNTIL=99991231T235959Z",
            })
    void writesWhatItReadsInOneForm(String text, String canonical) {
        var rule = Recurrence.parse(text);

        assertThat(rule).hasToString(canonical);

        assertThat(Recurrence.parse(canonical)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | NAME=VALUE",
                "FREQ | FREQ | NAME=VALUE",
                "FREQ=DAILY; | '' | NAME=VALUE",
                "FREQ=DAILY;BYDAY= | BYDAY= | NAME=VALUE",
                "COUNT=3 | FREQ | how often",
                "FREQ=FORTNIGHTLY | FREQ=FORTNIGHTLY | DAILY, WEEKLY",
                "FREQ=HOURLY | FREQ=HOURLY | within a day",
                "FREQ=SECONDLY | FREQ=SECONDLY | within a day",
                "FREQ=DAILY;BYHOUR=9 | BYHOUR | within a day",
                "FREQ=DAILY;BYSECOND=0 | BYSECOND | within a day",
                "FREQ=DAILY;FREQ=DAILY | FREQ | only once",
                "FREQ=DAILY;COUNT=2;count=2 | COUNT | only once",
                "FREQ=DAILY;RSCALE=HEBREW | RSCALE | not known",
                "FREQ=DAILY;INTERVAL=0 | INTERVAL=0 | 1 to 9999",
                "FREQ=DAILY;INTERVAL=-1 | INTERVAL=-1 | 1 to 9999",
                "FREQ=DAILY;INTERVAL=10000 | INTERVAL=10000 | 1 to 9999",
                "FREQ=DAILY;INTERVAL=99999999999 | INTERVAL=99999999999 | whole number",
                "FREQ=DAILY;INTERVAL=1,2 | 'INTERVAL=1,2' | whole number",
                "FREQ=DAILY;COUNT=0 | COUNT=0 | at least one",
                "FREQ=DAILY;COUNT=-3 | COUNT=-3 | at least one",
                "FREQ=DAILY;COUNT=3;UNTIL=20261231 | COUNT | not by both",
                "FREQ=DAILY;UNTIL=20260230 | UNTIL=20260230 | FEBRUARY 30",
                "FREQ=DAILY;UNTIL=2026-12-31 | UNTIL=2026-12-31 | such as 20261231",
                "FREQ=DAILY;UNTIL=20261231T250000 | UNTIL=20261231T250000 | HourOfDay",
                "FREQ=DAILY;UNTIL=20261231T1800 | UNTIL=20261231T1800 | such as 20261231",
                "FREQ=WEEKLY;BYDAY=XX | BYDAY=XX | weekdays",
                "FREQ=WEEKLY;BYDAY=MO,,TU | BYDAY= | weekdays",
                "FREQ=WEEKLY;BYDAY=1MO | BYDAY | monthly or yearly",
                "FREQ=DAILY;BYDAY=1MO | BYDAY | monthly or yearly",
                "FREQ=MONTHLY;BYDAY=0MO | BYDAY=0MO | from 1 to 53",
                "FREQ=YEARLY;BYDAY=54MO | BYDAY=54MO | from 1 to 53",
                "FREQ=YEARLY;BYDAY=-54MO | BYDAY=-54MO | from 1 to 53",
                "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO | BYDAY | BYWEEKNO",
                "FREQ=WEEKLY;WKST=LU | WKST=LU | one of MO",
                "FREQ=WEEKLY;BYMONTHDAY=1 | BYMONTHDAY | weekly rule",
                "FREQ=MONTHLY;BYMONTHDAY=0 | BYMONTHDAY=0 | 1 to 31",
                "FREQ=MONTHLY;BYMONTHDAY=32 | BYMONTHDAY=32 | 1 to 31",
                "FREQ=MONTHLY;BYMONTHDAY=-32 | BYMONTHDAY=-32 | 1 to 31",
                "FREQ=YEARLY;BYMONTH=13 | BYMONTH=13 | 1 to 12",
                "FREQ=YEARLY;BYMONTH=0 | BYMONTH=0 | 1 to 12",
                "FREQ=YEARLY;BYMONTH=1.5 | BYMONTH=1.5 | whole number",
                "FREQ=MONTHLY;BYYEARDAY=1 | BYYEARDAY | yearly rule",
                "FREQ=YEARLY;BYYEARDAY=367 | BYYEARDAY=367 | 1 to 366",
                "FREQ=MONTHLY;BYWEEKNO=1 | BYWEEKNO | yearly rule",
                "FREQ=YEARLY;BYWEEKNO=54 | BYWEEKNO=54 | 1 to 53",
                "FREQ=MONTHLY;BYSETPOS=1 | BYSETPOS | another BY part",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0 | BYSETPOS=0 | 1 to 366",
                "FREQ=DAILY;COUNT=\u0663 | COUNT=\u0663 | whole number",
            })
    void refusesWhatIsNotARuleNamingThePart(String text, String part, String complaint) {
        var refusal = catchThrowableOfType(InvalidRecurrence.class, () -> Recurrence.parse(text));

        assertThat(refusal).hasMessageContaining(complaint);

        assertThat(refusal.part()).isEqualTo(part);
    }

    @Test
    void refusesMoreThanFiveHundredCharacters() {
        var longest = "FREQ=YEARLY;BYYEARDAY=" + "1,".repeat(238) + "11";

        assertThat(Recurrence.parse(longest).by().yearDays()).containsExactly(1, 11);

        assertThatExceptionOfType(InvalidRecurrence.class).isThrownBy(() -> Recurrence.parse(longest + "1"));
    }

    @Test
    void tellsItsPartsToThoseWhoDescribeIt() {
        var rule = Recurrence.parse("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;UNTIL=20261231;WKST=SU");

        assertThat(rule)
                .isEqualTo(new Recurrence(
                        Frequency.MONTHLY,
                        2,
                        new ByParts(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(WeekdayNumber.of(-1, DayOfWeek.FRIDAY)),
                                List.of()),
                        new RecurrenceEnd.OnDate(LocalDate.of(2026, 12, 31)),
                        DayOfWeek.SUNDAY));
    }

    @ParameterizedTest
    @CsvSource({"FREQ=DAILY, true", "FREQ=DAILY;COUNT=1, false", "FREQ=DAILY;UNTIL=20261231, false"})
    void isInfiniteUnlessItEnds(String rule, boolean infinite) {
        assertThat(Recurrence.parse(rule).isInfinite()).isEqualTo(infinite);
    }
}
