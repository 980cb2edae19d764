package org.passerelle.booking.due;

/** Hears how everything that was due ended; for figures. */
public interface DueListener {

    /** How one attempt ended. */
    enum DueOutcome {
        DONE,
        /** There was nothing to do any more. */
        NEEDLESS,
        /** It is tried again. */
        FAILED,
        /** It was too late. */
        DROPPED
    }

    /** @param kind of the {@link TimedAction} */
    void ended(String kind, DueOutcome outcome);
}
