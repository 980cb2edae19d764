package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sites are told as one because their clocks show the same. */
class SiteClocksTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId PUERTO_RICO = ZoneId.of("America/Puerto_Rico");

    @Test
    void areOneWhereTheyShowTheSameAtBothEnds() {
        Instant start = Instant.parse("2026-10-31T13:00:00Z");

        assertThat(SiteClocks.shared(PUERTO_RICO, List.of(NEW_YORK), start, start.plusSeconds(3_600)))
                .isEqualTo(NEW_YORK);
    }

    @Test
    void areTwoWhereOneIsPutBackMeanwhile() {
        Instant start = Instant.parse("2026-11-01T05:30:00Z");

        assertThat(SiteClocks.shared(PUERTO_RICO, List.of(NEW_YORK), start, start.plusSeconds(3_600)))
                .isEqualTo(PUERTO_RICO);
    }
}
