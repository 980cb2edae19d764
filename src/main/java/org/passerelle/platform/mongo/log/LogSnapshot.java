package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the newest images of all documents stood at one moment. While it is open the segments that they stand in can be read,
 * even if they are needed for nothing else.
 *
 * @param <T> what a document is known by
 */
public final class LogSnapshot<T extends StoredImage> implements AutoCloseable {

    private final DocumentLog log;
    private final Map<String, List<Placed<T>>> placed;
    private final Consumer<LogSnapshot<T>> ended;

    /** An image, and where it stood. */
    record Placed<T>(T image, ImagePosition place) {}

    /** @param ended hears that nobody reads it any more */
    LogSnapshot(DocumentLog log, Map<String, List<Placed<T>>> placed, Consumer<LogSnapshot<T>> ended) {
        this.log = log;
        this.placed = placed;
        this.ended = ended;
    }

    /** Without those that have ended. */
    static <T extends StoredImage> List<Placed<T>> placed(Collection<T> images) {
        List<Placed<T>> placed = new ArrayList<>(images.size());
        for (T image : images) {
            ImagePosition place = image.place();
            if (place != null) {
                placed.add(new Placed<>(image, place));
            }
        }
        return placed;
    }

    /** The documents of a collection with their bytes; null instead of these where they cannot be read. */
    public void read(String collection, BiConsumer<T, byte @Nullable []> each) {
        for (Placed<T> one : placed.getOrDefault(collection, List.of())) {
            each.accept(one.image(), read(one.place()));
        }
    }

    private byte @Nullable [] read(ImagePosition place) {
        try {
            return log.readAt(place);
        } catch (IOException | LogUnavailable e) {
            return null;
        }
    }

    @Override
    public void close() {
        ended.accept(this);
    }
}
