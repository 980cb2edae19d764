package org.passerelle.platform.work;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names that are to be looked at soon, each once however often it is added, in the order in which they were. When one
 * look fails the others still get theirs.
 *
 * @param <K> what is looked at; as many may be waiting as there are of these
 */
public final class CoalescingQueue<K> {

    private static final Logger LOG = LoggerFactory.getLogger(CoalescingQueue.class);

    private final SerialWorker worker;
    private final Consumer<K> look;
    private final int most;
    private final Runnable full;
    private final Map<K, Wait> pending = new LinkedHashMap<>();
    private boolean isAtWork;

    /**
     * @param since of the machine's stopwatch, in nanoseconds
     * @param work for which the name was first added
     */
    private record Wait(long since, Optional<CorrelationId> work) {}

    /** @param worker which looks; once it has stopped, what is left is dropped */
    public CoalescingQueue(SerialWorker worker, Consumer<K> look) {
        this(worker, look, Integer.MAX_VALUE, () -> {});
    }

    /**
     * @param most so many names may be waiting
     * @param full told when others are left out, which must be found again in another way
     */
    public CoalescingQueue(SerialWorker worker, Consumer<K> look, int most, Runnable full) {
        this.worker = worker;
        this.look = look;
        this.most = most;
        this.full = full;
    }

    public void add(Collection<K> names) {
        boolean areAllIn = true;
        boolean begins;
        Wait wait = new Wait(System.nanoTime(), CorrelationId.current());
        synchronized (pending) {
            for (K name : names) {
                if (pending.size() < most) {
                    pending.putIfAbsent(name, wait);
                } else {
                    areAllIn &= pending.containsKey(name);
                }
            }
            begins = !isAtWork && !pending.isEmpty();
            isAtWork |= begins;
        }
        if (!areAllIn) {
            full.run();
        }
        if (begins) {
            worker.execute(this::work);
        }
    }

    private void work() {
        boolean hasFailed = true;
        try {
            for (Map.Entry<K, Wait> next = next(); next != null; next = next()) {
                try (CorrelationId.Scope ignored =
                        CorrelationId.resume(next.getValue().work())) {
                    K name = next.getKey();
                    LOG.debug("Looks at {}", name);
                    Fence.around(() -> look.accept(name)).ifPresent(e -> worker.report(String.valueOf(name), e));
                }
            }
            hasFailed = false;
        } finally {
            if (hasFailed) {
                worker.execute(this::work);
            }
        }
    }

    /** Null when nothing is left; then the work is over. */
    private Map.@Nullable Entry<K, Wait> next() {
        synchronized (pending) {
            Iterator<Map.Entry<K, Wait>> names = pending.entrySet().iterator();
            if (!names.hasNext() || !worker.isRunning()) {
                pending.clear();
                isAtWork = false;
                return null;
            }
            Map.Entry<K, Wait> next = Map.Entry.copyOf(names.next());
            names.remove();
            return next;
        }
    }

    /** How many names wait, and since when the first does; what is being looked at no longer does. */
    public WorkQueue.Load load() {
        synchronized (pending) {
            return pending.values().stream()
                    .findFirst()
                    .map(first ->
                            new WorkQueue.Load(pending.size(), Duration.ofNanos(System.nanoTime() - first.since())))
                    .orElse(WorkQueue.Load.NONE);
        }
    }
}
