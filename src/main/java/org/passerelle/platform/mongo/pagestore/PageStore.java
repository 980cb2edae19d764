package org.passerelle.platform.mongo.pagestore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/** A file of pages, opened for reading. Each collection is a map from ids to documents, both as BSON. */
public final class PageStore implements AutoCloseable {

    private static final String PREFIX = "databases.";

    private final MVStore store;

    private PageStore(MVStore store) {
        this.store = store;
    }

    /** Whether there is one, perhaps in the middle of being rewritten when a crash came. */
    public static boolean exists(Path file) {
        MVStoreTool.compactCleanUp(file.toString());
        return Files.isRegularFile(file);
    }

    public static PageStore open(Path file) {
        return new PageStore(
                new MVStore.Builder().fileName(file.toString()).readOnly().open());
    }

    /** The full names of all collections. */
    public List<String> collections() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .sorted()
                .toList();
    }

    public long count(String collection) {
        return map(collection).sizeAsLong();
    }

    /** Takes a document as BSON, and its id as the type of a value with the value. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] id, byte[] document);
    }

    public void forEach(String collection, Reader reader) {
        map(collection).forEach((id, document) -> reader.read(id, withoutType(document)));
    }

    private static byte[] withoutType(byte[] value) {
        byte[] document = new byte[value.length - 1];
        System.arraycopy(value, 1, document, 0, document.length);
        return document;
    }

    private MVMap<byte[], byte[]> map(String collection) {
        return store.openMap(
                PREFIX + collection,
                new MVMap.Builder<byte[], byte[]>().keyType(StoredBytes.TYPE).valueType(StoredBytes.TYPE));
    }

    @Override
    public void close() {
        store.close();
    }
}
