package org.passerelle.reception.call;

/** What help is called for. */
public enum HelpKind {
    /** A screen, a camera, the network. */
    DEVICES,
    /** The room itself: chairs, heating, what is missing. */
    ROOM,
    OTHER
}
