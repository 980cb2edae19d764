package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of wall times where clocks change. */
class RecurrenceInZonesTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "weekly over the spring change, Europe/Paris, 2026-03-22T09:00, 2026-03-22T08:00:00Z 2026-03-29T07:00:00Z",
        "weekly over the autumn change, Europe/Paris, 2026-10-18T09:00, 2026-10-18T07:00:00Z 2026-10-25T08:00:00Z",
        "weekly over the spring change, America/Montreal, 2026-03-04T09:00, 2026-03-04T14:00:00Z 2026-03-11T13:00:00Z",
        "weekly over the autumn change, America/Montreal, 2026-10-28T09:00, 2026-10-28T13:00:00Z 2026-11-04T14:00:00Z",
        "half an hour of summer time, Australia/Lord_Howe, 2026-04-01T09:00, 2026-03-31T22:00:00Z 2026-04-07T22:30:00Z",
        "a quarter of an hour off, Asia/Kathmandu, 2026-04-01T09:00, 2026-04-01T03:15:00Z 2026-04-08T03:15:00Z",
        "from one side of the date line to the other, Pacific/Apia, 2011-12-24T09:00, "
                + "2011-12-24T19:00:00Z 2011-12-30T19:00:00Z",
    })
    void keepsTheWallTimeFromWeekToWeek(String what, ZoneId zone, LocalDateTime start, String instants) {
        var starts = Recurrence.parse("FREQ=WEEKLY;COUNT=2").first(2, start, zone);

        assertThat(starts)
                .as(what)
                .extracting(each -> each.instant().toString())
                .containsExactly(instants.split(" "));

        assertThat(starts).extracting(Recurrence.Start::local).containsExactly(start, start.plusWeeks(1));
    }

    @Test
    void movesOnlyTheOneStartThatFallsIntoTheGap() {
        var starts = Recurrence.parse("FREQ=DAILY;COUNT=3").first(3, LocalDateTime.parse("2026-03-28T02:30"), PARIS);

        assertThat(starts)
                .containsExactly(
                        start("2026-03-28T02:30", "2026-03-28T01:30:00Z"),
                        start("2026-03-29T02:30", "2026-03-29T01:00:00Z"),
                        start("2026-03-30T02:30", "2026-03-30T00:30:00Z"));
    }

    @Test
    void takesTheFirstOfTwoPassagesOfTheSameHour() {
        var starts = Recurrence.parse("FREQ=DAILY;COUNT=3").first(3, LocalDateTime.parse("2026-10-24T02:30"), PARIS);

        assertThat(starts)
                .extracting(each -> each.instant().toString())
                .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "in UTC it includes its own second, FREQ=DAILY;UNTIL=20260327T080000Z, 3",
        "in UTC it excludes the next start, FREQ=DAILY;UNTIL=20260327T075959Z, 2",
        "in UTC it follows the change of clocks, FREQ=DAILY;UNTIL=20260329T070000Z, 5",
        "in UTC it follows the change of clocks, FREQ=DAILY;UNTIL=20260329T065959Z, 4",
        "as local time it includes its own second, FREQ=DAILY;UNTIL=20260329T090000, 5",
        "as local time it excludes the next start, FREQ=DAILY;UNTIL=20260329T085959, 4",
        "as a date it includes the whole day, FREQ=DAILY;UNTIL=20260329, 5",
        "before the start it leaves nothing, FREQ=DAILY;UNTIL=20260324, 0",
    })
    void endsWithUntil(String what, String rule, int count) {
        var starts = Recurrence.parse(rule).starts(LocalDateTime.parse("2026-03-25T09:00"), PARIS);

        assertThat(starts).as(what).hasSize(count);
    }

    @Test
    void includesTheEveningOfTheDateOfUntilWestOfGreenwich() {
        var rule = Recurrence.parse("FREQ=DAILY;UNTIL=20260326");

        var starts = rule.starts(LocalDateTime.parse("2026-03-25T22:00"), ZoneId.of("America/Montreal"));

        assertThat(starts).extracting(each -> each.instant().toString()).endsWith("2026-03-27T02:00:00Z");
    }

    private static Recurrence.Start start(String local, String instant) {
        return new Recurrence.Start(LocalDateTime.parse(local), Instant.parse(instant));
    }
}
