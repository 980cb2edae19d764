package org.passerelle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor that asks for what follows; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Page<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 1000;

    Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of a whole list. A cursor holds the key of the last item of its page, so items that come and go
     * between two pages neither repeat nor hide others.
     *
     * @param sorted in ascending order of {@code key}, which is unique
     * @param cursor as another page gave it; null for the first page
     * @throws InvalidRequest unless {@code limit} is from 1 to 1000 and {@code cursor} is one of ours
     */
    static <T> Page<T> of(List<T> sorted, Function<T, String> key, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidRequest("limit", "limit.bounds");
        }
        String after = cursor == null ? "" : keyIn(cursor);
        List<T> rest = sorted.stream()
                .filter(item -> cursor == null || key.apply(item).compareTo(after) > 0)
                .toList();
        List<T> items = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(items, items.size() < rest.size() ? cursorAt(key.apply(items.get(limit - 1))) : null);
    }

    private static String cursorAt(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String keyIn(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("cursor", "field.unreadable");
        }
    }

    /** The same part with each item made into another. */
    <U> Page<U> map(Function<T, U> made) {
        return new Page<>(items.stream().map(made).toList(), next);
    }
}
