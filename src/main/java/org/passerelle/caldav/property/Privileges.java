package org.passerelle.caldav.property;

import java.util.List;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;

/**
 * What whoever asks may do with a resource (RFC 3744 section 3). Thunderbird takes any one of the privileges to write for all of
 * them, so what is only read has none, not even that for properties, which are kept all the same.
 */
final class Privileges {

    private static final List<XmlName> READ = List.of(
            XmlName.dav("read"), XmlName.dav("read-current-user-privilege-set"), XmlName.caldav("read-free-busy"));

    private static final List<XmlName> READ_AND_WRITE = List.of(
            XmlName.dav("read"),
            XmlName.dav("read-current-user-privilege-set"),
            XmlName.caldav("read-free-busy"),
            XmlName.dav("write"),
            XmlName.dav("write-content"),
            XmlName.dav("write-properties"),
            XmlName.dav("bind"),
            XmlName.dav("unbind"));

    private static final List<XmlName> INBOX = List.of(
            XmlName.dav("read"),
            XmlName.dav("read-current-user-privilege-set"),
            XmlName.dav("unbind"),
            XmlName.caldav("schedule-deliver"),
            XmlName.caldav("schedule-deliver-invite"),
            XmlName.caldav("schedule-deliver-reply"),
            XmlName.caldav("schedule-query-freebusy"));

    private static final List<XmlName> OUTBOX = List.of(
            XmlName.dav("read"),
            XmlName.dav("read-current-user-privilege-set"),
            XmlName.caldav("schedule-send"),
            XmlName.caldav("schedule-send-invite"),
            XmlName.caldav("schedule-send-reply"),
            XmlName.caldav("schedule-send-freebusy"));

    private Privileges() {}

    static PropertyValue on(DavPath path) {
        List<XmlName> privileges = switch (path.collection().kind()) {
            case BOOKINGS -> READ_AND_WRITE;
            case INBOX -> INBOX;
            case OUTBOX -> OUTBOX;
            default -> READ;
        };
        return out -> {
            for (XmlName privilege : privileges) {
                out.begin(XmlName.dav("privilege")).empty(privilege).end();
            }
        };
    }

    static boolean mayWrite(DavPath path) {
        return path.collection().kind() == DavKind.BOOKINGS;
    }
}
