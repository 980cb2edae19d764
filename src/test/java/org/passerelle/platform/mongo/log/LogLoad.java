package org.passerelle.platform.mongo.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Several threads that change documents of one log, each its own, and what they know afterwards: what was acknowledged,
 * what was refused, and of which change they cannot know.
 */
final class LogLoad {

    private static final int WRITERS = 3;
    private static final int DOCUMENTS = 12;

    private final DocumentLog log;
    private final MapTable table;
    private final LogCleaner cleaner;
    private final long seed;
    private final BooleanSupplier isOff;
    private final Map<String, String> before;
    private final List<List<Change>> changes = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    /**
     * A change of a document, or of all of a collection.
     *
     * @param key null if the whole collection ends
     * @param image null if it ends
     * @param sequence 0 if that is not known, nor whether it was written
     */
    private record Change(
            String collection,
            @Nullable String key,
            @Nullable String image,
            long sequence) {}

    LogLoad(
            DocumentLog log,
            MapTable table,
            LogCleaner cleaner,
            Map<String, String> before,
            long seed,
            BooleanSupplier isOff) {
        this.log = log;
        this.table = table;
        this.cleaner = cleaner;
        this.before = before;
        this.seed = seed;
        this.isOff = isOff;
        this.acknowledged.set(log.newest());
    }

    /** Returns when all have made {@code count} changes, or the power has gone. */
    void run(int count) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            List<Change> own = new ArrayList<>();
            changes.add(own);
            threads.add(new Thread(() -> write(number, count, own)));
        }
        Thread upkeep = new Thread(this::keepUp);
        running.set(WRITERS);
        threads.forEach(Thread::start);
        upkeep.start();
        for (Thread thread : threads) {
            thread.join();
        }
        upkeep.join();
    }

    private void write(int number, int count, List<Change> own) {
        Random random = new Random(seed * 31 + number);
        try {
            for (int i = 0; i < count && !isOff.getAsBoolean(); i++) {
                change(number, i, random, own);
            }
        } finally {
            running.decrementAndGet();
        }
    }

    private void change(int number, int count, Random random, List<Change> own) {
        String collection = "c" + number;
        String id = String.valueOf(random.nextInt(DOCUMENTS));
        int what = random.nextInt(100);
        String image = seed % 1000 + ":" + count + ":" + random.nextInt(what < 5 ? 3000 : 300);
        Change change = what == 99
                ? new Change(collection, null, null, 0)
                : new Change(collection, collection + "/" + id, what < 80 ? image : null, 0);
        try {
            long sequence = ask(change, id);
            if (sequence > 0) {
                own.add(new Change(change.collection(), change.key(), change.image(), sequence));
                if (random.nextInt(3) > 0) {
                    log.awaitDurable(sequence);
                    acknowledged.accumulateAndGet(sequence, Math::max);
                }
            }
        } catch (LogUnavailable e) {
            refused.incrementAndGet();
        }
    }

    private long ask(Change change, String id) {
        byte[] key = MapTable.bytes(id);
        try {
            if (change.key() == null) {
                long sequence = log.drop(change.collection(), table.of(change.collection()));
                table.drop(change.collection());
                return sequence;
            }
            String image = change.image();
            if (image != null) {
                MapTable.Document document = table.put(change.collection(), key);
                return log.put(change.collection(), key, MapTable.image(image), document);
            }
            MapTable.Document document = table.find(change.collection(), key);
            if (document == null || document.place() == null) {
                return 0;
            }
            long sequence = log.remove(change.collection(), key, document);
            table.remove(change.collection(), key);
            return sequence;
        } catch (LogUnavailable e) {
            if (isOff.getAsBoolean()) {
                changes.get(Integer.parseInt(change.collection().substring(1))).add(change);
            }
            throw e;
        }
    }

    private void keepUp() {
        while (running.get() > 0 && !isOff.getAsBoolean()) {
            try {
                log.tryAgain();
                log.mark();
                cleaner.round();
            } catch (LogUnavailable e) {
                // As the upkeep does it: the next round tries again.
            }
            Thread.yield();
        }
    }

    int refused() {
        return refused.get();
    }

    int changed() {
        return changes.stream().mapToInt(List::size).sum();
    }

    /** That {@code found} is what the changes up to {@code sequence} make of what was before, and none acknowledged is missing. */
    void assertState(Map<String, String> found, long sequence) {
        assertThat(sequence).as("the last record").isGreaterThanOrEqualTo(acknowledged.get());
        Map<String, String> expected = new TreeMap<>(before);
        List<Change> unknown = new ArrayList<>();
        for (List<Change> own : changes) {
            for (Change each : own) {
                if (each.sequence() == 0) {
                    unknown.add(each);
                } else if (each.sequence() <= sequence) {
                    apply(each, expected);
                }
            }
        }
        for (Change each : unknown) {
            Map<String, String> alternative = new TreeMap<>(expected);
            apply(each, alternative);
            if (part(found, each.collection()).equals(part(alternative, each.collection()))) {
                expected = alternative;
            }
        }
        Map<String, String> missing = new TreeMap<>(expected);
        missing.entrySet().removeAll(found.entrySet());
        Map<String, String> instead = new TreeMap<>(found);
        instead.entrySet().removeAll(expected.entrySet());
        assertThat(instead).as("what is there instead of %s", missing).isEqualTo(missing);
    }

    private static Map<String, String> part(Map<String, String> all, String collection) {
        Map<String, String> part = new TreeMap<>(all);
        part.keySet().removeIf(key -> !key.startsWith(collection + "/"));
        return part;
    }

    private static void apply(Change change, Map<String, String> images) {
        if (change.key() == null) {
            images.keySet().removeIf(key -> key.startsWith(change.collection() + "/"));
        } else if (change.image() == null) {
            images.remove(change.key());
        } else {
            images.put(change.key(), change.image());
        }
    }
}
