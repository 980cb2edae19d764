package org.passerelle.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.passerelle.platform.personal.RetainedData.RetentionKind;

/** What was forgotten because it had been kept for long enough. */
public interface RetentionRuns {

    /**
     * What is known of one kind.
     *
     * @param last when something of it was forgotten last
     * @param lately how much in that night
     * @param ever how much in all
     */
    record RetentionRun(Instant last, long lately, long ever) {}

    /** @param night in which, by the date of its morning */
    void add(RetentionKind kind, String night, long count, Instant now);

    Map<RetentionKind, RetentionRun> all();

    default Optional<RetentionRun> of(RetentionKind kind) {
        return Optional.ofNullable(all().get(kind));
    }
}
