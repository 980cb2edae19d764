package org.passerelle.caldav.xml;

/** What came is no XML, or more than is taken. */
public class UnreadableXml extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableXml(String message) {
        super(message);
    }
}
