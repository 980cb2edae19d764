package org.passerelle.directory.permission;

/** What somebody may do with a room at some time, the freest first. */
public enum BookingGrant {
    /** They book it. */
    BOOK,
    /** They ask for it, and a manager of its site decides. */
    REQUEST,
    /** It is kept for others. */
    NOTHING;

    /** Whether it leaves less to them than {@code other}. */
    public boolean isStricterThan(BookingGrant other) {
        return compareTo(other) > 0;
    }
}
