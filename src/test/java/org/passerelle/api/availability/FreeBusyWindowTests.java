package org.passerelle.api.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.time.Interval;

class FreeBusyWindowTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "20270119T240000, 2027-01-19T23:00:00Z",
        "2027-01-19T24:00:00, 2027-01-19T23:00:00Z",
        "20270119T240000Z, 2027-01-20T00:00:00Z",
        "2027-01-19T24:00+02:00, 2027-01-19T22:00:00Z",
        "20270120, 2027-01-19T23:00:00Z"
    })
    void readsTheEndOfADayAsTheStartOfTheNext(String start, Instant meant) {
        assertThat(FreeBusyWindow.of(start, "20270201", null, Instant.EPOCH, PARIS))
                .map(Interval::start)
                .contains(meant);
    }
}
