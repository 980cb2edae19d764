package org.passerelle.booking.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTests {

    @Test
    void holdAllInOrderAndTheLastWhatIsLeft() {
        assertThat(Batches.of(List.of(1, 2, 3, 4, 5), 2)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @Test
    void areNoMoreThanAreNeeded() {
        assertThat(Batches.of(List.of(1, 2), 2)).containsExactly(List.of(1, 2));
        assertThat(Batches.of(List.of(), 2)).isEmpty();
    }
}
