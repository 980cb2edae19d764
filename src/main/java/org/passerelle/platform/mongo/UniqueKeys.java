package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The unique indexes of a store that is not open, as its own documents describe them, and the keys that are held in them. */
final class UniqueKeys {

    private static final String PRIMARY = "_id_";

    private final Map<String, List<UniqueIndex>> byCollection = new HashMap<>();

    /**
     * One of them.
     *
     * @param fields in their order, as paths with dots
     * @param isSparse whether it leaves out documents that have none of these
     */
    private record UniqueIndex(List<String> fields, boolean isSparse, Set<List<Object>> held) {

        List<List<Object>> keys(Document document) {
            List<List<Object>> keys = List.of(List.of());
            for (String field : fields) {
                List<Object> values = values(document, List.of(field.split("\\.")));
                keys = keys.stream()
                        .flatMap(key -> values.stream()
                                .map(value -> Stream.concat(key.stream(), Stream.of(value))
                                        .toList()))
                        .toList();
            }
            boolean isLeftOut = isSparse
                    && keys.stream().allMatch(key -> key.stream().allMatch(value -> value.equals(Optional.empty())));
            return isLeftOut ? List.of() : keys;
        }

        /** What stands at the end of {@code path}, of each element where there are several; an empty value if nothing does. */
        private static List<Object> values(Object from, List<String> path) {
            if (from instanceof Collection<?> several && !several.isEmpty()) {
                List<Object> all = new ArrayList<>();
                several.forEach(each -> all.addAll(values(each, path)));
                return all;
            }
            if (path.isEmpty()) {
                return List.of(from instanceof Integer || from instanceof Short ? ((Number) from).longValue() : from);
            }
            Object next = from instanceof Document document ? document.get(path.get(0)) : null;
            return next == null ? List.of(Optional.empty()) : values(next, path.subList(1, path.size()));
        }
    }

    /** Takes a document into account that describes an index, as {@code system.indexes} has one for each. */
    void add(Document description) {
        boolean isUnique = Boolean.TRUE.equals(description.get("unique")) && !PRIMARY.equals(description.get("name"));
        if (isUnique && description.get("key") instanceof Document key) {
            List<String> fields = List.copyOf(key.keySet());
            boolean isSparse = Boolean.TRUE.equals(description.get("sparse"));
            byCollection
                    .computeIfAbsent(String.valueOf(description.get("ns")), any -> new ArrayList<>())
                    .add(new UniqueIndex(fields, isSparse, new HashSet<>()));
        }
    }

    /** Gives {@code document} its keys; false if another has one of them already, and then it gets none. */
    boolean take(String collection, Document document) {
        List<UniqueIndex> indexes = byCollection.getOrDefault(collection, List.of());
        boolean isFree = indexes.stream()
                .noneMatch(index -> index.keys(document).stream().anyMatch(index.held()::contains));
        if (isFree) {
            indexes.forEach(index -> index.held().addAll(index.keys(document)));
        }
        return isFree;
    }
}
