package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a VTIMEZONE says of its clocks counts, whatever it is called (RFC 5545 section 3.6.5). */
class WrittenZonesTests {

    private static final String NEW_YORK_SINCE_2007 =
            part("STANDARD", "20071104T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")
                    + part("DAYLIGHT", "20070311T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU");

    private static String zone(String name, String parts) {
        return "BEGIN:VTIMEZONE\nTZID:" + name + "\n" + parts + "END:VTIMEZONE\n";
    }

    private static String part(String kind, String start, String before, String after, String... lines) {
        return "BEGIN:" + kind + "\nDTSTART:" + start + "\nTZOFFSETFROM:" + before + "\nTZOFFSETTO:" + after + "\n"
                + (lines.length == 0 ? "" : String.join("\n", lines) + "\n") + "END:" + kind + "\n";
    }

    private static String hour(String zone, String start) {
        return "DTSTART;TZID=\"" + zone + "\":" + start + "\nDURATION:PT1H\n";
    }

    @ParameterizedTest
    @CsvSource({
        "16010101T030000, 16010101T020000",
        "19501029T030000, 19500326T020000",
        "20000101T000000, 20000101T000000"
    })
    void readsTheTimesOfDayThatHclNotesWritesIntoItsRules(String standard, String daylight) {
        String notes = zone(
                "Western/Central Europe",
                part(
                                "STANDARD",
                                standard,
                                "+0200",
                                "+0100",
                                "RRULE:FREQ=YEARLY;INTERVAL=1;BYMINUTE=0;BYHOUR=3;BYDAY=-1SU;BYMONTH=10")
                        + part(
                                "DAYLIGHT",
                                daylight,
                                "+0100",
                                "+0200",
                                "RRULE:FREQ=YEARLY;INTERVAL=1;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3"));

        assertThat(OccupiedTimes.of(
                        notes,
                        hour("Western/Central Europe", "20270327T100000") + "RRULE:FREQ=DAILY;COUNT=2",
                        "UID:two\n" + hour("Western/Central Europe", "20271031T033000")))
                .containsExactly(
                        "2027-03-27 10:00 - 2027-03-27 11:00",
                        "2027-03-28 10:00 - 2027-03-28 11:00",
                        "2027-10-31 03:30 - 2027-10-31 04:30");
    }

    @Test
    void readsOneChangeEachWhichHoldsUntilTheNext() {
        String office = zone(
                "Bureau",
                part("STANDARD", "20261025T030000", "+0200", "+0100")
                        + part("DAYLIGHT", "20260329T020000", "+0100", "+0200"));

        assertThat(OccupiedTimes.of(office, hour("Bureau", "20261208T100000") + "RRULE:FREQ=WEEKLY;COUNT=2"))
                .containsExactly("2026-12-08 10:00 - 2026-12-08 11:00", "2026-12-15 10:00 - 2026-12-15 11:00");
    }

    @Test
    void readsChangesThatAreListed() {
        String listed = zone(
                "Listed",
                part("STANDARD", "20251026T030000", "+0200", "+0100", "RDATE:20261025T030000,20271031T030000")
                        + part(
                                "DAYLIGHT",
                                "20250330T020000",
                                "+0100",
                                "+0200",
                                "RDATE;VALUE=DATE-TIME:20260329T020000",
                                "RDATE:20270328T020000"));

        assertThat(OccupiedTimes.of(listed, hour("Listed", "20270327T100000") + "RRULE:FREQ=DAILY;COUNT=2"))
                .containsExactly("2027-03-27 10:00 - 2027-03-27 11:00", "2027-03-28 10:00 - 2027-03-28 11:00");
    }

    @Test
    void followsASeriesThatIsOlderThanTheRules() {
        assertThat(OccupiedTimes.of(
                        zone("Office Eastern", NEW_YORK_SINCE_2007),
                        hour("Office Eastern", "20060105T100000") + "RRULE:FREQ=WEEKLY"))
                .startsWith("2026-12-03 16:00 - 2026-12-03 17:00")
                .contains("2027-03-11 16:00 - 2027-03-11 17:00", "2027-03-18 15:00 - 2027-03-18 16:00")
                .hasSize(52);
    }

    @Test
    void readsTheRulesOfTwoErasThatOverlap() {
        String outlook = zone(
                "Our Clock",
                part("STANDARD", "16711029T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")
                        + part(
                                "DAYLIGHT",
                                "16710404T020000",
                                "-0500",
                                "-0400",
                                "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4;UNTIL=20060402T070000Z")
                        + NEW_YORK_SINCE_2007);

        assertThat(OccupiedTimes.of(outlook, hour("Our Clock", "20270701T100000")))
                .containsExactly("2027-07-01 16:00 - 2027-07-01 17:00");
    }

    @ParameterizedTest
    @CsvSource({
        "+0545, +0545, 05:15",
        "-0330, -0330, 14:30",
        "+1245, +1245, 22:15",
        "-1200, -1200, 23:00",
        "+001936, +001936, 10:40",
        "+01:30, +01:30, 09:30",
        "-0000, +0000, 11:00"
    })
    void readsOffsetsOfAllKinds(String before, String after, String start) {
        List<String> times = OccupiedTimes.of(
                zone("Odd", part("STANDARD", "19700101T000000", before, after)), hour("Odd", "20261208T100000"));

        assertThat(times).singleElement().asString().contains(" " + start + " - ");
    }

    @Test
    void readsAChangeOfHalfAnHour() {
        String lordHowe = zone(
                "Island",
                part("STANDARD", "20080406T020000", "+1100", "+1030", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU")
                        + part(
                                "DAYLIGHT",
                                "20081005T020000",
                                "+1030",
                                "+1100",
                                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"));

        assertThat(OccupiedTimes.of(
                        lordHowe,
                        hour("Island", "20270403T120000") + "RRULE:FREQ=DAILY;COUNT=2",
                        "UID:gap\n" + hour("Island", "20271003T021500")))
                .containsExactly(
                        "2027-04-03 03:00 - 2027-04-03 04:00",
                        "2027-04-04 03:30 - 2027-04-04 04:30",
                        "2027-10-02 17:45 - 2027-10-02 18:45");
    }

    @Test
    void readsClocksOfNoZoneThatThereIs() {
        String mars = zone(
                "Colony",
                part("STANDARD", "20200201T000000", "+0400", "+0230", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1")
                        + part(
                                "DAYLIGHT",
                                "20200601T000000",
                                "+0230",
                                "+0400",
                                "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"));

        assertThat(
                        OccupiedTimes.of(
                                mars,
                                hour("Colony", "20270131T100000")
                                        + "RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Colony:20270201T100000\nRDATE;TZID=Colony:20270601T120000"))
                .containsExactly(
                        "2027-01-31 07:00 - 2027-01-31 08:00",
                        "2027-02-02 08:30 - 2027-02-02 09:30",
                        "2027-06-01 10:00 - 2027-06-01 11:00");
    }

    @Test
    void believesItMoreThanTheNameOfTheZone() {
        String ours = zone(
                "Europe/Paris",
                part("STANDARD", "19700101T000000", "+0300", "+0300", "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"));

        assertThat(OccupiedTimes.of(ours, hour("Europe/Paris", "20261208T100000") + "RRULE:FREQ=DAILY;COUNT=2"))
                .containsExactly("2026-12-08 08:00 - 2026-12-08 09:00", "2026-12-09 08:00 - 2026-12-09 09:00");
    }

    @Test
    void believesTheNameForTimesThatItDoesNotCover() {
        String oneYear = zone(
                "Europe/Paris",
                part("STANDARD", "20261025T030000", "+0200", "+0100")
                        + part("DAYLIGHT", "20260329T020000", "+0100", "+0200"));

        assertThat(OccupiedTimes.of(oneYear, hour("Europe/Paris", "20270327T100000") + "RRULE:FREQ=DAILY;COUNT=2"))
                .containsExactly("2027-03-27 10:00 - 2027-03-27 11:00", "2027-03-28 10:00 - 2027-03-28 11:00");
    }

    @ParameterizedTest
    @CsvSource({"/Europe/Paris", "/example.org/2001/Europe/Paris"})
    void believesANameThatStandsForItselfMore(String name) {
        String other = zone(
                name,
                part("STANDARD", "19700101T000000", "+0300", "+0300", "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"));

        assertThat(OccupiedTimes.of(other, hour(name, "20261208T100000")))
                .containsExactly("2026-12-08 10:00 - 2026-12-08 11:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Etc/GMT+5 | 16:00",
                "Etc/GMT-5 | 06:00",
                "Etc/UTC | 11:00",
                "America/Argentina/Buenos_Aires | 14:00",
                "US/Eastern | 16:00",
                "Eastern Daylight Time | 16:00",
                "(UTC-05:00) Eastern Time (US & Canada) | 16:00",
                "(GMT-05:00) Eastern Time (US and Canada) | 16:00",
                "(UTC-05:00) Eastern Time (US &amp\\; Canada) | 16:00",
                "Eastern Time (US & Canada) | 16:00",
                "(UTC-11:00) Midway Island\\, Samoa | 22:00",
                "(UTC+13:00) Samoa | 22:00",
                "(GMT) Greenwich Mean Time : Dublin\\, Edinburgh\\, Lisbon\\, London | 11:00",
                "(UTC+07:00) Novosibirsk (RTZ 6) | 04:00",
                "(UTC+12:00) Petropavlovsk-Kamchatsky - Old | 23:00",
            })
    void knowsAZoneByItsNameAlone(String name, String start) {
        assertThat(OccupiedTimes.of("", hour(name, "20261208T100000")))
                .singleElement()
                .asString()
                .contains(" " + start + " - ");
    }

    @Test
    void saysThatAZoneIsNotKnownInsteadOfGuessing() {
        assertThat(OccupiedTimes.broken("", hour("(UTC-05:00) Fiji", "20261208T100000")))
                .singleElement()
                .asString()
                .contains("time zone is not known");
    }

    @Test
    void readsTheTimesOfThousandsOfYearsAndZonesWithinBounds() {
        List<String> events = new ArrayList<>();
        StringBuilder zones = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            zones.append(zone("Zone " + i, NEW_YORK_SINCE_2007));
            events.add("UID:" + i + "\n" + hour("Zone " + i, "%04d1208T100000".formatted(1900 + i))
                    + "RRULE:FREQ=DAILY;COUNT=50000");
        }

        assertThat(OccupiedTimes.of(zones.toString(), events.toArray(String[]::new)))
                .isNotEmpty();
    }
}
