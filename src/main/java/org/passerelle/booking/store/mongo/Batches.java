package org.passerelle.booking.store.mongo;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many values for a query that takes a few: so many at a time. */
final class Batches {

    private Batches() {}

    /** All of {@code values}, in their order, at most {@code most} in each list. */
    static <V> Stream<List<V>> of(Collection<V> values, int most) {
        List<V> all = List.copyOf(values);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)));
    }
}
