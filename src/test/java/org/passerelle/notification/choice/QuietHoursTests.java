package org.passerelle.notification.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What falls into the quiet hours comes at their end, on the clock of the wall. */
class QuietHoursTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        // over midnight
        "21:00, 07:00, 2026-04-01T18:59:59Z, 2026-04-01T18:59:59Z",
        "21:00, 07:00, 2026-04-01T19:00:00Z, 2026-04-02T05:00:00Z",
        "21:00, 07:00, 2026-04-01T23:30:00Z, 2026-04-02T05:00:00Z",
        "21:00, 07:00, 2026-04-02T04:59:59Z, 2026-04-02T05:00:00Z",
        "21:00, 07:00, 2026-04-02T05:00:00Z, 2026-04-02T05:00:00Z",
        // within a day
        "12:00, 14:00, 2026-04-01T09:59:00Z, 2026-04-01T09:59:00Z",
        "12:00, 14:00, 2026-04-01T10:00:00Z, 2026-04-01T12:00:00Z",
        "12:00, 14:00, 2026-04-01T12:00:00Z, 2026-04-01T12:00:00Z",
        // none
        "07:00, 07:00, 2026-04-01T05:00:00Z, 2026-04-01T05:00:00Z",
        "00:00, 00:00, 2026-03-31T22:00:00Z, 2026-03-31T22:00:00Z",
        // the night that has an hour less, and the one that has one more
        "21:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
        "21:00, 07:00, 2026-10-24T22:00:00Z, 2026-10-25T06:00:00Z",
        // an end that does not exist, and one that comes twice
        "21:00, 02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:30:00Z",
        "21:00, 02:30, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z",
        "21:00, 02:30, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
    })
    void moveAMomentToTheirEnd(LocalTime from, LocalTime to, Instant moment, Instant after) {
        assertThat(new QuietHours(from, to).after(moment, PARIS)).isEqualTo(after);
    }
}
