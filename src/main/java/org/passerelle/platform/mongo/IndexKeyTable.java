package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which document holds each key of a unique index. Whole numbers, such as claims, are kept as such and not as objects, of
 * which a hundred thousand bookings would need more than a million. Not safe for several threads.
 */
final class IndexKeyTable {

    private final LongTable<StoredRow> wholeNumbers = new LongTable<>();
    private final Map<KeyValue, StoredRow> others = new HashMap<>();

    @Nullable
    StoredRow get(KeyValue key) {
        Long whole = whole(key);
        return whole == null ? others.get(key) : get(whole.longValue());
    }

    @Nullable
    StoredRow get(long key) {
        return wholeNumbers.get(key);
    }

    @Nullable
    StoredRow putIfAbsent(KeyValue key, StoredRow row) {
        Long whole = whole(key);
        return whole == null ? others.putIfAbsent(key, row) : putIfAbsent(whole.longValue(), row);
    }

    @Nullable
    StoredRow putIfAbsent(long key, StoredRow row) {
        StoredRow before = wholeNumbers.get(key);
        if (before == null) {
            wholeNumbers.put(key, row);
        }
        return before;
    }

    @Nullable
    StoredRow remove(KeyValue key) {
        Long whole = whole(key);
        return whole == null ? others.remove(key) : remove(whole.longValue());
    }

    @Nullable
    StoredRow remove(long key) {
        return wholeNumbers.remove(key);
    }

    long count() {
        return (long) wholeNumbers.size() + others.size();
    }

    /** The keys that are no single whole number. */
    Iterable<Map.Entry<KeyValue, StoredRow>> texts() {
        return List.copyOf(others.entrySet());
    }

    /** MongoDB holds 1, 1L and 1.0 to be the same key; null if {@code key} is no single whole number. */
    static @Nullable Long whole(KeyValue key) {
        return key.size() == 1 ? WholeNumbers.of(key.get(0)) : null;
    }
}
