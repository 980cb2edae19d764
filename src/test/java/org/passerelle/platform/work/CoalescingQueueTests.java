package org.passerelle.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.work.CorrelationId.Door;

class CoalescingQueueTests {

    private static final int MOST = 3;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<String> looked = new ArrayList<>();
    private final AtomicInteger left = new AtomicInteger();
    private final CoalescingQueue<String> lookout =
            new CoalescingQueue<>(new Waiting(), looked::add, MOST, left::incrementAndGet);

    /** Does nothing before it is told to. */
    private final class Waiting extends SerialWorker {

        Waiting() {
            super("waiting");
        }

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
    void whatIsLookedAtIsPartOfWhatAddedIt() {
        List<Optional<CorrelationId>> worked = new ArrayList<>();
        CoalescingQueue<String> noting =
                new CoalescingQueue<>(new Waiting(), name -> worked.add(CorrelationId.current()));
        CorrelationId one = CorrelationId.fresh(Door.API);
        CorrelationId other = CorrelationId.fresh(Door.MAIL);

        try (CorrelationId.Scope ignored = one.open()) {
            noting.add(List.of("first"));
        }
        try (CorrelationId.Scope ignored = other.open()) {
            noting.add(List.of("first", "second"));
        }
        noting.add(List.of("third"));
        work();

        assertThat(worked).containsExactly(Optional.of(one), Optional.of(other), Optional.empty());
        assertThat(CorrelationId.current()).isEmpty();
    }

    @Test
    void whatFailsIsCountedAndLeavesTheOthersTheirTurn() {
        List<String> failures = new ArrayList<>();
        Consumer<String> counting = failures::add;
        WorkFailures.follow(counting);
        CoalescingQueue<String> failing = new CoalescingQueue<>(new Waiting(), name -> {
            looked.add(name);
            throw new IllegalStateException(name);
        });

        failing.add(List.of("one", "two"));
        work();
        WorkFailures.unfollow(counting);

        assertThat(looked).containsExactly("one", "two");
        assertThat(failures).containsExactly("waiting", "waiting");
    }

    @Test
    void itTellsHowMuchWaitsUntilItIsLookedAt() {
        assertThat(lookout.load()).isEqualTo(WorkQueue.Load.NONE);

        lookout.add(List.of("one", "two"));

        assertThat(lookout.load().length()).isEqualTo(2);
        assertThat(lookout.load().age()).isPositive();
        work();
        assertThat(lookout.load()).isEqualTo(WorkQueue.Load.NONE);
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
