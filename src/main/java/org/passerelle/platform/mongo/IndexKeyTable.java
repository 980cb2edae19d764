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

    private final LongTable<Row> wholeNumbers = new LongTable<>();
    private final Map<KeyValue, Row> others = new HashMap<>();

    @Nullable
    Row get(KeyValue key) {
        Long whole = whole(key);
        return whole == null ? others.get(key) : get(whole.longValue());
    }

    @Nullable
    Row get(long key) {
        return wholeNumbers.get(key);
    }

    @Nullable
    Row putIfAbsent(KeyValue key, Row row) {
        Long whole = whole(key);
        return whole == null ? others.putIfAbsent(key, row) : putIfAbsent(whole.longValue(), row);
    }

    @Nullable
    Row putIfAbsent(long key, Row row) {
        Row before = wholeNumbers.get(key);
        if (before == null) {
            wholeNumbers.put(key, row);
        }
        return before;
    }

    @Nullable
    Row remove(KeyValue key) {
        Long whole = whole(key);
        return whole == null ? others.remove(key) : remove(whole.longValue());
    }

    @Nullable
    Row remove(long key) {
        return wholeNumbers.remove(key);
    }

    long count() {
        return (long) wholeNumbers.size() + others.size();
    }

    /** The keys that are no single whole number. */
    Iterable<Map.Entry<KeyValue, Row>> texts() {
        return List.copyOf(others.entrySet());
    }

    /** MongoDB holds 1, 1L and 1.0 to be the same key; null if {@code key} is no single whole number. */
    static @Nullable Long whole(KeyValue key) {
        return key.size() == 1 ? WholeNumbers.of(key.get(0)) : null;
    }
}
