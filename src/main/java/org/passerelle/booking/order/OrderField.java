package org.passerelle.booking.order;

/** What an order is made of, in the order in which people fill it in. */
public enum OrderField {
    TITLE("title"),
    DATE("date"),
    PART("part"),
    TIME("time"),
    START("start"),
    UNTIL("until"),
    END("end"),
    DURATION("duration"),
    TIME_ZONE("timeZone"),
    ROOMS("rooms"),
    PROVIDER("conference.provider"),
    QUALITY("conference.quality"),
    URL("conference.url"),
    SIP("conference.sip"),
    H323("conference.h323"),
    PHONE("conference.phone"),
    PIN("conference.pin"),
    RECURRENCE("recurrence"),
    /** The rhythm of a list. */
    REPEAT("repeat"),
    TIMES("times"),
    LAST("last"),
    EXCLUDE("exclude"),
    ON_CONFLICT("onConflict"),
    OVERRIDE("override"),
    HEADCOUNT("headcount"),
    VISIBILITY("visibility"),
    ATTENDEES("attendees"),
    LAYOUT("layout"),
    SERVICES("services"),
    NOTES("notes");

    private final String path;

    OrderField(String path) {
        this.path = path;
    }

    /** Its name, with that of what it is a part of before it. */
    public String path() {
        return path;
    }
}
