package org.passerelle.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.passerelle.booking.due.DueTime;
import org.springframework.stereotype.Component;

/** The times of the next hours, each once, in memory: found from the bookings at each start and whenever one is written. */
@Component
class DueTimes {

    private final TreeSet<DueEntry> entries =
            new TreeSet<>(Comparator.comparing(DueEntry::at).thenComparing(DueEntry::key));
    private final Map<String, DueEntry> byKey = new HashMap<>();
    private Consumer<Instant> firstChanged = at -> {};

    /**
     * Something to do.
     *
     * @param at when it is tried; later than {@code due.at()} if it was tried before
     */
    record DueEntry(String key, String kind, DueTime due, Instant at) {}

    /** Tells {@code listener} of the time of the first entry whenever there is an earlier one than before. */
    synchronized void whenFirstChanges(Consumer<Instant> listener) {
        firstChanged = listener;
    }

    void add(DueEntry entry) {
        put(entry);
    }

    /** Has it tried again at {@code at}. */
    void addAt(Instant at, DueEntry entry) {
        put(new DueEntry(entry.key(), entry.kind(), entry.due(), at));
    }

    private void put(DueEntry entry) {
        Consumer<Instant> listener = at -> {};
        synchronized (this) {
            if (byKey.putIfAbsent(entry.key(), entry) == null) {
                entries.add(entry);
                if (entries.first() == entry) {
                    listener = firstChanged;
                }
            }
        }
        listener.accept(entry.at());
    }

    /** Takes out all whose time has come by {@code now}, in order. */
    synchronized List<DueEntry> takeUntil(Instant now) {
        List<DueEntry> taken = new ArrayList<>();
        while (!entries.isEmpty() && !entries.first().at().isAfter(now)) {
            DueEntry next = entries.pollFirst();
            byKey.remove(next.key());
            taken.add(next);
        }
        return taken;
    }

    synchronized Optional<Instant> first() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.first().at());
    }

    /** The first {@code most}, in order. */
    synchronized List<DueEntry> first(int most) {
        return entries.stream().limit(most).toList();
    }

    synchronized int size() {
        return entries.size();
    }

    /** How many are late at {@code now}, and since when the first is. */
    synchronized List<DueEntry> late(Instant now) {
        return entries.stream().takeWhile(entry -> !entry.at().isAfter(now)).toList();
    }
}
