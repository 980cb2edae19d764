package org.passerelle.privacy;

import java.util.List;
import java.util.Optional;

/** Which copies of what is kept of others were made. */
public interface CopyNotes {

    void add(CopyNote note);

    Optional<CopyNote> find(String id);

    /** All of them, the newest first. */
    List<CopyNote> all();
}
