package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processor time that every thread of this process has used, those of the JVM itself included; as Linux tells it in
 * {@code /proc/self/task} (proc(5)), elsewhere nothing.
 *
 * @param threads by their number
 */
record ThreadTimes(Map<String, Used> threads) {

    private static final Path TASKS = Path.of("/proc/self/task");

    /** Of a tick of the clock, a hundred of which Linux counts in a second on every machine that we know. */
    private static final double SECONDS = 0.01;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    /**
     * Seconds of one thread.
     *
     * @param name cut to 15 bytes by Linux
     */
    record Used(String name, double user, double system) {

        Used minus(Used before) {
            return new Used(name, user - before.user, system - before.system);
        }

        private static Used of(Path stat) throws IOException {
            String line = Files.readString(stat);
            // The name may contain anything, even spaces and parentheses.
            int end = line.lastIndexOf(')');
            String[] fields = line.substring(end + 2).split(" ", -1);
            return new Used(
                    line.substring(line.indexOf('(') + 1, end),
                    Long.parseLong(fields[USER]) * SECONDS,
                    Long.parseLong(fields[SYSTEM]) * SECONDS);
        }
    }

    static ThreadTimes now() {
        if (!Files.isDirectory(TASKS)) {
            return new ThreadTimes(Map.of());
        }
        Map<String, Used> threads = new HashMap<>();
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : tasks.toList()) {
                try {
                    threads.put(task.getFileName().toString(), Used.of(task.resolve("stat")));
                } catch (IOException ended) {
                    // A thread that is no more is of no interest.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ThreadTimes(threads);
    }

    /** What each thread that lives now has used since. */
    List<Used> since(ThreadTimes before) {
        return threads.entrySet().stream()
                .map(each -> each.getValue().minus(before.threads.getOrDefault(each.getKey(), new Used("", 0, 0))))
                .toList();
    }
}
