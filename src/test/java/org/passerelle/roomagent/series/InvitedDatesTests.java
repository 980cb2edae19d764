package org.passerelle.roomagent.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.model.Schedule;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.time.Interval;

class InvitedDatesTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");

    private static CalendarEvent event(ZoneId home, String... lines) {
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:one\nDTSTAMP:20260325T080000Z\n"
                + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n";
        return SchedulingMessages.read(text, home).events().get(0);
    }

    /** All that is held, by schedule or beside it, in order. */
    private static List<Interval> held(CalendarEvent event, ZoneId home, Set<Instant> elsewhere) {
        InvitedDates dates = InvitedDates.of(event, home, elsewhere::contains, NOW);
        Stream<Interval> scheduled = dates.schedule().stream().flatMap(InvitedDatesTests::dates);
        Stream<Interval> beside = dates.beside().stream()
                .map(each ->
                        Interval.of(each.time().start().instant(), each.time().end()));
        return Stream.concat(scheduled, beside)
                .sorted((one, other) -> one.start().compareTo(other.start()))
                .toList();
    }

    private static Stream<Interval> dates(Schedule schedule) {
        return schedule.recurs()
                ? schedule.recurrence().orElseThrow().first(50, schedule.start(), schedule.zone()).stream()
                        .filter(start ->
                                !schedule.exclude().contains(start.local().toLocalDate()))
                        .map(start -> schedule.dateAt(start.local()))
                : Stream.of(schedule.first());
    }

    private static String told(List<Interval> dates) {
        return dates.stream().map(date -> date.start() + "/" + date.end()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        // 02:30 is 03:30 (RFC 5545 section 3.3.5), on its night alone
        "Europe/Paris, 20260328T023000, PT1H,"
                + " 2026-03-28T01:30:00Z/2026-03-28T02:30:00Z 2026-03-29T01:30:00Z/2026-03-29T02:30:00Z 2026-03-30T00:30:00Z/2026-03-30T01:30:00Z",
        // a day on the clock that ends in the hour that clocks skip
        "Europe/Paris, 20260327T023000, P1D,"
                + " 2026-03-27T01:30:00Z/2026-03-28T01:30:00Z 2026-03-28T01:30:00Z/2026-03-29T01:30:00Z 2026-03-29T01:30:00Z/2026-03-30T00:30:00Z",
        // 23:30 is 00:30 of the next day, which has its own 23:30
        "America/Nuuk, 20260327T233000, PT30M,"
                + " 2026-03-28T01:30:00Z/2026-03-28T02:00:00Z 2026-03-29T01:30:00Z/2026-03-29T02:00:00Z 2026-03-30T00:30:00Z/2026-03-30T01:00:00Z",
        // clocks skip midnight
        "Asia/Beirut, 20260328T003000, PT1H,"
                + " 2026-03-27T22:30:00Z/2026-03-27T23:30:00Z 2026-03-28T22:30:00Z/2026-03-28T23:30:00Z 2026-03-29T21:30:00Z/2026-03-29T22:30:00Z",
        // a gap of half an hour
        "Australia/Lord_Howe, 20261003T020000, PT1H,"
                + " 2026-10-02T15:30:00Z/2026-10-02T16:30:00Z 2026-10-03T15:30:00Z/2026-10-03T16:30:00Z 2026-10-04T15:00:00Z/2026-10-04T16:00:00Z",
    })
    void holdsADateThatClocksSkipWhenItIsMeant(String zone, String start, String length, String expected) {
        CalendarEvent series = event(
                ZoneId.of("Europe/Paris"),
                "DTSTART;TZID=" + zone + ":" + start,
                "DURATION:" + length,
                "RRULE:FREQ=DAILY;COUNT=3");

        assertThat(told(held(series, ZoneId.of("Europe/Paris"), Set.of()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Beirut, 20260328",
        "America/Asuncion, 20261003",
        "America/Havana, 20270313",
        "Africa/Cairo, 20260423"
    })
    void holdsWholeDaysFromTheFirstMomentOfEachWhereClocksSkipMidnight(String zone, String first) {
        ZoneId home = ZoneId.of(zone);
        CalendarEvent series = event(home, "DTSTART;VALUE=DATE:" + first, "DURATION:P1D", "RRULE:FREQ=DAILY;COUNT=3");
        CalendarEvent two = event(home, "DTSTART;VALUE=DATE:" + first, "DURATION:P2D");

        List<Interval> days = held(series, home, Set.of());

        assertThat(days).hasSize(3);
        assertThat(days)
                .allSatisfy(day -> assertThat(
                                Interval.ofDay(day.start().atZone(home).toLocalDate(), home))
                        .isEqualTo(day));
        assertThat(held(two, home, Set.of()))
                .containsExactly(Interval.of(days.get(0).start(), days.get(1).end()));
    }

    @Test
    void holdsASingleTimeInUtcAlsoInTheHourThatComesTwice() {
        CalendarEvent single = event(ZoneId.of("Europe/Paris"), "DTSTART:20261025T013000Z", "DURATION:PT1H");

        assertThat(told(held(single, ZoneId.of("Europe/Paris"), Set.of())))
                .isEqualTo("2026-10-25T01:30:00Z/2026-10-25T02:30:00Z");
    }

    @Test
    void countsADayOfUtcAs24Hours() {
        CalendarEvent single = event(ZoneId.of("Europe/Paris"), "DTSTART:20260328T120000Z", "DURATION:P1D");

        assertThat(told(held(single, ZoneId.of("Europe/Paris"), Set.of())))
                .isEqualTo("2026-03-28T12:00:00Z/2026-03-29T12:00:00Z");
    }

    @Test
    void holdsOnceWhatRuleAndRdateBothGive() {
        CalendarEvent series = event(
                ZoneId.of("Europe/Paris"),
                "DTSTART;TZID=Europe/Paris:20260401T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=2",
                "RDATE;TZID=Europe/Paris:20260402T100000,20260403T100000,20260403T100000");

        assertThat(told(held(series, ZoneId.of("Europe/Paris"), Set.of())))
                .isEqualTo("2026-04-01T08:00:00Z/2026-04-01T09:00:00Z 2026-04-02T08:00:00Z/2026-04-02T09:00:00Z"
                        + " 2026-04-03T08:00:00Z/2026-04-03T09:00:00Z");
    }

    @Test
    void leavesOutWhatIsDealtWithElsewhereAndNothingElseOfThatDay() {
        CalendarEvent series = event(
                ZoneId.of("Europe/Paris"),
                "DTSTART;TZID=Europe/Paris:20260401T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3",
                "RDATE;TZID=Europe/Paris:20260402T150000");
        Set<Instant> elsewhere = Set.of(Instant.parse("2026-04-02T13:00:00Z"), Instant.parse("2026-04-03T08:00:00Z"));

        assertThat(told(held(series, ZoneId.of("Europe/Paris"), elsewhere)))
                .isEqualTo("2026-04-01T08:00:00Z/2026-04-01T09:00:00Z 2026-04-02T08:00:00Z/2026-04-02T09:00:00Z");
    }

    @Test
    void holdsTheDateAheadThatIsLeftWhenTheRuleIsOver() {
        CalendarEvent series = event(
                ZoneId.of("Europe/Paris"),
                "DTSTART;TZID=Europe/Paris:20260301T100000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3",
                "RDATE;TZID=Europe/Paris:20260402T150000");

        InvitedDates dates = InvitedDates.of(series, ZoneId.of("Europe/Paris"), any -> false, NOW);

        assertThat(dates.schedule().map(Schedule::first).map(Interval::start))
                .contains(Instant.parse("2026-04-02T13:00:00Z"));
        assertThat(dates.beside()).isEmpty();
    }
}
