package org.passerelle.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The backup of one night.
 *
 * @param night by the date of its morning, which names it
 * @param begun when
 * @param bytes of the file, packed; zero if there is none
 * @param checked when it had been restored and found to be as it must be; absent if it was not
 * @param fault what went wrong; absent if nothing has
 */
public record BackupRun(
        String night, Instant begun, long bytes, Optional<Instant> checked, Optional<BackupFault> fault) {

    /** No backup takes longer. */
    private static final Duration LONGEST = Duration.ofHours(12);

    static BackupRun begun(String night, Instant at) {
        return new BackupRun(night, at, 0, Optional.empty(), Optional.empty());
    }

    BackupRun checked(long size, Instant at) {
        return new BackupRun(night, begun, size, Optional.of(at), Optional.empty());
    }

    BackupRun failed(long size, BackupFault what) {
        return new BackupRun(night, begun, size, Optional.empty(), Optional.of(what));
    }

    /** What went wrong by {@code now}: one that never came to an end was broken off. */
    public Optional<BackupFault> faultAt(Instant now) {
        return fault.isEmpty() && checked.isEmpty() && begun.plus(LONGEST).isBefore(now)
                ? Optional.of(BackupFault.BROKEN_OFF)
                : fault;
    }
}
