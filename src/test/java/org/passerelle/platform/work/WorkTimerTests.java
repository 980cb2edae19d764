package org.passerelle.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.passerelle.RecordedLog;
import org.passerelle.platform.work.CorrelationId.Door;

class WorkTimerTests {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);

    @RegisterExtension
    private final RecordedLog log = new RecordedLog();

    private final WorkTimer timer = new WorkTimer("chimes");
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Consumer<String> counting = failures::add;

    @BeforeEach
    void follow() {
        WorkFailures.follow(counting);
    }

    @AfterEach
    void end() {
        WorkFailures.unfollow(counting);
        timer.close();
    }

    @Test
    void whateverIsThrownIsCountedAndLoggedAndTheWorkComesRoundAgain() {
        AtomicInteger times = new AtomicInteger();
        timer.every(MOMENT, () -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
            if (times.get() == 2) {
                throw new NoClassDefFoundError("the second time");
            }
        });

        await().until(() -> times.get() > 3);
        assertThat(failures).containsExactly("chimes", "chimes");
        assertThat(log.events())
                .filteredOn(event -> event.getFormattedMessage().contains("Work of chimes failed"))
                .hasSize(2);
    }

    @Test
    void whatFailsOnceIsCountedToo() {
        timer.after(MOMENT, () -> {
            throw new IllegalStateException("once");
        });

        await().untilAsserted(() -> assertThat(failures).containsExactly("chimes"));
    }

    @Test
    void workIsDoneForWhoeverPlannedItAndRegularWorkIsAJobOfItsOwn() throws Exception {
        CorrelationId request = CorrelationId.fresh(Door.API);
        CompletableFuture<Optional<CorrelationId>> once = new CompletableFuture<>();
        CompletableFuture<Optional<CorrelationId>> handedOn = new CompletableFuture<>();
        CompletableFuture<Optional<CorrelationId>> regular = new CompletableFuture<>();
        try (CorrelationId.Scope ignored = request.open()) {
            timer.after(MOMENT, () -> once.complete(CorrelationId.current()));
            WorkTimer.delayed(MOMENT, Runnable::run).execute(() -> handedOn.complete(CorrelationId.current()));
            timer.every(MOMENT, () -> regular.complete(CorrelationId.current()));
        }

        assertThat(once.get()).contains(request);
        assertThat(handedOn.get()).contains(request);
        assertThat(regular.get().map(CorrelationId::door)).contains(Door.JOB);
    }

    @Test
    void aTaskIsCalledOff() {
        Future<?> end = timer.after(LONG, () -> {});

        assertThat(end.cancel(false)).isTrue();
    }

    @Test
    void theTaskInHandIsFinishedAndNothingMoreBegun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        timer.every(Duration.ZERO, MOMENT, () -> {
            begun.countDown();
            hold(goesOn);
            done.incrementAndGet();
        });
        timer.after(LONG, done::incrementAndGet);
        begun.await();

        assertThat(timer.stop(MOMENT)).isFalse();
        goesOn.countDown();

        assertThat(timer.stop(LONG)).isTrue();
        timer.after(Duration.ZERO, done::incrementAndGet);
        assertThat(done).hasValue(1);
        assertThat(failures).isEmpty();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
