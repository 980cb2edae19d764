package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.passerelle.time.HalfDays.LocalRange;

class HalfDaysTests {

    @Test
    void breaksForLunchUnlessToldOtherwise() {
        assertThat(HalfDays.DEFAULT.morning().end()).isEqualTo("12:30");

        assertThat(HalfDays.DEFAULT.afternoon().start()).isEqualTo("13:30");
    }

    @Test
    void allowsAnAfternoonThatStartsAsTheMorningEnds() {
        var halfDays = new HalfDays(range(8, 13), range(13, 18));

        assertThat(halfDays.afternoon().start()).isEqualTo(halfDays.morning().end());
    }

    @Test
    void refusesAnAfternoonThatStartsBeforeTheMorningEnds() {
        var morning = range(8, 13);

        assertThatIllegalArgumentException().isThrownBy(() -> new HalfDays(morning, range(12, 18)));
    }

    @Test
    void lastsFromMorningToEveningUnlessTheDayIsSaid() {
        assertThat(HalfDays.DEFAULT.day()).isEqualTo(new LocalRange(LocalTime.of(8, 30), LocalTime.of(18, 0)));

        assertThat(new HalfDays(range(9, 12), range(13, 17), range(8, 20)).of(DayPart.DAY))
                .isEqualTo(range(8, 20));
    }

    @Test
    void refusesADayThatDoesNotHoldItsHalves() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HalfDays(range(8, 12), range(13, 18), range(9, 18)));

        assertThatIllegalArgumentException().isThrownBy(() -> new HalfDays(range(8, 12), range(13, 18), range(8, 17)));
    }

    @Test
    void knowsAPartByItsExactTimes() {
        LocalDate day = LocalDate.of(2027, 3, 2);

        assertThat(HalfDays.DEFAULT.partFrom(day.atTime(8, 30), day.atTime(12, 30)))
                .contains(DayPart.MORNING);
        assertThat(HalfDays.DEFAULT.partFrom(day.atTime(13, 30), day.atTime(18, 0)))
                .contains(DayPart.AFTERNOON);
        assertThat(HalfDays.DEFAULT.partFrom(day.atTime(8, 30), day.atTime(18, 0)))
                .contains(DayPart.DAY);
        assertThat(HalfDays.DEFAULT.partFrom(day.atTime(8, 30), day.atTime(12, 25)))
                .isEmpty();
        assertThat(HalfDays.DEFAULT.partFrom(day.atTime(8, 30), day.plusDays(1).atTime(12, 30)))
                .isEmpty();
    }

    @Test
    void refusesAHalfDayThatDoesNotStartBeforeItEnds() {
        assertThatIllegalArgumentException().isThrownBy(() -> range(12, 12));

        assertThatIllegalArgumentException().isThrownBy(() -> range(13, 12));
    }

    private static LocalRange range(int from, int to) {
        return new LocalRange(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
