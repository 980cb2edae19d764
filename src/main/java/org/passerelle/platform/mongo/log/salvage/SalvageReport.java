package org.passerelle.platform.mongo.log.salvage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a damaged log has kept, and what not.
 *
 * @param kept how many documents stand in the new log
 * @param lost those of which it is known that they do not
 * @param missing where records are missing of which nothing is known: they may have made, changed or ended any document
 * @param files the paths of those that are missing, damaged, or of another store
 * @param evidence where all files are kept as they were found
 */
public record SalvageReport(int kept, List<Lost> lost, List<Missing> missing, List<String> files, String evidence) {

    public SalvageReport {
        lost = List.copyOf(lost);
        missing = List.copyOf(missing);
        files = List.copyOf(files);
    }

    /** Why a document does not stand in the new log. */
    public enum LossReason {
        /** Its newest image cannot be read; an older one may occupy what was given to somebody else since. */
        UNREADABLE,
        /** It excludes another document that is newer. */
        EXCLUDED
    }

    /**
     * A document that was not kept.
     *
     * @param id in the form of whoever wrote it
     * @param time when its newest record was written
     * @param image the newest that can be read; null if there is none
     */
    public record Lost(String collection, byte[] id, Instant time, byte @Nullable [] image, LossReason reason) {}

    /**
     * Records of which nothing can be read.
     *
     * @param count how many; 0 if not even that is known
     * @param after when the last record before them was written; null if there is none
     * @param before when the next one was, or when it was last known that they are there; null if that is not known
     */
    public record Missing(
            long count, @Nullable Instant after, @Nullable Instant before) {}
}
