package org.passerelle.directory.version;

import java.util.List;
import java.util.Optional;
import org.passerelle.directory.version.DirectoryVersion.VersionText;

/** What is, and was, in force. The last {@value #MOST} versions are kept. */
public interface DirectoryVersions {

    /** So many versions are kept, the one in force among them. */
    int MOST = 500;

    /** The version in force with its text, as it is stored at this moment; version 0 without a text if there was never one. */
    VersionText latest();

    /** Empty if there is no such version, or it is not kept any more. */
    Optional<VersionText> find(long number);

    /** The newest first, at most {@code limit} of those whose number is below {@code before}. */
    List<DirectoryVersion> list(long before, int limit);

    /**
     * The same of those alone in which a site or a room has changed; of versions from before that was noted, of those that were made
     * by its own form.
     *
     * @param place as {@link org.passerelle.directory.edit.ChangedPlaces} names it
     */
    List<DirectoryVersion> ofPlace(String place, long before, int limit);
}
