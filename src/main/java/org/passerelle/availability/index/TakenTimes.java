package org.passerelle.availability.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.availability.index.Stretches.StretchCollector;
import org.passerelle.booking.model.Holding;

/**
 * What the documents hold, by document and by number. Readers look at one immutable timeline and never wait. Writers of one
 * document take turns, and so do those of one number; the notes of a document may come in any order.
 */
final class TakenTimes {

    private static final int ROOTS_AT_ONCE = 1_000;

    /** At what seems wrong, before writers have to wait. */
    private static final int LOOKS = 3;

    private final Map<Root, HeldStretches> documents = new ConcurrentHashMap<>();
    private final Timelines timelines;

    /** Many documents are noted at once by holding its write lock, one by holding its read lock. Not for readers. */
    private final ReadWriteLock notes = new ReentrantReadWriteLock();

    private volatile Window window;

    TakenTimes(Window window) {
        this(window, new Timelines());
    }

    /** @param timelines empty; its own from now on */
    TakenTimes(Window window, Timelines timelines) {
        this.window = window;
        this.timelines = timelines;
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

    /** Notes what a document holds, unless as new a version of it is known already. */
    void put(Holding holding) {
        HeldStretches held = HeldStretches.of(holding);
        change(holding.root(), known -> known != null && known.version() >= held.version() ? known : held);
    }

    /** Notes what many documents hold, making each number anew only once. Other notes wait; readers do not. */
    void putAll(Consumer<Consumer<Holding>> source) {
        notes.writeLock().lock();
        try {
            IndexChanges changes = new IndexChanges();
            source.accept(holding -> {
                HeldStretches held = HeldStretches.of(holding);
                Root root = Root.of(holding.root());
                HeldStretches known = documents.getOrDefault(root, HeldStretches.NOTHING);
                if (known.version() < held.version()) {
                    changes.add(known, held);
                    documents.put(root, held);
                }
            });
            changes.applyTo(timelines, window);
        } finally {
            notes.writeLock().unlock();
        }
    }

    /** What a document is known to hold, bounded as in {@link Stretches}. */
    List<Holding.Stretch> stretches(String root) {
        return documents.getOrDefault(Root.of(root), HeldStretches.NOTHING).toStretches();
    }

    boolean knows(String root, long version) {
        return documents.getOrDefault(Root.of(root), HeldStretches.NOTHING).version() >= version;
    }

    /** Whether what is stored is known just so, or was changed since. */
    boolean agreesWith(Holding stored) {
        return agrees(documents.get(Root.of(stored.root())), HeldStretches.of(stored));
    }

    private static boolean agrees(@Nullable HeldStretches known, HeldStretches stored) {
        return known != null
                && (known.version() > stored.version()
                        || known.version() == stored.version() && known.holdsTheSameAs(stored));
    }

    /** Takes over what is stored unless it agrees; returns the numbers that were wrong, empty if it agreed. */
    Optional<Set<Integer>> correct(Holding stored) {
        HeldStretches held = HeldStretches.of(stored);
        return change(stored.root(), known -> agrees(known, held) ? known : held);
    }

    /** Gives up what a document holds that is no longer stored; returns as {@link #correct}. */
    Optional<Set<Integer>> forget(String root) {
        return change(root, known -> null);
    }

    private interface Change {

        @Nullable
        HeldStretches of(@Nullable HeldStretches known);
    }

    /** Returns the numbers that came to be held otherwise, empty if {@code change} leaves the document as it is. */
    private Optional<Set<Integer>> change(String root, Change change) {
        List<Set<Integer>> changed = new ArrayList<>(1);
        notes.readLock().lock();
        try {
            documents.compute(Root.of(root), (any, known) -> {
                HeldStretches held = change.of(known);
                if (held != known) {
                    IndexChanges changes = new IndexChanges();
                    changes.add(
                            known == null ? HeldStretches.NOTHING : known, held == null ? HeldStretches.NOTHING : held);
                    changed.add(changes.applyTo(timelines, window));
                }
                return held;
            });
        } finally {
            notes.readLock().unlock();
        }
        return changed.stream().findFirst();
    }

    /** Names all documents that are known, many at a time. */
    void forEachRoots(Consumer<Collection<String>> some) {
        List<String> roots = new ArrayList<>();
        for (Root root : documents.keySet()) {
            roots.add(root.toString());
            if (roots.size() == ROOTS_AT_ONCE) {
                some.accept(roots);
                roots.clear();
            }
        }
        some.accept(roots);
    }

    /** Makes those numbers anew that are not what the documents make them; returns them. */
    Set<Integer> remakeWhatDoesNotFollow() {
        Set<Integer> doubtful = new HashSet<>(timelines.numbers());
        Map<Integer, StretchCollector> held = gather(number -> true);
        doubtful.addAll(held.keySet());
        doubtful.removeIf(number -> follows(number, held.get(number)));
        // What was written since it was gathered looks wrong as well, but seldom each time.
        for (int looks = 1; looks < LOOKS && !doubtful.isEmpty(); looks++) {
            Map<Integer, StretchCollector> now = gather(doubtful::contains);
            doubtful.removeIf(number -> follows(number, now.get(number)));
        }
        if (doubtful.isEmpty()) {
            return Set.of();
        }
        // Without writers, only what is wrong looks so. They wait for as long as one look at all documents takes.
        notes.writeLock().lock();
        try {
            Map<Integer, StretchCollector> now = gather(doubtful::contains);
            doubtful.removeIf(number -> follows(number, now.get(number)));
            doubtful.forEach(number -> remake(number, now.get(number)));
            return doubtful;
        } finally {
            notes.writeLock().unlock();
        }
    }

    private Map<Integer, StretchCollector> gather(IntPredicate wanted) {
        Map<Integer, StretchCollector> byNumber = new HashMap<>();
        documents.values().forEach(held -> held.gather(wanted, byNumber));
        return byNumber;
    }

    private boolean follows(int number, @Nullable StretchCollector held) {
        Timeline timeline = timelines.get(number);
        return timeline == null ? held == null : held != null && timeline.comesOf(held.sorted());
    }

    private void remake(int number, @Nullable StretchCollector held) {
        Timeline remade = held == null ? null : Timeline.of(window, held.sorted());
        timelines.replace(number, wrong -> remade);
    }

    /** Keeps the bitmaps around another time; answers stay the same. */
    void moveTo(Window now) {
        if (!now.equals(window)) {
            window = now;
            timelines
                    .numbers()
                    .forEach(number -> timelines.replace(number, each -> each == null ? null : each.in(now)));
        }
    }

    /** How many documents are known. */
    long documents() {
        return documents.size();
    }

    Size size() {
        List<Integer> numbers = timelines.numbers();
        long stretches = numbers.stream()
                .map(timelines::get)
                .filter(Objects::nonNull)
                .mapToLong(Timeline::count)
                .sum();
        return new Size(documents.size(), stretches, numbers.size());
    }
}
