package org.passerelle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.digest.Digests;

/**
 * A part of a list.
 *
 * @param next the cursor that asks for what follows; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 1000;
    private static final int CHECK = 8;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of a whole list. A cursor holds the key of the last item of its page, so items that come and go
     * between two pages neither repeat nor hide others.
     *
     * @param list its name, for a cursor of one list is none of another
     * @param sorted in ascending order of {@code key}, which is unique
     * @param cursor as another page gave it; null for the first page
     * @throws InvalidRequest unless {@code limit} is from 1 to 1000 and {@code cursor} is one of this list
     */
    public static <T> Page<T> of(
            String list, List<T> sorted, Function<T, String> key, int limit, @Nullable String cursor) {
        requireLimit(limit);
        String after = cursor == null ? "" : keyIn(list, cursor);
        List<T> rest = sorted.stream()
                .filter(item -> cursor == null || key.apply(item).compareTo(after) > 0)
                .toList();
        List<T> items = rest.subList(0, Math.min(limit, rest.size()));
        return new Page<>(items, items.size() < rest.size() ? cursorAt(list, key.apply(items.get(limit - 1))) : null);
    }

    /** @throws InvalidRequest unless {@code limit} is from 1 to 1000 */
    public static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidRequest("limit", "limit.bounds");
        }
    }

    /** The key, and a few letters that follow from it, so that what was cut or made up is not taken for the end of a list. */
    public static String cursorAt(String list, String key) {
        String whole = check(list, key) + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key in a cursor of {@link #cursorAt}.
     *
     * @throws InvalidRequest if it is none of {@code list}
     */
    public static String keyIn(String list, String cursor) {
        String whole = decoded(cursor);
        String key = whole.substring(Math.min(CHECK, whole.length()));
        if (!cursorAt(list, key).equals(cursor)) {
            throw new InvalidRequest("cursor", "cursor.unknown");
        }
        return key;
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("cursor", "cursor.unknown");
        }
    }

    private static String check(String list, String key) {
        return Digests.shortHex(list + "\n" + key).substring(0, CHECK);
    }

    /** The same part with each item made into another. */
    public <U> Page<U> map(Function<T, U> made) {
        return new Page<>(items.stream().map(made).toList(), next);
    }
}
