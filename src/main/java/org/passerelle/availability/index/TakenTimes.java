package org.passerelle.availability.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.Holding;

/**
 * What the documents hold, by document and by number. Readers look at one immutable timeline and never wait. Writers of one
 * document take turns, and so do those of one number; the notes of a document may come in any order.
 */
final class TakenTimes {

    private final Map<Root, Held> documents = new ConcurrentHashMap<>();
    private final Map<Integer, Timeline> timelines = new ConcurrentHashMap<>();

    /** Many documents are noted at once by holding its write lock, one by holding its read lock. Not for readers. */
    private final ReadWriteLock notes = new ReentrantReadWriteLock();

    private volatile Window window;

    TakenTimes(Window window) {
        this.window = window;
    }

    /** Notes what a document holds, unless as new a version of it is known already. */
    void put(Holding holding) {
        Held held = Held.of(holding);
        notes.readLock().lock();
        try {
            documents.compute(Root.of(holding.root()), (root, before) -> {
                if (before != null && before.version() >= held.version()) {
                    return before;
                }
                apply(before, held);
                return held;
            });
        } finally {
            notes.readLock().unlock();
        }
    }

    /** Notes what many documents hold, making each number anew only once. Other notes wait; readers do not. */
    void putAll(Consumer<Consumer<Holding>> source) {
        notes.writeLock().lock();
        try {
            Changes changes = new Changes();
            source.accept(holding -> {
                Held held = Held.of(holding);
                Held before = documents.getOrDefault(Root.of(holding.root()), Held.NOTHING);
                if (before.version() < held.version()) {
                    changes.add(before, held);
                    documents.put(Root.of(holding.root()), held);
                }
            });
            changes.applyTo(timelines, window);
        } finally {
            notes.writeLock().unlock();
        }
    }

    private void apply(@Nullable Held before, Held after) {
        Changes changes = new Changes();
        changes.add(before == null ? Held.NOTHING : before, after);
        changes.applyTo(timelines, window);
    }

    boolean knows(String root, long version) {
        return documents.getOrDefault(Root.of(root), Held.NOTHING).version() >= version;
    }

    boolean isFree(int number, long firstSlot, long endSlot) {
        Timeline timeline = timelines.get(number);
        return timeline == null || timeline.isFree(firstSlot, endSlot);
    }

    void addTo(int number, long firstWord, long[] words) {
        Timeline timeline = timelines.get(number);
        if (timeline != null) {
            timeline.addTo(firstWord, words);
        }
    }

    Size size() {
        long stretches = timelines.values().stream().mapToLong(Timeline::count).sum();
        return new Size(documents.size(), stretches, timelines.size());
    }

    /** Keeps the bitmaps around another time; answers stay the same. */
    void moveTo(Window now) {
        if (!now.equals(window)) {
            window = now;
            timelines.keySet().forEach(number -> timelines.computeIfPresent(number, (any, each) -> each.in(now)));
        }
    }
}
