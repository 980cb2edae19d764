package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each date lasts as long as RFC 5545 says, whichever clock its start is written by (sections 3.3.6, 3.8.2.5, 3.8.5.2). */
class LengthsOfDatesTests {

    private static final String TWO_HOURS = """
            DTSTART;TZID=Europe/Paris:20261208T100000
            DTEND;TZID=Europe/Paris:20261208T120000
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RDATE:20261209T090000Z | 2026-12-09 10:00 - 2026-12-09 12:00",
                "RDATE;TZID=America/New_York:20261209T100000 | 2026-12-09 16:00 - 2026-12-09 18:00",
                "RDATE;TZID=Asia/Kathmandu:20261209T100000 | 2026-12-09 05:15 - 2026-12-09 07:15",
                "RDATE;TZID=Australia/Lord_Howe:20261209T100000 | 2026-12-09 00:00 - 2026-12-09 02:00",
                "RDATE:20261209T100000 | 2026-12-09 10:00 - 2026-12-09 12:00",
                "RDATE;VALUE=DATE:20261209 | 2026-12-09 10:00 - 2026-12-09 12:00",
                "RDATE;VALUE=PERIOD;TZID=Europe/Paris:20261209T140000/PT3H | 2026-12-09 14:00 - 2026-12-09 17:00",
                "RDATE;VALUE=PERIOD:20261209T130000Z/PT30M | 2026-12-09 14:00 - 2026-12-09 14:30",
                "RDATE;VALUE=PERIOD:20261209T130000Z/20261209T131500Z | 2026-12-09 14:00 - 2026-12-09 14:15",
                "RDATE;VALUE=PERIOD;TZID=Asia/Tokyo:20261209T140000/20261209T150000 | 2026-12-09 06:00 - 2026-12-09 07:00",
            })
    void countsADateThatIsAddedFromWhereverItIsWritten(String line, String added) {
        assertThat(OccupiedTimes.of("", TWO_HOURS + line))
                .containsExactly("2026-12-08 10:00 - 2026-12-08 12:00", added);
    }

    @Test
    void countsADateInLocalTimeBesideAStartInUtc() {
        assertThat(OccupiedTimes.of("", """
                DTSTART:20261208T090000Z
                DTEND:20261208T100000Z
                RDATE;TZID=Europe/Paris:20261209T140000
                """))
                .containsExactly("2026-12-08 10:00 - 2026-12-08 11:00", "2026-12-09 14:00 - 2026-12-09 15:00");
    }

    @Test
    void givesEachPeriodOfAListItsOwnEnd() {
        assertThat(OccupiedTimes.of("", TWO_HOURS + """
                RDATE;VALUE=PERIOD;TZID=Europe/Paris:20261209T140000/PT3H,20261211T090000/20261211T093000
                RDATE;TZID=Europe/Paris:20261214T080000,20261215T080000
                """))
                .containsExactly(
                        "2026-12-08 10:00 - 2026-12-08 12:00",
                        "2026-12-09 14:00 - 2026-12-09 17:00",
                        "2026-12-11 09:00 - 2026-12-11 09:30",
                        "2026-12-14 08:00 - 2026-12-14 10:00",
                        "2026-12-15 08:00 - 2026-12-15 10:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DURATION:P1D | 2027-03-27 12:00 - 2027-03-28 12:00",
                "DURATION:PT24H | 2027-03-27 12:00 - 2027-03-28 13:00",
                "DURATION:P1DT2H | 2027-03-27 12:00 - 2027-03-28 14:00",
                "DURATION:P1W | 2027-03-27 12:00 - 2027-04-03 12:00",
                "DTEND;TZID=Europe/Paris:20260328T120000 | 2027-03-27 12:00 - 2027-03-28 13:00",
            })
    void endsAtTheSameTimeOfDayWhatLastsDaysAndAfterTheSameTimeWhatHasAnEnd(String length, String date) {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=Europe/Paris:20260327T120000
                RRULE:FREQ=YEARLY
                """ + length)).containsExactly(date);
    }

    @Test
    void readsAShortLengthOfAWholeDayFromMidnightAndFollowsTheOthers() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;VALUE=DATE:20261208
                DURATION:PT1H
                RRULE:FREQ=DAILY;COUNT=2
                """, """
                UID:good
                DTSTART;TZID=Europe/Paris:20261210T150000
                DURATION:PT1H
                """))
                .containsExactly(
                        "2026-12-08 00:00 - 2026-12-08 01:00",
                        "2026-12-09 00:00 - 2026-12-09 01:00",
                        "2026-12-10 15:00 - 2026-12-10 16:00");
    }

    @Test
    void countsTheDaysOfAPeriodByItsOwnClock() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=Europe/Paris:20270301T120000
                DURATION:PT1H
                RDATE;VALUE=PERIOD:20270327T110000Z/P1DT1H
                RDATE;VALUE=PERIOD;TZID=Europe/Paris:20271030T120000/P1DT1H
                """))
                .containsExactly(
                        "2027-03-01 12:00 - 2027-03-01 13:00",
                        "2027-03-27 12:00 - 2027-03-28 14:00",
                        "2027-10-30 12:00 - 2027-10-31 13:00");
    }

    @Test
    void countsWholeDaysFromMidnightToMidnightThroughTheChangesOfClocks() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;VALUE=DATE:20270326
                DURATION:P2D
                RRULE:FREQ=DAILY;INTERVAL=2;COUNT=2
                RDATE;VALUE=DATE:20271030
                """))
                .containsExactly(
                        "2027-03-26 00:00 - 2027-03-28 00:00",
                        "2027-03-28 00:00 - 2027-03-30 00:00",
                        "2027-10-30 00:00 - 2027-11-01 00:00");
    }

    @Test
    void readsAnEndWithoutZoneByTheClockOfTheStart() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=America/New_York:20261208T080000
                DTEND:20261208T090000
                """)).containsExactly("2026-12-08 14:00 - 2026-12-08 15:00");
    }

    @Test
    void findsADateThatBeganLongBeforeAndLastsStill() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;VALUE=DATE:20241001
                DTEND;VALUE=DATE:20241210
                RRULE:FREQ=YEARLY;UNTIL=20261231
                """)).anyMatch(time -> time.endsWith(" - 2026-12-10 00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "20270328T023000, 2027-03-28 03:30 - 2027-03-28 04:30",
        "20270328T020000, 2027-03-28 03:00 - 2027-03-28 04:00",
        "20271031T023000, 2027-10-31 02:30 - 2027-10-31 02:30",
    })
    void readsATimeThatClocksSkipFromBeforeTheGapAndOneThatComesTwiceAsTheFirst(String start, String date) {
        assertThat(OccupiedTimes.of("", "DURATION:PT1H\nDTSTART;TZID=Europe/Paris:" + start))
                .containsExactly(date);
    }

    @Test
    void readsTheDatesOfASeriesInTheGapAlike() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=Europe/Paris:20270327T023000
                DURATION:PT15M
                RRULE:FREQ=DAILY;COUNT=3
                """))
                .containsExactly(
                        "2027-03-27 02:30 - 2027-03-27 02:45",
                        "2027-03-28 03:30 - 2027-03-28 03:45",
                        "2027-03-29 02:30 - 2027-03-29 02:45");
    }
}
