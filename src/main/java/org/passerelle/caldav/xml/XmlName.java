package org.passerelle.caldav.xml;

/** A qualified name. {@code namespace} may be empty. */
public record XmlName(String namespace, String local) {

    public static final String DAV = "DAV:";
    public static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
    public static final String CALENDAR_SERVER = "http://calendarserver.org/ns/";
    public static final String APPLE = "http://apple.com/ns/ical/";
    /** Of the sentences that people read in errors. */
    public static final String OWN = "urn:passerelle:dav";

    public static XmlName dav(String local) {
        return new XmlName(DAV, local);
    }

    public static XmlName caldav(String local) {
        return new XmlName(CALDAV, local);
    }

    /** Of Apple's Calendar Server, whose extensions most programs know. */
    public static XmlName calendarServer(String local) {
        return new XmlName(CALENDAR_SERVER, local);
    }

    public static XmlName apple(String local) {
        return new XmlName(APPLE, local);
    }
}
