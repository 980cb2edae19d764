package org.passerelle.platform.personal;

import java.time.Instant;

/**
 * Something that tells of people and is kept for some time only. A bean of the module that keeps it; {@code privacy} knows for how
 * long, and comes at night.
 */
public interface RetainedData {

    /** What is kept. */
    enum RetentionKind {
        /** What bookings that are over say: titles, notes, people. When and where they were stays, for the figures. */
        BOOKINGS,
        /** Texts in the record. That something was done, when and by whom, stays. */
        RECORDS,
        /** Mail that rooms received and that is dealt with. */
        MAIL,
        /** What was done at its time. */
        ACTIONS,
        /** Name and address of accounts that have ended. */
        ACCOUNTS
    }

    RetentionKind kind();

    /**
     * Forgets what is older.
     *
     * @param before exclusive
     * @param most at most so many documents or entries; the rest the next time
     * @return how many; zero if there is nothing left
     */
    long forgetBefore(Instant before, int most);
}
