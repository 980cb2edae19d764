package org.passerelle.calendar.imports;

/** Why an external calendar could not be had. What it occupied before stays occupied. */
public enum ImportFailure {
    /** The address is not on the public Internet. */
    PRIVATE_ADDRESS,
    /** No server can be asked at the address: its port is none. */
    UNUSABLE_ADDRESS,
    /** Nobody answers, or the host has no address. */
    UNREACHABLE,
    /** The server answered with something else than a calendar: an error, or a request to sign in. */
    REFUSED,
    /** It sends from one address to the next, or to one that is not allowed. */
    TOO_MANY_REDIRECTS,
    TOO_LARGE,
    TOO_SLOW,
    /** There is no such file. */
    NO_SUCH_FILE,
    /** What was had is no calendar. */
    NOT_A_CALENDAR,
    /** What was had is a web page: most often a page to sign in on, or one that shows the calendar. */
    WEB_PAGE,
    /** It could not be followed, for a reason that nobody foresaw; it is in the log. */
    UNFORESEEN,
    /** The room is no more. */
    NO_SUCH_ROOM
}
