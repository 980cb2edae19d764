package org.passerelle.reception.call;

/** What became of a press that calls for help. */
public enum CallOutcome {
    CALLED,
    /** There is an open call of the room; nothing was added. */
    CALLED_BEFORE,
    /** The panel has called as often as it may in an hour. */
    TOO_MANY
}
