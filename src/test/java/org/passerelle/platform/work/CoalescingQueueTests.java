package org.passerelle.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescingQueueTests {

    private static final int MOST = 3;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> looked = new ArrayList<>();
    private final AtomicInteger left = new AtomicInteger();
    private final CoalescingQueue<String> lookout =
            new CoalescingQueue<>(new Waiting(), looked::add, MOST, left::incrementAndGet);

    /** Does nothing before it is told to. */
    private final class Waiting extends SerialWorker {

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public boolean isRunning() {
            return true;
        }
    }

    private void work() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void aNameIsLookedAtOnceHoweverOftenItIsAdded() {
        lookout.add(List.of("one", "other"));
        lookout.add(List.of("one"));
        work();

        assertThat(looked).containsExactly("one", "other");
        assertThat(left).hasValue(0);
    }

    @Test
    void moreNamesThanItHoldsAreLeftOutAndThatIsTold() {
        lookout.add(List.of("one", "two", "three"));
        lookout.add(List.of("three"));
        assertThat(left).hasValue(0);

        lookout.add(List.of("four"));

        assertThat(left).hasValue(1);
        work();
        assertThat(looked).containsExactly("one", "two", "three");
    }

    @Test
    void thereIsRoomAgainOnceSomeAreLookedAt() {
        lookout.add(List.of("one", "two", "three"));
        work();
        lookout.add(List.of("four"));
        work();

        assertThat(looked).containsExactly("one", "two", "three", "four");
        assertThat(left).hasValue(0);
    }
}
