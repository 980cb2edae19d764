package org.passerelle.web.device;

import java.util.Arrays;
import java.util.Optional;

/** What a panel says after a press. */
enum PanelNotice {
    CHECKED_IN,
    ENDED,
    EXTENDED,
    BOOKED,
    /** Somebody else had the room first. */
    TAKEN,
    /** Too early, too late, or given back. */
    NOT_NOW,
    /** Pressed while there was no network, and sent when it could not be done any more. */
    TOO_LATE,
    CALLED,
    CALLED_BEFORE,
    TOO_MANY_CALLS;

    static Optional<PanelNotice> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether it was done. */
    public boolean isGood() {
        return this != TAKEN && this != NOT_NOW && this != TOO_LATE && this != TOO_MANY_CALLS;
    }
}
