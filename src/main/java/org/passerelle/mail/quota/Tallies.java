package org.passerelle.mail.quota;

import java.time.Instant;
import java.util.Optional;

/** Where tallies are kept. Each write holds only against the version that it was worked out from. */
public interface Tallies {

    Optional<MailTally> find(String id);

    /** @return false if there is one of that id by now, which stays */
    boolean insert(String id, MailTally first);

    /** @return false if it is no longer at {@code known}, and stays */
    boolean replace(String id, long known, MailTally next);

    /** Forgets those that began before {@code moment}. */
    void forgetBefore(Instant moment);
}
