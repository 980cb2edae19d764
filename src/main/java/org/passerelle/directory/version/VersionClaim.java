package org.passerelle.directory.version;

import java.util.OptionalLong;

/**
 * Under which condition another version of the directory is put in force, and what it then says of itself.
 *
 * @param seen the version over which it was thought out; without it, whichever is in force is replaced
 */
public record VersionClaim(VersionNote note, OptionalLong seen) {

    /** Replaces whatever is in force. */
    public static VersionClaim overAny(VersionNote note) {
        return new VersionClaim(note, OptionalLong.empty());
    }

    /** Replaces version {@code seen} and no other. */
    public static VersionClaim over(long seen, VersionNote note) {
        return new VersionClaim(note, OptionalLong.of(seen));
    }

    /** @throws DirectoryIsStale unless {@code version} is the one that was seen, or none was */
    public void requireSeen(long version) {
        if (seen.isPresent() && seen.getAsLong() != version) {
            throw new DirectoryIsStale(version);
        }
    }
}
