package org.passerelle.platform.mongo.log;

import org.jspecify.annotations.Nullable;

/**
 * A document as it stands in the log: knows where, and reads it from there. Its place changes with each new image, and
 * when an old segment goes.
 */
public abstract class StoredImage {

    private volatile @Nullable ImagePosition place;

    @Nullable
    ImagePosition place() {
        return place;
    }

    /** To {@code now}, or to nowhere if the document has ended. Only one thread at a time moves an image. */
    void moveTo(@Nullable ImagePosition now) {
        ImagePosition before = place;
        place = now;
        if (now != null) {
            now.live();
        }
        if (before != null) {
            before.dead();
        }
    }
}
