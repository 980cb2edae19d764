package org.passerelle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Some clients that make the same kind of call again and again, each waiting for its answer before the next. */
final class Load {

    /** Name of the threads that make calls. */
    static final String CLIENT = "bench-client";

    private Load() {}

    /** Runs {@code call} by {@code clients} at once; every client finishes the call it has begun when time is up. */
    static Latencies run(int clients, Duration length, Runnable call) {
        ExecutorService threads = Executors.newFixedThreadPool(clients, task -> new Thread(task, CLIENT));
        try {
            long processor = processorNanos();
            long begin = System.nanoTime();
            long deadline = begin + length.toNanos();
            List<Callable<LongStream>> work = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                work.add(() -> calls(deadline, call));
            }
            LongStream nanos = LongStream.empty();
            for (Future<LongStream> each : threads.invokeAll(work)) {
                nanos = LongStream.concat(nanos, each.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return Latencies.of(nanos, seconds, (processorNanos() - processor) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Writes again and again in this thread. Only the writing counts, for {@code length} in all, and the processor time of
     * this thread meanwhile; what is written is made between.
     */
    static <T> Latencies byOneWriter(Duration length, Supplier<T> made, Consumer<T> write) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        LongStream.Builder nanos = LongStream.builder();
        long taken = 0;
        long processor = 0;
        while (taken < length.toNanos()) {
            T next = made.get();
            long used = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            write.accept(next);
            long each = System.nanoTime() - begin;
            processor += threads.getCurrentThreadCpuTime() - used;
            nanos.add(each);
            taken += each;
        }
        return Latencies.of(nanos.build(), taken / 1e9, processor / 1e9);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static LongStream calls(long deadline, Runnable call) {
        LongStream.Builder nanos = LongStream.builder();
        long now = System.nanoTime();
        while (now < deadline) {
            call.run();
            long end = System.nanoTime();
            nanos.add(end - now);
            now = end;
        }
        return nanos.build();
    }
}
