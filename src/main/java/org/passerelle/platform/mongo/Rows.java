package org.passerelle.platform.mongo;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The documents of one collection, in the order of their ids. Whoever goes through them sees later changes or not. */
final class Rows {

    private final NavigableMap<Object, Row> byId = new ConcurrentSkipListMap<>(RowOrder.BY_ID);

    /** The map would count all at each question. */
    private final AtomicInteger count = new AtomicInteger();

    @Nullable
    Row find(Object id) {
        return byId.get(Row.key(id));
    }

    /** The row of {@code id}, made if there is none. */
    Row put(Object id) {
        Row before = find(id);
        if (before != null) {
            return before;
        }
        Row row = new Row(id);
        add(row);
        return row;
    }

    void add(Row row) {
        byId.put(Row.key(row.id()), row);
        count.incrementAndGet();
    }

    @Nullable
    Row remove(Object id) {
        Row row = byId.remove(Row.key(id));
        if (row != null) {
            count.decrementAndGet();
        }
        return row;
    }

    int count() {
        return count.get();
    }

    Collection<Row> all() {
        return byId.values();
    }

    /** {@code first} and those after it. */
    Collection<Row> from(Row first) {
        return byId.tailMap(Row.key(first.id()), true).values();
    }
}
