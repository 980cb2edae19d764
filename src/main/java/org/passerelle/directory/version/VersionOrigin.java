package org.passerelle.directory.version;

/** How a version of the directory came about. */
public enum VersionOrigin {
    /** The program began with it. */
    START,
    /** Somebody put a whole file in force. */
    FILE,
    /** Somebody filled in the form of a room, a site or the network. */
    FORM,
    /** Somebody changed a site, a room or an operator over the API. */
    API,
    /** Somebody put a former version back. */
    REVERT,
    /** The same text, read again after a calendar that it names was changed. */
    CALENDARS,
    /** The one before came back, for a room that was to go had been booked meanwhile. */
    TAKEN_BACK
}
