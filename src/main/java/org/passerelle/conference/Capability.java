package org.passerelle.conference;

/** What a video server can be asked for; what it cannot, this program does as well as it can, or says that it will not be done. */
public enum Capability {
    /** It is told of a conference before anybody enters. */
    PRECREATE,
    /** It ends a conference after a given time by itself. */
    TIME_LIMIT,
    /** It can let people wait until a host admits them. */
    LOBBY,
    /** It tells hosts from others by what we say. */
    ROLES,
    /** Suites and phones can dial in. */
    DIAL_IN,
    /** It ends a conference when it is told to. */
    END,
    /** It tells how many are there. */
    PRESENCE
}
