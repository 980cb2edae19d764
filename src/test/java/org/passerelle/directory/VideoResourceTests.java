package org.passerelle.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.directory.VideoResource.ResourceChange;
import org.passerelle.directory.VideoResource.Supply;
import org.passerelle.time.Interval;

class VideoResourceTests {

    private static final Supply UPLINK = new Supply(
            100,
            5,
            ZoneId.of("Europe/Paris"),
            List.of(
                    new ResourceChange(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29), 22),
                    new ResourceChange(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30), 40),
                    new ResourceChange(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 1), 150)));

    private static int units(String from, String to) {
        return UPLINK.unitsDuring(Interval.of(Instant.parse(from), Instant.parse(to)));
    }

    @Test
    void aChangeHoldsOnWholeDaysOfItsZoneAlsoWhenClocksChange() {
        assertThat(units("2026-03-27T21:00:00Z", "2026-03-27T23:00:00Z")).isEqualTo(20); // ends at midnight in Paris
        assertThat(units("2026-03-27T22:55:00Z", "2026-03-27T23:05:00Z")).isEqualTo(4);
        assertThat(units("2026-03-29T21:55:00Z", "2026-03-29T22:00:00Z")).isEqualTo(4);
        assertThat(units("2026-03-29T22:00:00Z", "2026-03-29T23:00:00Z")).isEqualTo(8);
        assertThat(units("2026-03-30T22:00:00Z", "2026-03-30T23:00:00Z")).isEqualTo(20);
    }

    @Test
    void ofTwoChangesOfADayTheSmallerHolds() {
        assertThat(units("2026-03-29T10:00:00Z", "2026-03-29T11:00:00Z")).isEqualTo(4);
    }

    @Test
    void thereAreAsManyUnitsAsOnTheBestDay() {
        assertThat(UPLINK.mostUnits()).isEqualTo(30);
        assertThat(units("2026-07-01T10:00:00Z", "2026-07-01T11:00:00Z")).isEqualTo(30);
    }

    @Test
    void thereIsNeverLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Supply(-1, 1, ZoneId.of("UTC"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Supply(1, 0, ZoneId.of("UTC"), List.of()));
    }
}
