package org.passerelle.caldav.home;

import org.passerelle.account.PersonId;

/** The stored homes. */
public interface CalendarHomes {

    /** As it is stored; an empty one of somebody with whom nothing was left. */
    CalendarHome of(PersonId person);

    /**
     * Puts {@code changed} in the place of what is stored, if that still is at its version.
     *
     * @return whether it was
     */
    boolean replace(CalendarHome changed);

    /** Forgets all of {@code person}. */
    void remove(PersonId person);
}
