package org.passerelle.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.passerelle.platform.work.WorkFailures;
import org.passerelle.platform.work.WorkQueue;
import org.springframework.beans.factory.DisposableBean;

/** What waits to be done, since when, and what went wrong while it was being done. */
final class WorkMetrics implements DisposableBean {

    private final Consumer<String> counting;

    WorkMetrics(MeterRegistry registry, List<WorkQueue> queues) {
        queues.forEach(queue -> bind(registry, queue));
        this.counting = work ->
                registry.counter("passerelle.work.failures", "work", work).increment();
        WorkFailures.follow(counting);
    }

    private static void bind(MeterRegistry registry, WorkQueue queue) {
        Remembered<WorkQueue.Load> load = new Remembered<>(queue::load);
        Gauge.builder("passerelle.queue.length", () -> load.figure(WorkQueue.Load::length))
                .description("Pieces of work that wait")
                .tag("queue", queue.queueName())
                .register(registry);
        TimeGauge.builder(
                        "passerelle.queue.age",
                        () -> load.figure(each -> each.age().toMillis()),
                        TimeUnit.MILLISECONDS)
                .description("For how long the oldest of them has waited")
                .tag("queue", queue.queueName())
                .register(registry);
    }

    @Override
    public void destroy() {
        WorkFailures.unfollow(counting);
    }
}
