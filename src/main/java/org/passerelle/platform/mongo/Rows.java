package org.passerelle.platform.mongo;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The documents of one collection, in the order of their ids. Whoever goes through them sees later changes or not. */
final class Rows {

    private final NavigableMap<Object, StoredRow> byId = new ConcurrentSkipListMap<>(RowOrder.BY_ID);

    /** The map would count all at each question. */
    private final AtomicInteger count = new AtomicInteger();

    @Nullable
    StoredRow find(Object id) {
        return byId.get(StoredRow.key(id));
    }

    /** The row of {@code id}, made if there is none. */
    StoredRow put(Object id) {
        StoredRow before = find(id);
        if (before != null) {
            return before;
        }
        StoredRow row = new StoredRow(id);
        add(row);
        return row;
    }

    void add(StoredRow row) {
        byId.put(StoredRow.key(row.id()), row);
        count.incrementAndGet();
    }

    @Nullable
    StoredRow remove(Object id) {
        StoredRow row = byId.remove(StoredRow.key(id));
        if (row != null) {
            count.decrementAndGet();
        }
        return row;
    }

    int count() {
        return count.get();
    }

    Collection<StoredRow> all() {
        return byId.values();
    }

    /** {@code first} and those after it. */
    Collection<StoredRow> from(StoredRow first) {
        return byId.tailMap(StoredRow.key(first.id()), true).values();
    }
}
