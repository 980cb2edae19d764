package org.passerelle.caldav.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;

/** The stored homes, and beside them what programs wrote, word for word. */
public interface CalendarHomes {

    /** As it is stored; an empty one of somebody with whom nothing was left. */
    CalendarHome of(PersonId person);

    /**
     * Puts {@code changed} in the place of what is stored, if that still is at its version.
     *
     * @return whether it was
     */
    boolean replace(CalendarHome changed);

    /** Those with a draft of which rooms were refused at or after {@code since}; may look at all of them. */
    List<CalendarHome> refusedSince(Instant since);

    /** Forgets all of {@code person}. */
    void remove(PersonId person);

    /** Keeps a text of {@code person}, and gives it a name that no other has. */
    String keepText(PersonId person, String text);

    Optional<String> text(String name);

    void forgetText(String name);
}
