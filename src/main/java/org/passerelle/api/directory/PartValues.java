package org.passerelle.api.directory;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a resource as values of the directory's file, which are texts, lists and maps, and back. What the file may say by a
 * word in the place of a list, JSON says by a list of that word. Nothing is judged here: that is for who reads the file.
 */
final class PartValues {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    /** In the place of layouts. */
    private static final String NONE = "none";

    private static final String LAYOUTS = "layouts";

    /** Keys at which a word may stand for a list, and such words. */
    private static final Set<String> WORDED = Set.of("bookableBy", "outOfPolicy", "who");

    private static final Set<String> WORDS = Set.of("everyone", "nobody");

    /** Keys whose values stand under ids, of which one may say nothing. */
    private static final Set<String> BY_IDS = Set.of(LAYOUTS, "services");

    /** Texts of the file are numbers and flags in JSON; those that are sent have been read strictly before. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(Include.NON_NULL))
            .build();

    private PartValues() {}

    static <T> T read(Map<String, Object> values, Class<T> type) {
        return JSON.convertValue(layoutsAsMap(values), type);
    }

    private static Map<String, Object> layoutsAsMap(Map<String, Object> values) {
        Map<String, Object> read = new LinkedHashMap<>();
        values.forEach((key, value) -> read.put(
                key,
                key.equals(LAYOUTS) && value.equals(NONE)
                        ? Map.of()
                        : value instanceof Map<?, ?> map ? layoutsAsMap(asMap(map)) : value));
        return read;
    }

    static Map<String, Object> of(Object resource) {
        return map("", JSON.convertValue(resource, VALUES));
    }

    private static Map<String, Object> map(String key, Map<String, Object> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            Object written = written(name, value);
            boolean saysNothing = written instanceof Map<?, ?> map && map.isEmpty() && !BY_IDS.contains(key);
            if (!saysNothing) {
                values.put(name, written);
            }
        });
        return values;
    }

    private static Object written(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            return key.equals(LAYOUTS) && map.isEmpty() ? NONE : map(key, asMap(map));
        }
        if (value instanceof List<?> list) {
            boolean isWord = WORDED.contains(key) && list.size() == 1 && WORDS.contains(String.valueOf(list.get(0)));
            return isWord
                    ? String.valueOf(list.get(0))
                    : list.stream().map(each -> written("", each)).toList();
        }
        return value instanceof java.math.BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static Map<String, Object> asMap(Map<?, ?> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return values;
    }
}
