package org.passerelle.waitlist;

/** How far somebody in the queue has come. */
public enum WaitlistState {
    WAITING,
    /** The rooms are held for them; they have a while to confirm. */
    OFFERED,
    /** They confirmed, and have the rooms. */
    TAKEN,
    /** They gave up their place, or the offer. */
    LEFT,
    /** The offer lapsed, or the time they wanted the rooms for came, or they would wait no longer. */
    EXPIRED;

    /** Whether it can still change. */
    public boolean isOpen() {
        return this == WAITING || this == OFFERED;
    }
}
