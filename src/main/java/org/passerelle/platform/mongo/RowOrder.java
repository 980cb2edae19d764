package org.passerelle.platform.mongo;

import java.util.Arrays;
import java.util.Comparator;

/** An order of ids of any BSON type. Between values of different types it means nothing beyond being total and stable. */
enum RowOrder implements Comparator<Object> {
    BY_ID;

    @Override
    public int compare(Object a, Object b) {
        if (a.getClass() == b.getClass() && a instanceof Comparable<?>) {
            @SuppressWarnings("unchecked")
            Comparable<Object> comparable = (Comparable<Object>) a;
            return comparable.compareTo(b);
        }
        return Arrays.compareUnsigned(Bson.value(a), Bson.value(b));
    }
}
