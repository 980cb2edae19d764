package org.passerelle.bench;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the threads of the program ask of its store and use of the processor, by their names without numbers. */
final class ThreadLedger implements CommandListener {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, LongAdder> commands = new ConcurrentHashMap<>();

    /** Sums since the start, by name. */
    record Sums(Map<String, Long> commands, Map<String, Long> nanos) {

        /** What came to {@code name} since {@code before}. */
        long commandsSince(Sums before, String name) {
            return commands.getOrDefault(name, 0L) - before.commands().getOrDefault(name, 0L);
        }

        long nanosSince(Sums before, String name) {
            return nanos.getOrDefault(name, 0L) - before.nanos().getOrDefault(name, 0L);
        }
    }

    /** The driver tells on the thread that asks. */
    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.computeIfAbsent(kind(Thread.currentThread().getName()), name -> new LongAdder())
                .increment();
    }

    private static String kind(String thread) {
        return thread.replaceAll("[0-9#]+", "").replaceAll("[-_ ]+$", "");
    }

    Sums now() {
        Map<String, Long> asked = new TreeMap<>();
        commands.forEach((name, count) -> asked.put(name, count.sum()));
        Map<String, Long> nanos = new TreeMap<>();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null) {
                long used = Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
                nanos.merge(kind(thread.getThreadName()), used, Long::sum);
            }
        }
        return new Sums(asked, nanos);
    }
}
