package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayEndTests {

    @ParameterizedTest
    @CsvSource({
        "2027-01-20T24:00, 2027-01-21T00:00",
        "2027-01-20T24:00:00, 2027-01-21T00:00",
        "2027-01-20T24:00:00.000, 2027-01-21T00:00",
        "2026-12-31T24:00, 2027-01-01T00:00",
        "2028-02-28T24:00, 2028-02-29T00:00",
        "2027-01-20T23:59, 2027-01-20T23:59",
        "2027-01-20T00:00, 2027-01-20T00:00"
    })
    void endsADayAtTwentyFour(String written, String meant) {
        assertThat(DayEnd.local(written)).isEqualTo(meant);
    }

    @Test
    void keepsTheOffset() {
        assertThat(DayEnd.offset("2027-01-20T24:00:00+01:00")).isEqualTo("2027-01-21T00:00:00+01:00");
        assertThat(DayEnd.offset("2027-12-31T24:00Z")).isEqualTo("2028-01-01T00:00:00Z");
    }

    @Test
    void knowsTheBasicFormat() {
        assertThat(DayEnd.isIn("20270120T240000Z")).isTrue();
        assertThat(DayEnd.isIn("20270120T200000Z")).isFalse();
        assertThat(DayEnd.asMidnight("20270120T240000Z")).isEqualTo("20270120T000000Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-20T24:01",
                "2027-01-20T24:00:01",
                "2027-01-20T24",
                "2027-02-30T24:00",
                "24:00",
                "2027-01-20T25:00"
            })
    void readsNothingLater(String written) {
        assertThatThrownBy(() -> DayEnd.local(written)).isInstanceOf(DateTimeException.class);
    }
}
