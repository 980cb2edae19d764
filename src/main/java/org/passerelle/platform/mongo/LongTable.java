package org.passerelle.platform.mongo;

import org.jspecify.annotations.Nullable;

/**
 * A hash table from numbers to objects, by open addressing in two arrays: 12 bytes an entry and no objects of its own.
 * Not safe for several threads.
 */
final class LongTable<V> {

    private static final int LEAST = 16;

    /** Spreads neighbouring numbers (the golden ratio in 64 bits). */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private long[] keys = new long[LEAST];
    private @Nullable Object[] values = new Object[LEAST];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(long key) {
        return (V) values[find(key)];
    }

    void put(long key, V value) {
        int at = find(key);
        if (values[at] == null) {
            size++;
        }
        keys[at] = key;
        values[at] = value;
        if (size > keys.length / 3 * 2) {
            resize(2 * keys.length);
        }
    }

    /** Moves those behind it up, so that no gap breaks their way (Knuth 6.4, algorithm R). */
    @SuppressWarnings("unchecked")
    @Nullable
    V remove(long key) {
        int gap = find(key);
        V removed = (V) values[gap];
        if (removed == null) {
            return null;
        }
        size--;
        values[gap] = null;
        int mask = keys.length - 1;
        for (int at = (gap + 1) & mask; values[at] != null; at = (at + 1) & mask) {
            int home = slot(keys[at]);
            if (((at - home) & mask) >= ((at - gap) & mask)) {
                keys[gap] = keys[at];
                values[gap] = values[at];
                values[at] = null;
                gap = at;
            }
        }
        return removed;
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> 32) & (keys.length - 1);
    }

    /** Where {@code key} is, or would be put. */
    private int find(long key) {
        int mask = keys.length - 1;
        int at = slot(key);
        while (values[at] != null && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void resize(int length) {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[length];
        values = new Object[length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
