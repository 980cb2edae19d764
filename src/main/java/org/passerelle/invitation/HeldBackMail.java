package org.passerelle.invitation;

import java.time.Instant;
import java.util.List;

/** Documents with mail that waits until a limit of the day frees, so that nobody need search for them. */
public interface HeldBackMail {

    /** @param root id of the document */
    void note(String root, Instant until);

    /** Nothing of {@code root} waits any more. */
    void end(String root);

    /** Ids of documents, those first whose mail leaves first. */
    List<String> roots(int most);
}
