package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.time.Interval;

class ExternalDatesTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Interval YEAR =
            Interval.of(Instant.parse("2026-03-24T00:00:00Z"), Instant.parse("2027-03-26T00:00:00Z"));

    @Test
    void expandsASeriesThroughTheChangeOfClocks() {
        assertThat(times("""
                UID:a
                SUMMARY:Weekly
                DTSTART;TZID=Europe/Paris:20260323T090000
                DTEND;TZID=Europe/Paris:20260323T100000
                RRULE:FREQ=WEEKLY;COUNT=3
                """))
                .containsExactly(
                        "2026-03-30T07:00:00Z/2026-03-30T08:00:00Z", "2026-04-06T07:00:00Z/2026-04-06T08:00:00Z");
    }

    @Test
    void takesTheNewerOfTwoStatesAndTheDateThatDiffersInPlaceOfTheOneItReplaces() {
        assertThat(times("""
                UID:a
                SEQUENCE:1
                DTSTART:20260401T080000Z
                DTEND:20260401T090000Z
                RRULE:FREQ=DAILY;COUNT=3
                """, """
                UID:a
                SEQUENCE:0
                DTSTART:20260501T080000Z
                DTEND:20260501T090000Z
                """, """
                UID:a
                RECURRENCE-ID:20260402T080000Z
                DTSTART:20260402T120000Z
                DTEND:20260402T123000Z
                """, """
                UID:a
                RECURRENCE-ID:20260403T080000Z
                STATUS:CANCELLED
                DTSTART:20260403T080000Z
                DTEND:20260403T090000Z
                """))
                .containsExactly(
                        "2026-04-01T08:00:00Z/2026-04-01T09:00:00Z", "2026-04-02T12:00:00Z/2026-04-02T12:30:00Z");
    }

    @Test
    void leavesOutWhatOccupiesNothing() {
        assertThat(times("""
                UID:free
                TRANSP:TRANSPARENT
                DTSTART:20260401T080000Z
                DTEND:20260401T090000Z
                """, """
                UID:off
                STATUS:CANCELLED
                DTSTART:20260401T080000Z
                DTEND:20260401T090000Z
                """, """
                UID:nothing
                DTSTART:20260401T080000Z
                DTEND:20260401T080000Z
                """, """
                UID:past
                DTSTART:20260101T080000Z
                DTEND:20260101T090000Z
                """, """
                UID:far
                DTSTART:20300101T080000Z
                DTEND:20300101T090000Z
                """)).isEmpty();
    }

    @Test
    void tellsNoTitleThatIsNobodysBusiness() {
        ExternalDates dates = dates("""
                UID:a
                SUMMARY:Licenciement
                CLASS:PRIVATE
                DTSTART:20260401T080000Z
                DTEND:20260401T090000Z
                """);

        assertThat(dates.dates()).extracting(ExternalDate::title).containsExactly("Google");
    }

    @Test
    void givesTheLaterOfTwoEventsInOneSlotTheNextSlot() {
        assertThat(times("""
                UID:a
                DTSTART:20260401T080000Z
                DTEND:20260401T090200Z
                """, """
                UID:b
                DTSTART:20260401T090200Z
                DTEND:20260401T100000Z
                """))
                .containsExactly(
                        "2026-04-01T08:00:00Z/2026-04-01T09:02:00Z", "2026-04-01T09:05:00Z/2026-04-01T10:00:00Z");
    }

    @Test
    void takesMonthsOfWorksInPieces() {
        List<ExternalDate> dates = dates("""
                UID:works
                SUMMARY:Travaux
                DTSTART;VALUE=DATE:20260401
                DTEND;VALUE=DATE:20260701
                """).dates();

        assertThat(dates).hasSize(3);
        assertThat(dates.get(0).time().start()).isEqualTo("2026-03-31T22:00:00Z");
        assertThat(dates.get(2).time().end()).isEqualTo("2026-06-30T22:00:00Z");
        assertThat(dates).extracting(ExternalDate::key).doesNotHaveDuplicates();
        assertThat(dates.get(0).time().end()).isEqualTo(dates.get(1).time().start());
    }

    @Test
    void boundsAnEndlessSeries() {
        assertThat(times("""
                UID:a
                DTSTART;TZID=Europe/Paris:20100101T090000
                DTEND;TZID=Europe/Paris:20100101T100000
                RRULE:FREQ=DAILY
                """)).hasSizeBetween(365, 370);
    }

    private static List<String> times(String... events) {
        return dates(events).dates().stream()
                .map(date -> date.time().start() + "/" + date.time().end())
                .toList();
    }

    private static ExternalDates dates(String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Elsewhere//EN\n");
        for (String event : events) {
            text.append("BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\n")
                    .append(event)
                    .append("END:VEVENT\n");
        }
        return ExternalDates.of(
                SchedulingMessages.read(text.append("END:VCALENDAR\n").toString(), PARIS), YEAR, "Google", () -> {});
    }
}
