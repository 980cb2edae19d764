package org.passerelle.booking;

/** Hears how each attempt to make or to change a booking ended, on the thread that tried. It is quick, and throws nothing. */
public interface BookingAttemptListener {

    /** What was tried. */
    enum Act {
        BOOK,
        HOLD,
        CHANGE,
        CANCEL
    }

    void ended(Act act, BookingResult result);
}
