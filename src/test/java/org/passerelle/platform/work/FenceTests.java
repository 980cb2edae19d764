package org.passerelle.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FenceTests {

    @Test
    void keepsInWhatOneInputBringsAbout() {
        IllegalStateException unforeseen = new IllegalStateException("odd");

        assertThat(Fence.around(() -> {
                    throw unforeseen;
                }))
                .contains(unforeseen);
        assertThat(Fence.around(() -> deep(0))).containsInstanceOf(StackOverflowError.class);
        assertThat(Fence.around(() -> {})).isEmpty();
    }

    @Test
    void letsTheEndOfTheProgramThrough() {
        ShutdownSignal shutdown = new ShutdownSignal();
        shutdown.check();
        shutdown.give();

        assertThatThrownBy(() -> Fence.around(shutdown::check)).isInstanceOf(WorkStopped.class);
    }

    @SuppressWarnings("InfiniteRecursion") // as a text can make a program do that reads it
    private static int deep(int depth) {
        return deep(depth + 1) + 1;
    }
}
