package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    void refusesAHalfDayThatDoesNotStartBeforeItEnds() {
        assertThatIllegalArgumentException().isThrownBy(() -> range(12, 12));

        assertThatIllegalArgumentException().isThrownBy(() -> range(13, 12));
    }

    private static LocalRange range(int from, int to) {
        return new LocalRange(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
