package org.passerelle.caldav.property;

import java.util.List;
import java.util.Optional;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.home.CalendarHome;
import org.passerelle.caldav.home.CalendarHomes;
import org.passerelle.caldav.home.KeptProperty;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavTree;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.directory.Room;
import org.springframework.stereotype.Component;

/** Finds the properties of whatever there is. */
@Component
public class ResourceProperties {

    private static final List<XmlName> REPORTS_OF_CALENDARS = List.of(
            XmlName.caldav("calendar-query"),
            XmlName.caldav("calendar-multiget"),
            XmlName.caldav("free-busy-query"),
            XmlName.dav("sync-collection"));
    private static final List<XmlName> REPORTS_OF_INBOX = List.of(
            XmlName.caldav("calendar-query"), XmlName.caldav("calendar-multiget"), XmlName.dav("sync-collection"));

    private final CollectionProperties calendars;
    private final CalendarHomes homes;
    private final DavTree tree;

    ResourceProperties(CollectionProperties calendars, CalendarHomes homes, DavTree tree) {
        this.calendars = calendars;
        this.homes = homes;
        this.tree = tree;
    }

    /** @param path that exists, and names no object */
    public PropertySet of(DavViewer viewer, DavPath path) {
        PropertySet own = switch (path.kind()) {
            case PERSON -> PrincipalProperties.person(viewer, path);
            case ROOM -> room(viewer, path);
            case HOME -> calendars.home(viewer);
            case BOOKINGS, ROOM_CALENDAR -> calendars.calendar(viewer, path);
            case INBOX -> calendars.inbox(viewer, path);
            case OUTBOX -> calendars.outbox(viewer);
            case ROOT, PRINCIPALS, PEOPLE, ROOMS, HOMES, OBJECT ->
                new PropertySet()
                        .with(XmlName.dav("resourcetype"), PropertyValue.empty(XmlName.dav("collection")))
                        .with(XmlName.dav("displayname"), "Passerelle");
        };
        return kept(viewer, path).over(own).over(common(viewer, path));
    }

    private PropertySet room(DavViewer viewer, DavPath path) {
        Room room = tree.room(viewer, path.of()).orElseThrow();
        return PrincipalProperties.room(viewer, room, path);
    }

    public PropertySet of(DavViewer viewer, DavPath path, CalendarObject object) {
        return ObjectProperties.of(object)
                .with(
                        XmlName.dav("owner"),
                        PropertyValue.href(viewer.principal().href()))
                .over(common(viewer, path));
    }

    private PropertySet common(DavViewer viewer, DavPath path) {
        return new PropertySet()
                .with(
                        XmlName.dav("current-user-principal"),
                        PropertyValue.href(viewer.principal().href()))
                .with(XmlName.dav("principal-collection-set"), PropertyValue.href(DavPath.PRINCIPALS.href()))
                .with(XmlName.dav("current-user-privilege-set"), Privileges.on(path))
                .with(XmlName.dav("supported-report-set"), reports(path));
    }

    private static PropertyValue reports(DavPath path) {
        List<XmlName> reports = switch (path.kind()) {
            case BOOKINGS, ROOM_CALENDAR -> REPORTS_OF_CALENDARS;
            case INBOX -> REPORTS_OF_INBOX;
            default -> List.of();
        };
        return out -> {
            for (XmlName report : reports) {
                out.begin(XmlName.dav("supported-report"))
                        .begin(XmlName.dav("report"))
                        .empty(report)
                        .end()
                        .end();
            }
        };
    }

    /** What programs have set, which goes before what is the same for everybody. */
    private PropertySet kept(DavViewer viewer, DavPath path) {
        PropertySet set = new PropertySet();
        if (isSettable(path)) {
            CalendarHome home = homes.of(viewer.person().id());
            home.propertiesOf(path.calendar()).forEach(each -> set.with(each.name(), value(each)));
        }
        return set;
    }

    private static PropertyValue value(KeptProperty property) {
        Optional<XmlName> child = property.child();
        return child.isPresent() ? PropertyValue.empty(child.get()) : PropertyValue.text(property.text());
    }

    /** Whether programs can set properties there at all. */
    public static boolean isSettable(DavPath path) {
        return switch (path.kind()) {
            case HOME, BOOKINGS, ROOM_CALENDAR, INBOX, OUTBOX -> true;
            default -> false;
        };
    }
}
