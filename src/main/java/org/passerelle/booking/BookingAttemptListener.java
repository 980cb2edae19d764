package org.passerelle.booking;

/** Hears how each attempt to make or to change a booking ended, on the thread that tried. It is quick, and throws nothing. */
public interface BookingAttemptListener {

    /** What was tried. */
    enum Act {
        BOOK(false),
        HOLD(false),
        CHANGE(false),
        CANCEL(true),
        /** A manager agrees to a request. */
        APPROVE(false),
        /** A manager does not. */
        DECLINE(true),
        /** Nobody decided in time. */
        LAPSE(true),
        /** Nobody came, and one date is given back. */
        RELEASE(false);

        private final boolean frees;

        Act(boolean frees) {
            this.frees = frees;
        }

        /** Whether it ends the booking and frees all its rooms. */
        boolean frees() {
            return frees;
        }
    }

    void ended(Act act, BookingResult result);
}
