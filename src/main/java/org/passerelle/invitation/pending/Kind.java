package org.passerelle.invitation.pending;

/** What a mail says, by its METHOD (RFC 5546 section 1.4). */
public enum Kind {
    REQUEST,
    CANCEL,
    /** The time that they proposed is not taken. */
    DECLINECOUNTER
}
