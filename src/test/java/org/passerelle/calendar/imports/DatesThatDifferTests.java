package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which date of a series is meant, however it is written, and what becomes of it. */
class DatesThatDifferTests {

    @ParameterizedTest
    @ValueSource(strings = {";VALUE=DATE:20261208", ":20261208T000000Z", ";TZID=Europe/Paris:20261208T000000"})
    void movesADayOfWholeDaysHoweverItIsNamed(String id) {
        assertThat(OccupiedTimes.of("", "DTSTART;VALUE=DATE:20261207\nRRULE:FREQ=DAILY;COUNT=2", """
                RECURRENCE-ID%s
                DTSTART;TZID=Europe/Paris:20261208T140000
                DTEND;TZID=Europe/Paris:20261208T150000
                """.formatted(id)))
                .containsExactly("2026-12-07 00:00 - 2026-12-08 00:00", "2026-12-08 14:00 - 2026-12-08 15:00");
    }

    @ParameterizedTest
    @CsvSource({
        ";VALUE=DATE:20261209",
        ":20261209T090000Z",
        ";TZID=Europe/Paris:20261209T100000",
        ";TZID=America/New_York:20261209T040000",
        ":20261209T100000"
    })
    void movesOrDropsADateHoweverItIsNamed(String id) {
        String moved = "RECURRENCE-ID" + id + "\nDTSTART;TZID=Europe/Paris:20261212T150000\nDURATION:PT2H\n";

        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY, moved))
                .containsExactly(
                        "2026-12-07 10:00 - 2026-12-07 11:00",
                        "2026-12-08 10:00 - 2026-12-08 11:00",
                        "2026-12-10 10:00 - 2026-12-10 11:00",
                        "2026-12-11 10:00 - 2026-12-11 11:00",
                        "2026-12-12 15:00 - 2026-12-12 17:00");
        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY, moved + "STATUS:CANCELLED"))
                .hasSize(4)
                .doesNotContain("2026-12-09 10:00 - 2026-12-09 11:00");
    }

    @Test
    void movesAllLaterDatesWithTheirLength() {
        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY, """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261209T100000
                DTSTART;TZID=Europe/Paris:20261209T143000
                DTEND;TZID=Europe/Paris:20261209T160000
                """))
                .containsExactly(
                        "2026-12-07 10:00 - 2026-12-07 11:00",
                        "2026-12-08 10:00 - 2026-12-08 11:00",
                        "2026-12-09 14:30 - 2026-12-09 16:00",
                        "2026-12-10 14:30 - 2026-12-10 16:00",
                        "2026-12-11 14:30 - 2026-12-11 16:00");
    }

    @Test
    void keepsWhatIsSaidOfSingleDatesAfterThat() {
        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY, """
                RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261208
                DTSTART;TZID=Europe/Paris:20261208T080000
                DURATION:PT30M
                """, """
                RECURRENCE-ID;TZID=Europe/Paris:20261209T100000
                DTSTART;TZID=Europe/Paris:20261209T170000
                DURATION:PT1H
                """, """
                RECURRENCE-ID;TZID=Europe/Paris:20261210T080000
                DTSTART;TZID=Europe/Paris:20261210T180000
                DURATION:PT1H
                """))
                .containsExactly(
                        "2026-12-07 10:00 - 2026-12-07 11:00",
                        "2026-12-08 08:00 - 2026-12-08 08:30",
                        "2026-12-09 17:00 - 2026-12-09 18:00",
                        "2026-12-10 18:00 - 2026-12-10 19:00",
                        "2026-12-11 08:00 - 2026-12-11 08:30");
    }

    @Test
    void followsTheLastOfSeveralChangesOfAllLaterDatesAndDropsWhatItDrops() {
        assertThat(OccupiedTimes.of(
                        "", OccupiedTimes.DAILY + "RDATE;TZID=Europe/Paris:20261214T120000\n", """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261208T100000
                DTSTART;TZID=Europe/Paris:20261208T140000
                DURATION:PT1H
                """, """
                RECURRENCE-ID;RANGE=THISANDFUTURE:20261210T090000Z
                DTSTART;TZID=Europe/Paris:20261209T160000
                DURATION:PT1H
                """, """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261211T100000
                DTSTART;TZID=Europe/Paris:20261211T100000
                DURATION:PT1H
                STATUS:CANCELLED
                """))
                .containsExactly(
                        "2026-12-07 10:00 - 2026-12-07 11:00",
                        "2026-12-08 14:00 - 2026-12-08 15:00",
                        "2026-12-09 14:00 - 2026-12-09 15:00",
                        "2026-12-09 16:00 - 2026-12-09 17:00");
    }

    @Test
    void keepsTheClockOfAMovedSeriesThroughTheChangeOfClocks() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=Europe/Paris:20270318T100000
                DURATION:PT1H
                RRULE:FREQ=WEEKLY;COUNT=3
                """, """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20270325T100000
                DTSTART:20270325T130000Z
                DTEND:20270325T150000Z
                """))
                .containsExactly(
                        "2027-03-18 10:00 - 2027-03-18 11:00",
                        "2027-03-25 14:00 - 2027-03-25 16:00",
                        "2027-04-01 14:00 - 2027-04-01 16:00");
    }

    @Test
    void endsASeriesWhereARuleOfItsOwnBegins() {
        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY, """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261209T100000
                DTSTART;TZID=Europe/Paris:20261209T090000
                DURATION:PT1H
                RRULE:FREQ=WEEKLY;COUNT=2
                """))
                .containsExactly(
                        "2026-12-07 10:00 - 2026-12-07 11:00",
                        "2026-12-08 10:00 - 2026-12-08 11:00",
                        "2026-12-09 09:00 - 2026-12-09 10:00",
                        "2026-12-16 09:00 - 2026-12-16 10:00");
    }

    @Test
    void saysThatARangeIsNotFollowedAndKeepsTheDatesAsTheSeriesHasThem() {
        String prior = """
                RECURRENCE-ID;RANGE=THISANDPRIOR;TZID=Europe/Paris:20261208T100000
                DTSTART;TZID=Europe/Paris:20261208T143000
                DURATION:PT1H
                """;

        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY, prior)).hasSize(5);
        assertThat(OccupiedTimes.broken("", OccupiedTimes.DAILY, prior))
                .singleElement()
                .asString()
                .contains("RANGE", "its dates are kept as the others say");
    }

    @Test
    void saysThatLaterDatesAreNotKnownWithoutTheirSeries() {
        String alone = """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261208T100000
                DTSTART;TZID=Europe/Paris:20261208T143000
                DURATION:PT1H
                """;

        assertThat(OccupiedTimes.of("", alone)).containsExactly("2026-12-08 14:30 - 2026-12-08 15:30");
        assertThat(OccupiedTimes.broken("", alone)).singleElement().asString().contains("only the first is known");
    }

    @Test
    void findsTheDateOfAPeriodByTheDayOfTheSeriesClock() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=Asia/Tokyo:20261207T023000
                DURATION:PT1H
                RDATE;VALUE=PERIOD:20261210T163000Z/20261210T174000Z
                """, """
                RECURRENCE-ID;VALUE=DATE:20261211
                DTSTART;TZID=Asia/Tokyo:20261214T090000
                DURATION:PT1H
                """))
                .containsExactly("2026-12-06 18:30 - 2026-12-06 19:30", "2026-12-14 01:00 - 2026-12-14 02:00");
    }

    @ParameterizedTest
    @CsvSource({"RRULE:, 1", "RRULE:;, 1", "RRULE:FREQ=DAILY;COUNT=2;BYHOUR=10;BYMINUTE=0;BYSECOND=0, 2"})
    void takesAnEmptyRuleForNoneAndATimeOfDayForWhatItRepeats(String rule, int dates) {
        assertThat(OccupiedTimes.of("", "DTSTART;TZID=Europe/Paris:20261207T100000\nDURATION:PT1H\n" + rule))
                .hasSize(dates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261209", "20261209T000000Z", "20261208T230000Z", "20261209T225959Z", "20261209T120000"})
    void endsASeriesOfWholeDaysWithTheDayThatIsMeant(String until) {
        assertThat(OccupiedTimes.of("", "DTSTART;VALUE=DATE:20261207\nRRULE:FREQ=DAILY;UNTIL=" + until))
                .hasSize(3);
    }

    /** 23:30 in UTC is the 15th in Paris. */
    @ParameterizedTest
    @ValueSource(strings = {"RDATE:20261214T233000Z", "RDATE;VALUE=PERIOD:20261214T233000Z/PT1H"})
    void findsTheDayOfAnAddedDateOnTheClockOfTheSeries(String added) {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=Europe/Paris:20261207T100000
                DTEND;TZID=Europe/Paris:20261207T110000
                """ + added, """
                RECURRENCE-ID;VALUE=DATE:20261215
                DTSTART;TZID=Europe/Paris:20261216T100000
                DTEND;TZID=Europe/Paris:20261216T110000
                """))
                .containsExactly("2026-12-07 10:00 - 2026-12-07 11:00", "2026-12-16 10:00 - 2026-12-16 11:00");
    }

    /** In UTC a day has 24 hours, also on the night when clocks in Paris go forward. */
    @Test
    void countsTheDaysOfAPeriodInUtcByUtc() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=Europe/Paris:20261207T100000
                DTEND;TZID=Europe/Paris:20261207T110000
                RDATE;VALUE=PERIOD:20270327T110000Z/P1D
                """))
                .containsExactly("2026-12-07 10:00 - 2026-12-07 11:00", "2027-03-27 12:00 - 2027-03-28 13:00");
    }
}
