package org.passerelle.platform.mongo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.DocumentTable;
import org.passerelle.platform.mongo.log.StoredImage;

/** The documents of all collections, each collection by its full name, {@code database.collection}. */
public final class StoredRows implements DocumentTable {

    private final Map<String, Rows> collections = new ConcurrentHashMap<>();

    Rows of(String collection) {
        return collections.computeIfAbsent(collection, name -> new Rows());
    }

    /** Their full names. */
    Set<String> collections() {
        return Set.copyOf(collections.keySet());
    }

    /** Those that have collections, in alphabetical order. */
    Set<String> databases() {
        Set<String> names = new TreeSet<>();
        collections.keySet().forEach(each -> names.add(each.substring(0, each.indexOf('.'))));
        return names;
    }

    /** How many there are in all. */
    long count() {
        return collections.values().stream().mapToLong(Rows::count).sum();
    }

    @Override
    public StoredImage put(String collection, byte[] id) {
        return of(collection).put(Bson.value(id));
    }

    @Override
    public @Nullable StoredImage find(String collection, byte[] id) {
        Rows rows = collections.get(collection);
        return rows == null ? null : rows.find(Bson.value(id));
    }

    @Override
    public @Nullable StoredImage remove(String collection, byte[] id) {
        return of(collection).remove(Bson.value(id));
    }

    @Override
    public Collection<StoredRow> drop(String collection) {
        Rows dropped = collections.remove(collection);
        return dropped == null ? List.of() : dropped.all();
    }
}
