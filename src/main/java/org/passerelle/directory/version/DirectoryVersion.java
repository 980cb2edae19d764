package org.passerelle.directory.version;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of the directory, without its text.
 *
 * @param number counted from 1
 * @param since when it came into force; empty if that was before versions were kept
 */
public record DirectoryVersion(long number, Optional<Instant> since, VersionNote note) {

    /** A version and its file. */
    public record VersionText(DirectoryVersion version, String text) {

        public long number() {
            return version.number();
        }
    }
}
