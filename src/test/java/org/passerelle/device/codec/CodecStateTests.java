package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.directory.RoomId;

class CodecStateTests {

    private static final Instant NOW = Instant.parse("2026-03-25T09:00:00Z");

    @Test
    void waitsTwiceAsLongAfterEachFailureAndNeverLongerThanAQuarterOfAnHour() {
        CodecState state = CodecState.unknown(new RoomId("melun-telepresence"));
        List<Duration> pauses = new ArrayList<>();

        for (int i = 0; i < 80; i++) {
            state = state.failed(NOW, CodecFailure.UNREACHABLE);
            pauses.add(Duration.between(NOW, state.retryAt().orElseThrow()));
        }

        assertThat(pauses)
                .startsWith(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(8),
                        Duration.ofMinutes(15))
                .endsWith(Duration.ofMinutes(15));
    }

    @Test
    void isWellAgainAfterASuccessAndRemembersItsLastFailure() {
        CodecState state = CodecState.unknown(new RoomId("melun-telepresence"))
                .failed(NOW, CodecFailure.WRONG_CREDENTIAL)
                .succeeded(NOW.plusSeconds(60));

        assertThat(state.isFailing()).isFalse();
        assertThat(state.retryAt()).isEmpty();
        assertThat(state.told()).contains(NOW.plusSeconds(60));
        assertThat(state.failure()).contains(new CodecState.Failure(NOW, CodecFailure.WRONG_CREDENTIAL));
    }
}
