package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dates of a series are left out by EXDATE, however these are written, and by nothing else. */
class DatesLeftOutTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXDATE;TZID=Europe/Paris:20261208T100000,20261209T100000,20261210T100000",
                "EXDATE;VALUE=DATE:20261208,20261209,20261210",
                "EXDATE:20261208T090000Z\nEXDATE;VALUE=DATE:20261209,20261210",
                "EXDATE:20261208T100000,20261209T100000,20261210T100000",
                "EXDATE;TZID=America/New_York:20261208T040000,20261209T040000,20261210T040000",
                "EXDATE:20261208,20261209,20261210",
            })
    void leavesOutDatesHoweverTheyAreWritten(String lines) {
        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY + lines))
                .containsExactly("2026-12-07 10:00 - 2026-12-07 11:00", "2026-12-11 10:00 - 2026-12-11 11:00");
    }

    @Test
    void leavesOutTheDayOfTheSeriesClockAndNotOfTheRoomsClock() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;TZID=America/Los_Angeles:20261207T200000
                DURATION:PT1H
                RRULE:FREQ=DAILY;COUNT=3
                EXDATE;VALUE=DATE:20261208
                """))
                .containsExactly("2026-12-08 05:00 - 2026-12-08 06:00", "2026-12-10 05:00 - 2026-12-10 06:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXDATE;VALUE=DATE:20261208",
                "EXDATE:20261208T000000",
                "EXDATE;TZID=Europe/Paris:20261208T000000",
                "EXDATE:20261207T230000Z",
                "EXDATE:20261208T000000Z",
                "EXDATE;TZID=America/New_York:20261208T000000",
            })
    void leavesOutADayOfWholeDaysHoweverItsMidnightIsWritten(String line) {
        assertThat(OccupiedTimes.of("", "DTSTART;VALUE=DATE:20261207\nRRULE:FREQ=DAILY;COUNT=3\n" + line))
                .containsExactly("2026-12-07 00:00 - 2026-12-08 00:00", "2026-12-09 00:00 - 2026-12-10 00:00");
    }

    @Test
    void leavesOutOnlyTheDateThatIsNamedWhereAnotherWasMovedToItsTime() {
        assertThat(OccupiedTimes.of("", """
                DTSTART;VALUE=DATE:20261207
                RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3
                EXDATE;VALUE=DATE:20261211
                """, """
                RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261209
                DTSTART;VALUE=DATE:20261211
                """))
                .containsExactly("2026-12-07 00:00 - 2026-12-08 00:00", "2026-12-11 00:00 - 2026-12-12 00:00");
    }

    /** RFC 5545 section 3.8.5.1: what is left out is left out of the recurrence set, before anything is moved (3.8.4.4). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXDATE;TZID=Europe/Paris:20261210T100000",
                "EXDATE:20261210T090000Z",
                "EXDATE;VALUE=DATE:20261210",
                "EXRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20261210T090000Z",
            })
    void leavesOutNoDateByTheTimeToWhichItIsMoved(String line) {
        String everyOtherDay = OccupiedTimes.DAILY.replace("DAILY;COUNT=5", "DAILY;INTERVAL=2;COUNT=3");

        assertThat(OccupiedTimes.of("", everyOtherDay + line, """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261209T100000
                DTSTART;TZID=Europe/Paris:20261210T100000
                DURATION:PT1H"""))
                .endsWith("2026-12-10 10:00 - 2026-12-10 11:00", "2026-12-12 10:00 - 2026-12-12 11:00");
    }

    /** The date of the 8th is left out; the one of the 7th that moved there is not. */
    @Test
    void leavesOutNoOtherDateThatMovedToWhereOneIsLeftOut() {
        assertThat(OccupiedTimes.of("", OccupiedTimes.DAILY + "EXDATE;TZID=Europe/Paris:20261208T100000", """
                RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261207T100000
                DTSTART;TZID=Europe/Paris:20261208T100000
                DTEND;TZID=Europe/Paris:20261208T110000
                """))
                .containsExactly(
                        "2026-12-08 10:00 - 2026-12-08 11:00",
                        "2026-12-10 10:00 - 2026-12-10 11:00",
                        "2026-12-11 10:00 - 2026-12-11 11:00",
                        "2026-12-12 10:00 - 2026-12-12 11:00");
    }
}
