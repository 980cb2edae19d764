package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.MutableClock;
import org.passerelle.platform.work.SerialWorker;

/** In which order mail is worked through. */
class InboundQueueTests {

    /** Works when it is told to. */
    private static final class Waiting extends SerialWorker {

        private final List<Runnable> tasks = new ArrayList<>();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        @Override
        public boolean isRunning() {
            return true;
        }

        void work() {
            List<Runnable> now = List.copyOf(tasks);
            tasks.clear();
            now.forEach(Runnable::run);
        }
    }

    private final MutableClock clock = new MutableClock();
    private final Waiting thread = new Waiting();
    private final List<String> served = new ArrayList<>();
    private final Map<String, Instant> putOff = new HashMap<>();
    private final InboundQueue queue = new InboundQueue(thread, this::serve, clock);

    private Optional<Instant> serve(String id) {
        served.add(id);
        return Optional.ofNullable(putOff.remove(id));
    }

    private static SenderClaim of(String group, String sender) {
        return new SenderClaim(group, sender);
    }

    @Test
    void letsOneSendersManyMailsDelayAnothersByNoMoreThanOne() {
        for (int i = 0; i < 500; i++) {
            queue.add("flood-" + i, of("domain a", "flood@a"), 1);
        }
        queue.add("colleague", of("domain a", "kim@a"), 1);
        queue.add("other-1", of("domain b", "eva@b"), 1);
        queue.add("other-2", of("domain b", "eva@b"), 1);

        thread.work();

        assertThat(served).hasSize(503).startsWith("flood-0", "other-1", "colleague", "other-2", "flood-1", "flood-2");
    }

    @Test
    void letsManySendersOfOnePeerTakeOneTurnTogether() {
        for (int i = 0; i < 100; i++) {
            queue.add("flood-" + i, of("peer 192.0.2.1", "s" + i + "@evil.example"), 1);
        }
        queue.add("other", of("peer 192.0.2.2", "eva@b"), 1);

        thread.work();

        assertThat(served).startsWith("flood-0", "other", "flood-1");
    }

    @Test
    void looksAgainAtWhatIsPutOffWhenItsTimeHasCome() {
        putOff.put("one", clock.instant().plus(Duration.ofMinutes(10)));
        queue.add("one", of("g", "a"), 1);
        queue.add("one", of("g", "a"), 1);
        thread.work();
        queue.wake();
        thread.work();
        assertThat(served).containsExactly("one");
        assertThat(queue.holds("one")).isTrue();

        clock.advance(Duration.ofMinutes(10));
        queue.wake();
        thread.work();

        assertThat(served).containsExactly("one", "one");
        assertThat(queue.holds("one")).isFalse();
    }

    @Test
    void servesTheNextWhenOneFails() {
        InboundQueue failing = new InboundQueue(
                thread,
                id -> {
                    served.add(id);
                    if (id.equals("bad")) {
                        throw new IllegalStateException("unforeseen");
                    }
                    return Optional.empty();
                },
                clock);
        failing.add("bad", of("g", "a"), 1);
        failing.add("good", of("g", "b"), 1);

        try {
            thread.work();
        } catch (IllegalStateException passedOn) {
            thread.work();
        }

        assertThat(served).containsExactly("bad", "good");
        assertThat(failing.holds("bad")).isFalse();
    }

    @Test
    void hasRoomForOthersWhenOneSenderHasFilledItsPlace() {
        SenderClaim flood = of("g", "flood");
        for (int i = 0; i < InboundQueue.MOST_OF_ONE; i++) {
            assertThat(queue.hasRoomFor(flood, 1, 1)).isTrue();
            queue.add("flood-" + i, flood, 1);
        }

        assertThat(queue.hasRoomFor(flood, 1, 1)).isFalse();
        assertThat(queue.hasRoomFor(of("g", "other"), 1, 1)).isTrue();
        assertThat(queue.hasRoomFor(of("g", "other"), 1, InboundQueue.MOST_BYTES_OF_ONE + 1))
                .isFalse();

        thread.work();
        assertThat(queue.hasRoomFor(flood, 1, 1)).isTrue();
    }

    @Test
    void countsAMailOnceForEachOfItsRecipients() {
        SenderClaim flood = of("g", "flood");
        long most = InboundQueue.MOST_BYTES_OF_ONE;
        queue.add("1", flood, most / 2);

        assertThat(queue.hasRoomFor(flood, 2, most / 2)).isTrue();
        assertThat(queue.hasRoomFor(flood, 2, most / 2 + 2)).isFalse();
        assertThat(queue.hasRoomFor(flood, InboundQueue.MOST_OF_ONE, 1)).isFalse();
    }

    @Test
    void hasRoomForNobodyWhenAllOfItIsFull() {
        for (int i = 0; i < InboundQueue.MOST; i++) {
            queue.add("mail-" + i, of("g", "s" + i % 100), 1);
        }

        assertThat(queue.hasRoom()).isFalse();
        assertThat(queue.hasRoomFor(of("g", "new"), 1, 1)).isFalse();
    }
}
