package org.passerelle.device.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.directory.RoomId;

class GatheringTests {

    private static final RoomId ONE = new RoomId("one");
    private static final RoomId OTHER = new RoomId("other");

    private final List<Runnable> moments = new ArrayList<>();
    private final List<RoomId> looked = new ArrayList<>();
    private final CodecDebounce gathering = new CodecDebounce(moments::add, looked::add);

    private void pass() {
        List<Runnable> over = List.copyOf(moments);
        moments.clear();
        over.forEach(Runnable::run);
    }

    @Test
    void manyChangesInARoomAreOneLook() {
        for (int change = 0; change < 100; change++) {
            gathering.add(ONE);
        }
        gathering.add(OTHER);

        assertThat(moments).hasSize(2);
        assertThat(looked).isEmpty();
        pass();
        assertThat(looked).containsExactly(ONE, OTHER);
    }

    @Test
    void aChangeAfterTheMomentIsAnotherLook() {
        gathering.add(ONE);
        pass();
        gathering.add(ONE);
        pass();

        assertThat(looked).containsExactly(ONE, ONE);
    }
}
