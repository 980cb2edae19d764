package org.passerelle.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.platform.work.CorrelationId.Door;

class WorkExecutorsTests {

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Consumer<String> counting = failures::add;

    static List<ExecutorService> executors() {
        return List.of(
                WorkExecutors.pool("crew", 2), WorkExecutors.threadPerTask("crew"), WorkExecutors.serial("crew", 5));
    }

    @BeforeEach
    void follow() {
        WorkFailures.follow(counting);
    }

    @AfterEach
    void unfollow() {
        WorkFailures.unfollow(counting);
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aThreadHasTheNameOfItsWorkKeepsNoProgramAliveAndWorksForWhoeverAsked(ExecutorService executor)
            throws Exception {
        CorrelationId request = CorrelationId.fresh(Door.WEB);
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<Optional<CorrelationId>> work = new CompletableFuture<>();
        try (CorrelationId.Scope ignored = request.open()) {
            executor.execute(() -> {
                thread.complete(Thread.currentThread());
                work.complete(CorrelationId.current());
            });
        }

        assertThat(thread.get().getName()).isEqualTo("crew");
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(work.get()).contains(request);
        executor.shutdownNow();
        await().untilAsserted(() -> assertThat(thread.get().isAlive()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("executors")
    void whatIsThrownIsCountedUnlessSomebodyReadsTheOutcome(ExecutorService executor) {
        executor.execute(() -> {
            throw new IllegalStateException("nobody hears it");
        });
        await().untilAsserted(() -> assertThat(failures).containsExactly("crew"));

        assertThatThrownBy(() -> executor.submit(() -> {
                            throw new IllegalStateException("read");
                        })
                        .get())
                .hasRootCauseMessage("read");
        assertThat(failures).containsExactly("crew");
        executor.shutdownNow();
    }

    @Test
    void aThreadThatFailsIsCounted() {
        WorkExecutors.thread("lone", () -> {
                    throw new IllegalStateException("at once");
                })
                .start();

        await().untilAsserted(() -> assertThat(failures).containsExactly("lone"));
    }
}
