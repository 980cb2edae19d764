package org.passerelle.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor that asks for what follows; null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 1000;

    Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of a whole list.
     *
     * @param sorted in ascending order of {@code key}, which is unique
     * @param cursor the key of the last item of the page before; null for the first page
     * @throws InvalidRequest unless {@code limit} is from 1 to 1000
     */
    static <T> Page<T> of(List<T> sorted, Function<T, String> key, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidRequest("limit", "limit.bounds");
        }
        List<T> rest = sorted.stream()
                .filter(item -> cursor == null || key.apply(item).compareTo(cursor) > 0)
                .toList();
        List<T> items = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(items, items.size() < rest.size() ? key.apply(items.get(limit - 1)) : null);
    }

    /** The same part with each item made into another. */
    <U> Page<U> map(Function<T, U> made) {
        return new Page<>(items.stream().map(made).toList(), next);
    }
}
