package org.passerelle.security.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {

    @ParameterizedTest
    @CsvSource({
        "PT4.9S, 0, false",
        "PT5.1S, 0, true",
        "PT8S, 1, true",
        "PT8S, 4096, false",
        "PT59S, 1048576, false",
        "PT61S, 1048576, true"
    })
    void isMissedByABodyThatTrickles(Duration elapsed, long bytes, boolean missed) {
        assertThat(Pace.OF_BODIES.isMissed(elapsed, bytes)).isEqualTo(missed);
    }
}
