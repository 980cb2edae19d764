package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTimeTests {

    @ParameterizedTest
    @CsvSource({
        "an ordinary time, 2026-03-25T09:00, Europe/Paris, 2026-03-25T08:00:00Z",
        "the last second before the gap, 2026-03-29T01:59:59, Europe/Paris, 2026-03-29T00:59:59Z",
        "the start of the gap, 2026-03-29T02:00, Europe/Paris, 2026-03-29T01:00:00Z",
        "within the gap, 2026-03-29T02:30, Europe/Paris, 2026-03-29T01:00:00Z",
        "the last second of the gap, 2026-03-29T02:59:59, Europe/Paris, 2026-03-29T01:00:00Z",
        "the first time after the gap, 2026-03-29T03:00, Europe/Paris, 2026-03-29T01:00:00Z",
        "the start of the overlap, 2026-10-25T02:00, Europe/Paris, 2026-10-25T00:00:00Z",
        "within the overlap, 2026-10-25T02:30, Europe/Paris, 2026-10-25T00:30:00Z",
        "the first time after the overlap, 2026-10-25T03:00, Europe/Paris, 2026-10-25T02:00:00Z",
        "within the gap, 2026-03-08T02:30, America/New_York, 2026-03-08T07:00:00Z",
        "within the overlap, 2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z",
        "within the gap, 2026-03-08T02:30, America/Montreal, 2026-03-08T07:00:00Z",
        "a gap of half an hour, 2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z",
        "a day that was skipped, 2011-12-30T09:00, Pacific/Apia, 2011-12-30T10:00:00Z",
        "a gap at midnight, 2018-11-04T00:30, America/Sao_Paulo, 2018-11-04T03:00:00Z",
    })
    void resolvesToOneMoment(String what, LocalDateTime local, ZoneId zone, Instant expected) {
        assertThat(WallTime.instant(local, zone)).as(what).isEqualTo(expected);
    }
}
