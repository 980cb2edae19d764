package org.passerelle.platform;

import java.util.OptionalLong;
import org.passerelle.platform.store.LittleSpace;

/** How the store does: the embedded one tells it of itself; what a MongoDB server cannot do shows in its errors alone. */
public interface StoreStatus {

    /** What is to be had of it. */
    enum Level {
        /** Everything. */
        WORKING,
        /** What is there can be changed and ended, but nothing new is taken, so that the disk does not become full. */
        LITTLE_SPACE,
        /** At most reading: the disk fails. */
        FAILING,
        /** Everything but what is damaged. */
        DAMAGED
    }

    /** @param reason for operators and administrators, in English; empty while it works */
    record StoreState(Level level, String reason) {

        public static final StoreState WORKING = new StoreState(Level.WORKING, "");
    }

    StoreState now();

    /** What it takes of its disk, in bytes; empty of a server, which may know. */
    default OptionalLong bytes() {
        return OptionalLong.empty();
    }

    /** Whether anything new may be written, by what occupies a room or is kept for long. */
    default boolean takesNew() {
        return now().level() != Level.LITTLE_SPACE;
    }

    /**
     * Asked before anything new is written: what occupies a room, or is kept for long.
     *
     * @throws LittleSpace if too little space is left
     */
    default void requireSpace() {
        if (!takesNew()) {
            throw new LittleSpace();
        }
    }

    /**
     * Has former versions of documents, and documents that have ended, go from the disk before long. A server does so by itself;
     * there nothing happens.
     */
    default void forgetFormerVersions() {}

    /** Whether what {@link #forgetFormerVersions} was asked for last is done, so far that another start does not bring it back. */
    default boolean hasForgottenFormerVersions() {
        return true;
    }
}
