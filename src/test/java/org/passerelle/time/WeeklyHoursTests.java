package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.time.WeeklyHours.MinuteRange;

class WeeklyHoursTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final WeeklyHours OFFICE = WeeklyHours.parse("Mo-Fr 08:00-20:00");
    private static final LocalDate SPRING_IN_PARIS = LocalDate.parse("2026-03-29");
    private static final LocalDate AUTUMN_IN_PARIS = LocalDate.parse("2026-10-25");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Fr 08:00-20:00; Sa 09:00-12:00 | Mo-Fr 08:00-20:00; Sa 09:00-12:00",
                "  mo-fr  8:00 - 20:00 ;sa 9:00-12:00 | Mo-Fr 08:00-20:00; Sa 09:00-12:00",
                "We,Mo 13:00-18:00,08:00-12:00 | Mo,We 08:00-12:00,13:00-18:00",
                "Mo 08:00-12:00,12:00-14:00 | Mo 08:00-14:00",
                "Sa-Mo 10:00-11:00 | Mo,Sa-Su 10:00-11:00",
                "Mo-Fr 08:00-20:00; We closed | Mo-Tu,Th-Fr 08:00-20:00",
                "Mo-Fr 08:00-20:00; We 08:00-12:00 | Mo-Tu,Th-Fr 08:00-20:00; We 08:00-12:00",
                "24/7 | Mo-Su 00:00-24:00",
                "Mo-Su 00:00-24:00; Su off | Mo-Sa 00:00-24:00",
                "closed | closed",
                "Mo-Su closed | closed",
            })
    void writesWhatItReadsInOneForm(String text, String canonical) {
        var hours = WeeklyHours.parse(text);

        assertThat(hours).hasToString(canonical);

        assertThat(WeeklyHours.parse(canonical)).isEqualTo(hours).hasSameHashCodeAs(hours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | need days and hours",
                "Mo | need days and hours",
                "08:00-20:00 | need days and hours",
                "Mo-Fr 08:00-20:00; | need days and hours",
                "Lu-Ve 08:00-20:00 | 'Lu'",
                "Mo-We-Fr 08:00-20:00 | two ends",
                "Mo,, 08:00-20:00 | read ''",
                "Mo 08:00 | read '08:00'",
                "Mo 08:00-12:00, | read ''",
                "Mo 08:60-12:00 | '08:60'",
                "Mo 08:00-24:01 | '24:01'",
                "Mo 08:00-99:00 | '99:00'",
                "Mo 22:00-02:00 | after they start",
                "Mo 08:00-08:00 | after they start",
                "Mo 08:00-00:00 | 24:00",
                "Mo 08:00-12:00,11:59-14:00 | Hours overlap",
            })
    void refusesWhatIsNotHoursNamingThePart(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyHours.parse(text))
                .withMessageContaining(complaint);
    }

    @Test
    void refusesAVeryLongText() {
        var text = "Mo 08:00-09:00;".repeat(40);

        assertThatIllegalArgumentException().isThrownBy(() -> WeeklyHours.parse(text));
    }

    @Test
    void refusesARangeOfMinutesOutsideTheDay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MinuteRange(-1, 10));

        assertThatIllegalArgumentException().isThrownBy(() -> new MinuteRange(10, 10));

        assertThatIllegalArgumentException().isThrownBy(() -> new MinuteRange(10, 1441));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-25T08:00, PT12H, true",
        "2026-03-25T07:59, PT1H, false",
        "2026-03-25T19:00, PT1H, true",
        "2026-03-25T19:00, PT1H1S, false",
        "2026-03-28T09:00, PT1H, false",
        "2026-03-25T19:00, PT14H, false",
    })
    void enclosesOnlyWhatLiesWhollyWithinTheHours(LocalDateTime start, Duration length, boolean enclosed) {
        assertThat(OFFICE.enclose(at(start, length, PARIS), PARIS)).isEqualTo(enclosed);
    }

    @Test
    void excludesAnIntervalOverTheLunchBreak() {
        var hours = WeeklyHours.parse("Mo-Fr 08:00-12:00,13:00-18:00");

        assertThat(hours.enclose(at("2026-03-25T11:00", "PT1H", PARIS), PARIS)).isTrue();

        assertThat(hours.enclose(at("2026-03-25T11:00", "PT3H", PARIS), PARIS)).isFalse();
    }

    @Test
    void goesOnAcrossMidnightWhenTheNextDayStartsOpen() {
        var hours = WeeklyHours.parse("Fr 18:00-24:00; Sa 00:00-02:00");

        assertThat(hours.enclose(at("2026-03-27T23:00", "PT3H", PARIS), PARIS)).isTrue();

        assertThat(hours.enclose(at("2026-03-27T23:00", "PT3H1M", PARIS), PARIS))
                .isFalse();

        assertThat(WeeklyHours.parse("Fr 18:00-24:00").enclose(at("2026-03-27T23:00", "PT2H", PARIS), PARIS))
                .isFalse();
    }

    @Test
    void goesOnFromSundayIntoMonday() {
        var hours = WeeklyHours.parse("Su 12:00-24:00; Mo 00:00-12:00");

        assertThat(hours.enclose(at("2026-03-22T12:00", "PT24H", PARIS), PARIS)).isTrue();
    }

    @Test
    void asksTheClockOfTheZoneThatIsGiven() {
        var interval = at("2026-03-25T09:00", "PT1H", PARIS);

        assertThat(OFFICE.enclose(interval, PARIS)).isTrue();

        assertThat(OFFICE.enclose(interval, NEW_YORK)).isFalse();
    }

    @Test
    void isShutInBetweenWhereTheClockGoesBackBehindTheEnd() {
        var hours = WeeklyHours.parse("Su 01:00-02:30");
        var pastTheEndAndBack =
                Interval.of(Instant.parse("2026-10-24T23:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));

        assertThat(hours.enclose(pastTheEndAndBack, PARIS)).isFalse();
    }

    @Test
    void lastsAnHourLessOnTheNightOfTheSpringChange() {
        var hours = WeeklyHours.parse("Su 01:00-04:00");

        assertThat(hours.on(SPRING_IN_PARIS, PARIS))
                .containsExactly(interval("2026-03-29T00:00:00Z", "2026-03-29T02:00:00Z"));
    }

    @Test
    void opensAfterTheGapWhenTheOpeningTimeIsSkipped() {
        var hours = WeeklyHours.parse("Su 02:30-04:00");

        assertThat(hours.on(SPRING_IN_PARIS, PARIS))
                .containsExactly(interval("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"));
    }

    @Test
    void staysClosedWhenAllItsHoursAreSkipped() {
        var hours = WeeklyHours.parse("Su 02:00-03:00");

        assertThat(hours.on(SPRING_IN_PARIS, PARIS)).isEmpty();

        assertThat(hours.on(LocalDate.parse("2026-03-08"), NEW_YORK)).isEmpty();
    }

    @Test
    void opensInBothPassagesOfARepeatedHour() {
        var hours = WeeklyHours.parse("Su 02:00-02:30");

        assertThat(hours.on(AUTUMN_IN_PARIS, PARIS))
                .containsExactly(
                        interval("2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z"),
                        interval("2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z"));
    }

    @Test
    void lastsAnHourMoreOnTheDayOfTheAutumnChange() {
        var day = WeeklyHours.ALWAYS.on(AUTUMN_IN_PARIS, PARIS);

        assertThat(day).containsExactly(interval("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"));
    }

    @Test
    void enclosesTheLongDayOfTheAutumnChangeInNewYork() {
        var hours = WeeklyHours.parse("Su 00:00-24:00");

        assertThat(hours.enclose(interval("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"), NEW_YORK))
                .isTrue();

        assertThat(hours.enclose(interval("2026-11-01T04:00:00Z", "2026-11-02T05:01:00Z"), NEW_YORK))
                .isFalse();
    }

    @Test
    void isNeverOpenOnADayThatTheZoneSkipped() {
        var apia = ZoneId.of("Pacific/Apia");

        assertThat(WeeklyHours.ALWAYS.on(LocalDate.parse("2011-12-30"), apia)).isEmpty();

        assertThat(WeeklyHours.parse("Mo-Th,Sa-Su 00:00-24:00")
                        .enclose(interval("2011-12-24T12:00:00Z", "2012-01-05T08:00:00Z"), apia))
                .isTrue();
    }

    @Test
    void opensAgainWhenAChangeAfterMidnightReturnsToTheDayBefore() {
        var stJohns = ZoneId.of("America/St_Johns");
        var hours = WeeklyHours.parse("Sa 22:00-24:00");

        assertThat(hours.on(LocalDate.parse("2010-11-06"), stJohns))
                .containsExactly(
                        interval("2010-11-07T00:30:00Z", "2010-11-07T02:30:00Z"),
                        interval("2010-11-07T02:31:00Z", "2010-11-07T03:30:00Z"));
    }

    @Test
    void answersForThousandsOfYearsWithoutWalkingThem() {
        var ages = interval("0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z");

        assertThat(WeeklyHours.ALWAYS.enclose(ages, PARIS)).isTrue();

        assertThat(WeeklyHours.parse("Mo-Su 00:00-24:00; Su 00:00-23:59").enclose(ages, PARIS))
                .isFalse();
    }

    @Test
    void tellsTheRangesOfADayOfTheWeek() {
        assertThat(OFFICE.on(DayOfWeek.MONDAY)).containsExactly(new MinuteRange(480, 1200));

        assertThat(OFFICE.on(DayOfWeek.SUNDAY)).isEmpty();

        assertThat(WeeklyHours.NEVER.on(DayOfWeek.MONDAY)).isEmpty();
    }

    private static Interval at(String start, String length, ZoneId zone) {
        return at(LocalDateTime.parse(start), Duration.parse(length), zone);
    }

    private static Interval at(LocalDateTime start, Duration length, ZoneId zone) {
        return Interval.of(start.atZone(zone).toInstant(), length);
    }

    private static Interval interval(String start, String end) {
        return Interval.of(Instant.parse(start), Instant.parse(end));
    }
}
