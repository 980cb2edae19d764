package org.passerelle.platform.mongo.log;

import org.jspecify.annotations.Nullable;

/** What a record says of its document. The numbers are part of the format. */
public enum ChangeKind {
    /** This is its image from now on. */
    PUT(1),
    /** It has ended. */
    REMOVE(2),
    /** The whole collection has ended; there is no id. */
    DROP(3),
    /** The image that it has had, written once more so that an old segment can go: nothing has changed. */
    COPY(4),
    /** Says nothing of any document; written to see whether the disk answers. */
    PROBE(5),
    /** Lists what records before it tell of: see {@link LogContents}. */
    CONTENTS(6);

    private final byte number;

    ChangeKind(int number) {
        this.number = (byte) number;
    }

    byte number() {
        return number;
    }

    static @Nullable ChangeKind of(byte number) {
        for (ChangeKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        return null;
    }

    public boolean hasImage() {
        return this == PUT || this == COPY;
    }
}
