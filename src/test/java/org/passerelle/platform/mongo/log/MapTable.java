package org.passerelle.platform.mongo.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The documents that a log has, by collection and id. */
public final class MapTable implements DocumentTable {

    private final Map<String, Document> documents = new ConcurrentHashMap<>();

    static final class Document extends StoredImage {}

    public static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** An image that says what it is: {@code text}, the last number of which says how long it is, and filling. */
    public static byte[] image(String text) {
        int length = Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
        return bytes(text + "x".repeat(length));
    }

    public static String text(byte[] image) {
        String all = new String(image, StandardCharsets.UTF_8);
        String text = all.replaceAll("x+$", "");
        if (!Arrays.equals(image, image(text))) {
            throw new AssertionError("No image: " + all);
        }
        return text;
    }

    public static String key(String collection, byte[] id) {
        return collection + "/" + new String(id, StandardCharsets.UTF_8);
    }

    @Override
    public Document put(String collection, byte[] id) {
        return documents.computeIfAbsent(key(collection, id), any -> new Document());
    }

    @Override
    public @Nullable Document find(String collection, byte[] id) {
        return documents.get(key(collection, id));
    }

    @Override
    public @Nullable Document remove(String collection, byte[] id) {
        return documents.remove(key(collection, id));
    }

    @Override
    public Collection<Document> drop(String collection) {
        List<String> keys = keysOf(collection);
        List<Document> dropped = keys.stream().map(documents::get).toList();
        keys.forEach(documents::remove);
        return dropped;
    }

    List<Document> of(String collection) {
        return keysOf(collection).stream().map(documents::get).toList();
    }

    private List<String> keysOf(String collection) {
        return documents.keySet().stream()
                .filter(key -> key.startsWith(collection + "/"))
                .toList();
    }

    /** What each image says, of documents that have one, as {@code log} reads it. */
    Map<String, String> read(DocumentLog log) {
        Map<String, String> images = new TreeMap<>();
        documents.forEach((key, document) -> {
            byte[] image = log.read(document);
            if (image != null) {
                images.put(key, text(image));
            }
        });
        return images;
    }
}
