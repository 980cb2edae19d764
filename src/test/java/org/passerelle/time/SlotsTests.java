package org.passerelle.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTests {

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00Z, 0",
        "2020-01-01T00:04:59.999Z, 0",
        "2020-01-01T00:05:00Z, 1",
        "2019-12-31T23:59:59Z, -1",
        "2021-01-01T00:00:00Z, 105408",
    })
    void numbersFiveMinutesFromTheStartOf2020(Instant instant, long slot) {
        assertThat(Slots.containing(instant)).isEqualTo(slot);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T09:00:00Z, PT1H, 108, 120",
        "2020-01-01T09:00:00Z, PT1H0.001S, 108, 121",
        "2020-01-01T09:00:01Z, PT59M59S, 108, 120",
        "2020-01-01T09:04:59Z, PT1S, 108, 109",
        "2020-01-01T09:04:59Z, PT2S, 108, 110",
    })
    void touchesEverySlotItSharesAMomentWith(Instant start, Duration length, long first, long endExclusive) {
        var interval = Interval.of(start, length);

        assertThat(Slots.first(interval)).isEqualTo(first);

        assertThat(Slots.endExclusive(interval)).isEqualTo(endExclusive);
    }

    @Test
    void sharesNoSlotBetweenMeetingsBackToBackOnTheGrid() {
        var first = Interval.of(Instant.parse("2026-03-25T09:00:00Z"), Duration.ofMinutes(55));
        var second = Interval.of(first.end(), Duration.ofMinutes(5));

        assertThat(Slots.endExclusive(first)).isEqualTo(Slots.first(second));
    }

    @Test
    void roundsOutwardsToTheGrid() {
        var interval = Interval.of(Instant.parse("2026-03-25T09:01:00Z"), Duration.ofMinutes(30));

        assertThat(Slots.rounded(interval))
                .isEqualTo(Interval.of(Instant.parse("2026-03-25T09:00:00Z"), Duration.ofMinutes(35)));

        assertThat(Slots.rounded(Slots.rounded(interval))).isEqualTo(Slots.rounded(interval));
    }
}
