package org.passerelle.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.passerelle.platform.StoreStatus.Level;
import org.passerelle.platform.StoreStatus.StoreState;
import org.passerelle.platform.mongo.log.LogState;
import org.passerelle.platform.store.LittleSpace;

class EmbeddedStoreStatusTests {

    private static StoreStatus of(LogState state) {
        return new EmbeddedStoreStatus(() -> state, () -> 0, () -> {}, () -> true);
    }

    @Test
    void saysWhatTheLogSays() {
        assertThat(of(new LogState.Working()).now()).isEqualTo(StoreState.WORKING);
        assertThat(of(new LogState.SpaceWarning(5L << 20)).now())
                .isEqualTo(new StoreState(Level.LITTLE_SPACE, "Only 5 MB are left on the disk of the store"));
        assertThat(of(new LogState.Failing("Input/output error")).now().reason())
                .contains("Input/output error");
        assertThat(of(new LogState.Damaged("00000001.log at byte 7")).now().level())
                .isEqualTo(Level.DAMAGED);
    }

    @Test
    void takesNothingNewOnlyWhenLittleSpaceIsLeft() {
        assertThatExceptionOfType(LittleSpace.class).isThrownBy(of(new LogState.SpaceWarning(1))::requireSpace);
        assertThatCode(of(new LogState.Failing("x"))::requireSpace).doesNotThrowAnyException();
        assertThatCode(of(new LogState.Working())::requireSpace).doesNotThrowAnyException();
    }
}
