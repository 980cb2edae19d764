package org.passerelle.booking.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.order.ScheduleText.RhythmText;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteClock;
import org.passerelle.time.HalfDays;
import org.passerelle.time.HalfDays.LocalRange;

/** The same is read of what a program says and of what a form says, and the same is wrong with it. */
class OrderReaderTests {

    private static final SiteClock MELUN = new SiteClock(
            ZoneId.of("Europe/Paris"),
            new HalfDays(
                    new LocalRange(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    new LocalRange(LocalTime.of(14, 0), LocalTime.of(18, 0))));

    private static final SubjectText SUBJECT = SubjectText.of("Conseil", "", "0");

    private static OrderReading<Schedule> program(
            @Nullable String start, @Nullable String duration, @Nullable String end, @Nullable String rule) {
        TimesText times = TimesText.ofProgram(start, duration, end, null, null, null);
        return OrderReader.schedule(new ScheduleText(times, rule, null, null), MELUN);
    }

    private static OrderReading<Schedule> form(TimesText times) {
        return OrderReader.schedule(ScheduleText.once(times), MELUN);
    }

    private static String faults(OrderReading<?> reading) {
        return reading.faults().stream()
                .map(fault -> fault.path() + ":" + fault.code())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-15, 09:00, 10:00",
        "2027-03-15, 09:00:30.75, 10:00",
        "2027-03-15, 22:00, 24:00",
        "2027-10-31, 00:00, 06:00",
        "2027-03-28, 01:00, 04:00"
    })
    void untilATimeOfTheDayIsUntilThatWallTime(String date, String time, String until) {
        Schedule said = program(date + "T" + time, null, date + "T" + until, null)
                .value()
                .orElseThrow();

        assertThat(form(TimesText.until(date, time, until)).value()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"PT1H", "P1D", "P1DT2H", "PT26H", "PT0.5S", "PT0S", "P10000D", "PT1H+PT1H", "abc", "-PT1H", "''"})
    void aLengthIsALength(String length) {
        OrderReading<Schedule> program = program("2027-03-15T09:00", length, null, null);

        assertThat(form(TimesText.lasting("2027-03-15", "09:00", length))).isEqualTo(program);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, count, 3, '', FREQ=DAILY;COUNT=3",
        "WORKDAYS, count, 750, '', 'FREQ=WEEKLY;COUNT=750;BYDAY=MO,TU,WE,TH,FR'",
        "WEEKLY, date, '', 2027-04-12, FREQ=WEEKLY;UNTIL=20270412",
        "FORTNIGHTLY, count, 2, '', FREQ=WEEKLY;INTERVAL=2;COUNT=2",
        "MONTHLY_DATE, count, 2, '', FREQ=MONTHLY;COUNT=2",
        "MONTHLY_WEEKDAY, count, 2, '', FREQ=MONTHLY;BYDAY=3MO;COUNT=2",
        "'FREQ=WEEKLY;BYDAY=MO,TH', count, 4, '', 'FREQ=WEEKLY;COUNT=4;BYDAY=MO,TH'",
        "FREQ=MONTHLY;BYDAY=-1FR, date, '', 2027-06-30, FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270630"
    })
    void aRhythmIsARule(String repeat, String ends, String times, String last, String rule) {
        TimesText when = TimesText.lasting("2027-03-15", "09:00", "PT1H");

        assertThat(OrderReader.schedule(ScheduleText.inRhythm(when, new RhythmText(repeat, ends, times, last)), MELUN))
                .isEqualTo(program("2027-03-15T09:00", "PT1H", null, rule));
    }

    @ParameterizedTest
    @CsvSource({
        "SOMETIMES, count, 3, '', repeat:recurrence.unknown-frequency",
        "FREQ=SOMETIMES, count, 3, '', repeat:recurrence.unknown-frequency",
        "WEEKLY, count, 0, '', times:recurrence.out-of-range",
        "WEEKLY, count, 751, '', times:recurrence.out-of-range",
        "WEEKLY, count, many, '', times:recurrence.out-of-range",
        "WEEKLY, date, '', soon, last:time.date",
        "WEEKLY, date, '', 2027-03-14, last:recurrence.out-of-range"
    })
    void aRhythmThatIsNoneIsToldAtItsField(String repeat, String ends, String times, String last, String fault) {
        TimesText when = TimesText.lasting("2027-03-15", "09:00", "PT1H");

        assertThat(faults(OrderReader.schedule(
                        ScheduleText.inRhythm(when, new RhythmText(repeat, ends, times, last)), MELUN)))
                .isEqualTo(fault);
    }

    @Test
    void aPartOfADayIsTheSameHoweverItIsSaid() {
        TimesText program = TimesText.ofProgram(null, null, null, null, "2027-03-15", "AFTERNOON");

        Schedule read = form(program).value().orElseThrow();

        assertThat(form(TimesText.ofPart("2027-03-15", "AFTERNOON")).value()).contains(read);
        assertThat(read.start()).isEqualTo(LocalDateTime.of(2027, 3, 15, 14, 0));
        assertThat(read.end()).isEqualTo(LocalDateTime.of(2027, 3, 15, 18, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, 09:00, 10:00, date:time.date",
        "+12027-01-01, 09:00, 10:00, date:time.date",
        "2027-02-29, 9, ten, date:time.date time:time.local until:booking.end",
        "2027-03-15, 09:00, 09:00, until:booking.end",
        "2027-03-15, 09:00, 08:00, until:booking.end",
        "2027-03-15, 24:00, 24:00, time:time.local",
        "2027-03-15, 09:00, 25:00, until:booking.end"
    })
    void timesOfADayThatMakeNoSenseAreAllTold(String date, String time, String until, String faults) {
        assertThat(faults(form(TimesText.until(date, time, until)))).isEqualTo(faults);
    }

    @Test
    void whatIsSaidInTwoWaysIsSaidInNone() {
        assertThat(faults(program("2027-03-15T09:00", "PT1H", "2027-03-15T10:00", null)))
                .isEqualTo("end:booking.duration-or-end");
        assertThat(faults(form(TimesText.ofProgram("2027-03-15T09:00", null, null, null, "2027-03-15", "DAY"))))
                .isEqualTo("start:booking.three-ways date:booking.three-ways part:booking.three-ways");
    }

    /** Two units of what is countable are its name twice, and a name that is none is told once. */
    @Test
    void roomsAreReadAsTheyAreNamed() {
        TimesText when = TimesText.lasting("2027-03-15", "09:00", "PT1H");
        OrderText desks = new OrderText(SUBJECT, ScheduleText.once(when), List.of("melun-desks", "melun-desks"));
        OrderText none = new OrderText(SUBJECT, ScheduleText.once(when), List.of("Salle 1"));

        assertThat(OrderReader.order(desks, MELUN).value().map(BookingOrder::rooms))
                .contains(List.of(new RoomId("melun-desks"), new RoomId("melun-desks")));
        assertThat(faults(OrderReader.order(none, MELUN))).isEqualTo("rooms:booking.room-name");
        assertThat(desks.namedRooms(List.of())).hasSize(2);
        assertThat(none.namedRooms(List.of())).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        OrderText nothing = new OrderText(
                new SubjectText(" ", "\u0007", "-1", "SECRET", null, null, "Rows!", List.of()),
                ScheduleText.once(TimesText.lasting("soon", "09:00", "long")),
                List.of(),
                "PERHAPS",
                null);

        assertThat(faults(OrderReader.order(nothing, MELUN)))
                .isEqualTo("title:text.blank notes:text.notes headcount:booking.headcount"
                        + " visibility:booking.visibility layout:booking.layout date:time.date"
                        + " duration:time.duration rooms:booking.rooms-count onConflict:booking.on-conflict");
    }

    @Test
    void whatIsNotSaidStaysAsItStands() {
        TimesText when = TimesText.lasting("2027-03-15", "09:00", "PT1H");
        BookingOrder standing = OrderReader.order(
                        new OrderText(SUBJECT, ScheduleText.once(when), List.of("melun-seine"), "SKIP", false), MELUN)
                .value()
                .orElseThrow();
        OrderText later = new OrderText(
                new SubjectText(null, null, "7", null, null, null, null, null),
                new ScheduleText(
                        TimesText.ofProgram("2027-03-15T11:00", null, null, null, null, null), null, null, null),
                null,
                null,
                null);

        BookingOrder read = OrderReader.change(
                        later, standing, MELUN, StandingDay.on(LocalDate.of(2027, 3, 15), Optional.empty()))
                .value()
                .orElseThrow();

        assertThat(read.content().headcount()).isEqualTo(7);
        assertThat(read.content().title()).isEqualTo("Conseil");
        assertThat(read.schedule())
                .isEqualTo(new Schedule(
                        LocalDateTime.of(2027, 3, 15, 11, 0),
                        MELUN.zone(),
                        standing.schedule().length(),
                        Optional.empty(),
                        Set.of()));
        assertThat(read.rooms()).isEqualTo(standing.rooms());
        assertThat(read.reacquire()).isFalse();
        assertThat(read.onConflict()).isEqualTo(OnConflict.REJECT);
    }
}
