package org.passerelle.metrics;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.passerelle.platform.work.WorkExecutors;

/**
 * What was found out a moment ago: however many read, and however often, the store is asked once in that time. Nobody waits long
 * for it, lest there be no figures at all when the store does not answer.
 */
final class Remembered<T> {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    /** At most one thread for each that is being found out. */
    private static final Executor THREADS = WorkExecutors.threadPerTask("metrics-reading");

    private final AsyncLoadingCache<Boolean, T> found;

    Remembered(Supplier<T> find) {
        this.found =
                Caffeine.newBuilder().executor(THREADS).expireAfterWrite(MOMENT).buildAsync(any -> find.get());
    }

    /** A figure of it; not a number, as Prometheus shows it, if it cannot be found out. */
    double figure(ToDoubleFunction<T> part) {
        try {
            return part.applyAsDouble(found.get(true).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            return Double.NaN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }
}
