package org.passerelle.web.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.time.Interval;

/** The days of a week stand hour by hour beside one another, also where the clocks change. */
class WeekRowsTests {

    private static List<DayWindow> week(LocalDate monday, ZoneId zone) {
        return monday.datesUntil(monday.plusWeeks(1))
                .map(date -> new DayWindow(date, zone, DayWindow.day(date, zone)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01, Europe/Paris, 288",
        "2027-03-22, Europe/Paris, 288",
        "2027-10-25, Europe/Paris, 300",
        "2027-03-29, Australia/Lord_Howe, 294",
        "2027-09-27, Australia/Lord_Howe, 288"
    })
    void makesAllDaysOfAWeekEquallyHigh(LocalDate monday, String zone, int height) {
        List<DayWindow> week = week(monday, ZoneId.of(zone));
        WeekRows rows = new WeekRows(week);

        assertThat(rows.height()).isEqualTo(height);
        assertThat(week).allMatch(day -> rows.height(day.shown(), day) == height);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-22, Europe/Paris", "2027-10-25, Europe/Paris", "2027-03-29, Australia/Lord_Howe"})
    void addsUpWhereverADayIsCut(LocalDate monday, String zone) {
        List<DayWindow> week = week(monday, ZoneId.of(zone));
        WeekRows rows = new WeekRows(week);

        for (DayWindow day : week) {
            Instant end = day.shown().end();
            for (Instant cut = day.shown().start().plus(Duration.ofMinutes(5));
                    cut.isBefore(end);
                    cut = cut.plus(Duration.ofMinutes(5))) {
                int before = rows.height(Interval.of(day.shown().start(), cut), day);
                int after = rows.height(Interval.of(cut, end), day);
                assertThat(before + after).as("%s cut at %s", day.date(), cut).isEqualTo(rows.height());
            }
        }
    }

    /** Ten o'clock is at the same height on each day, however many hours came before. */
    @ParameterizedTest
    @CsvSource({"2027-03-22, 120", "2027-10-25, 132"})
    void keepsAnHourAtTheSameHeight(LocalDate monday, int height) {
        ZoneId paris = ZoneId.of("Europe/Paris");
        List<DayWindow> week = week(monday, paris);
        WeekRows rows = new WeekRows(week);

        for (DayWindow day : week) {
            Instant ten = day.date().atTime(10, 0).atZone(paris).toInstant();
            assertThat(rows.height(Interval.of(day.shown().start(), ten), day))
                    .as(day.date().toString())
                    .isEqualTo(height);
        }
    }
}
