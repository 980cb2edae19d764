package org.passerelle.caldav.property;

import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.calendar.write.RoomWords;
import org.passerelle.directory.Room;

/** Of people and rooms (RFC 3744 section 4, RFC 6638 section 2.4). */
final class PrincipalProperties {

    private PrincipalProperties() {}

    static PropertySet person(DavViewer viewer, DavPath path) {
        String mail = viewer.person().email().value();
        return principal(
                        path,
                        viewer.person().name().isBlank()
                                ? mail
                                : viewer.person().name())
                .with(
                        XmlName.caldav("calendar-home-set"),
                        PropertyValue.href(viewer.home().href()))
                .with(XmlName.caldav("calendar-user-address-set"), out -> {
                    out.href("mailto:" + mail);
                    out.href(path.href());
                })
                .with(
                        XmlName.caldav("schedule-inbox-URL"),
                        PropertyValue.href(viewer.inHome(DavPath.INBOX).href()))
                .with(
                        XmlName.caldav("schedule-outbox-URL"),
                        PropertyValue.href(viewer.inHome(DavPath.OUTBOX).href()))
                .with(XmlName.caldav("calendar-user-type"), "INDIVIDUAL")
                .with(
                        XmlName.calendarServer("email-address-set"),
                        out -> out.leaf(XmlName.calendarServer("email-address"), mail));
    }

    static PropertySet room(DavViewer viewer, Room room, DavPath path) {
        String mail = room.profile().email();
        return principal(path, new RoomWords(viewer.directory()).of(room.id()))
                .with(XmlName.caldav("calendar-user-address-set"), out -> {
                    out.href("mailto:" + mail);
                    out.href(RoomAddresses.uuid(room));
                    out.href(path.href());
                })
                .with(XmlName.caldav("calendar-user-type"), room.isCountable() ? "RESOURCE" : "ROOM")
                .with(XmlName.dav("resource-id"), PropertyValue.href(RoomAddresses.uuid(room)))
                .with(
                        XmlName.calendarServer("email-address-set"),
                        out -> out.leaf(XmlName.calendarServer("email-address"), mail));
    }

    private static PropertySet principal(DavPath path, String name) {
        return new PropertySet()
                .with(
                        XmlName.dav("resourcetype"),
                        PropertyValue.empty(XmlName.dav("collection"), XmlName.dav("principal")))
                .with(XmlName.dav("displayname"), name)
                .with(XmlName.dav("principal-URL"), PropertyValue.href(path.href()))
                .with(XmlName.dav("alternate-URI-set"), PropertyValue.empty())
                .with(XmlName.dav("group-member-set"), PropertyValue.empty())
                .with(XmlName.dav("group-membership"), PropertyValue.empty());
    }
}
