package org.passerelle.platform.mongo.log.salvage;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.ChangeKind;
import org.passerelle.platform.mongo.log.RecordHead;
import org.passerelle.platform.mongo.log.disk.LogFile;

/** What a damaged log still says of a document: its newest record that is known, and the newest image that can be read. */
public final class SalvagedDocument {

    private RecordHead newest;
    private @Nullable Found image;

    /**
     * An image that can be read.
     *
     * @param at its first byte in the file
     */
    private record Found(RecordHead head, LogFile file, long at) {}

    SalvagedDocument(RecordHead first) {
        this.newest = first;
    }

    /** Takes a record of this document into account. */
    void know(RecordHead head) {
        if (head.sequence() >= newest.sequence()) {
            newest = head;
        }
    }

    /** Takes the image behind {@code head} into account. */
    void read(RecordHead head, LogFile file, long at) {
        Found before = image;
        if (before == null || head.sequence() >= before.head.sequence()) {
            image = new Found(head, file, at);
        }
    }

    public String collection() {
        return newest.collection();
    }

    /** In the form of whoever wrote it. */
    public byte[] id() {
        return newest.id();
    }

    /** Of the newest record: of two documents that exclude each other the one with the higher number is the later. */
    public long sequence() {
        return newest.sequence();
    }

    /** When the newest record was written. */
    public Instant time() {
        return Instant.ofEpochMilli(newest.time());
    }

    boolean hasEnded() {
        return newest.kind() == ChangeKind.REMOVE;
    }

    /** Whether the newest image is known: it can be read itself, or stands elsewhere too. */
    boolean isWhole() {
        Found found = image;
        return found != null
                && found.head.imageChecksum() == newest.imageChecksum()
                && found.head.imageLength() == newest.imageLength();
    }

    /** The newest image that can be read, which is not the document's unless {@link #isWhole}; null if there is none. */
    public byte @Nullable [] image() throws IOException {
        Found found = image;
        if (found == null) {
            return null;
        }
        byte[] bytes = new byte[found.head.imageLength()];
        found.file.read(found.at, bytes, 0, bytes.length);
        return RecordHead.checksum(bytes, 0, bytes.length) == found.head.imageChecksum() ? bytes : null;
    }
}
