package org.passerelle.caldav.property;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.passerelle.caldav.calendar.CalendarContents;
import org.passerelle.caldav.calendar.SyncStates;
import org.passerelle.caldav.calendar.SyncStates.SyncState;
import org.passerelle.caldav.resource.CalendarLimits;
import org.passerelle.caldav.resource.DavPath;
import org.passerelle.caldav.resource.DavPath.DavKind;
import org.passerelle.caldav.resource.DavTree;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.MultiStatus.PropertyValue;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.calendar.write.BookingCalendar;
import org.passerelle.calendar.write.ContentLine;
import org.passerelle.calendar.write.IcsWriter;
import org.passerelle.calendar.write.RoomWords;
import org.passerelle.calendar.write.TimeZoneTexts;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.i18n.DayTexts;
import org.passerelle.i18n.LanguageBundle;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Of calendars, the inbox and the outbox (RFC 4791 section 5.2, RFC 6638 section 9). */
@Component
class CollectionProperties {

    private final CalendarContents contents;
    private final SyncStates states;
    private final DavTree tree;
    private final Clock clock;
    private final TimeZoneTexts zones = new TimeZoneTexts();
    private final LanguageBundle texts = new LanguageBundle("org/passerelle/caldav/caldav");

    CollectionProperties(CalendarContents contents, SyncStates states, DavTree tree, Clock clock) {
        this.contents = contents;
        this.states = states;
        this.tree = tree;
        this.clock = clock;
    }

    PropertySet calendar(DavViewer viewer, DavPath path) {
        Optional<Room> room = tree.room(viewer, path.calendar()).filter(each -> path.kind() == DavKind.ROOM_CALENDAR);
        ZoneId zone = zone(viewer, room);
        return new PropertySet()
                .with(
                        XmlName.dav("resourcetype"),
                        PropertyValue.empty(XmlName.dav("collection"), XmlName.caldav("calendar")))
                .with(XmlName.dav("displayname"), name(viewer, room))
                .with(XmlName.caldav("calendar-description"), out -> out.text(description(viewer, room)))
                .with(
                        XmlName.dav("owner"),
                        PropertyValue.href(room.map(each -> DavPath.room(each.id()))
                                .orElseGet(viewer::principal)
                                .href()))
                .with(
                        XmlName.caldav("supported-calendar-component-set"),
                        out -> out.begin(XmlName.caldav("comp"))
                                .attribute("name", "VEVENT")
                                .end())
                .with(
                        XmlName.caldav("supported-calendar-data"),
                        out -> out.begin(XmlName.caldav("calendar-data"))
                                .attribute("content-type", "text/calendar")
                                .attribute("version", "2.0")
                                .end())
                .with(XmlName.caldav("supported-collation-set"), out -> {
                    out.leaf(XmlName.caldav("supported-collation"), "i;ascii-casemap");
                    out.leaf(XmlName.caldav("supported-collation"), "i;octet");
                    out.leaf(XmlName.caldav("supported-collation"), "i;unicode-casemap");
                })
                .with(XmlName.caldav("max-resource-size"), Integer.toString(CalendarLimits.LARGEST))
                .with(XmlName.caldav("max-instances"), Integer.toString(CalendarLimits.MOST_INSTANCES))
                .with(XmlName.caldav("max-attendees-per-instance"), Integer.toString(CalendarLimits.MOST_ATTENDEES))
                .with(XmlName.caldav("calendar-timezone"), out -> out.text(timezone(zone)))
                .with(XmlName.caldav("calendar-timezone-id"), zone.getId())
                .with(
                        XmlName.caldav("schedule-calendar-transp"),
                        PropertyValue.empty(XmlName.caldav(room.isPresent() ? "transparent" : "opaque")))
                .with(XmlName.calendarServer("getctag"), out -> out.text(states.token(state(viewer, path))))
                .with(XmlName.dav("sync-token"), out -> out.text(states.token(state(viewer, path))));
    }

    PropertySet inbox(DavViewer viewer, DavPath path) {
        String bookings = viewer.inHome(DavPath.BOOKINGS).href();
        return box(viewer, "inbox", "schedule-inbox")
                .with(XmlName.caldav("schedule-default-calendar-URL"), PropertyValue.href(bookings))
                .with(XmlName.caldav("calendar-free-busy-set"), PropertyValue.href(bookings))
                .with(XmlName.calendarServer("getctag"), out -> out.text(states.token(state(viewer, path))))
                .with(XmlName.dav("sync-token"), out -> out.text(states.token(state(viewer, path))));
    }

    PropertySet outbox(DavViewer viewer) {
        return box(viewer, "outbox", "schedule-outbox");
    }

    private PropertySet box(DavViewer viewer, String text, String type) {
        return new PropertySet()
                .with(XmlName.dav("resourcetype"), PropertyValue.empty(XmlName.dav("collection"), XmlName.caldav(type)))
                .with(XmlName.dav("displayname"), texts.text(text, viewer.language()))
                .with(
                        XmlName.dav("owner"),
                        PropertyValue.href(viewer.principal().href()));
    }

    PropertySet home(DavViewer viewer) {
        return new PropertySet()
                .with(XmlName.dav("resourcetype"), PropertyValue.empty(XmlName.dav("collection")))
                .with(XmlName.dav("displayname"), texts.text("home", viewer.language()))
                .with(
                        XmlName.dav("owner"),
                        PropertyValue.href(viewer.principal().href()));
    }

    private SyncState state(DavViewer viewer, DavPath path) {
        return states.of(path, contents.of(viewer, path).values());
    }

    private String name(DavViewer viewer, Optional<Room> room) {
        return room.map(each -> new RoomWords(viewer.directory()).of(each.id()))
                .orElseGet(() -> texts.text("bookings", viewer.language()));
    }

    private String description(DavViewer viewer, Optional<Room> room) {
        if (room.isEmpty()) {
            return texts.text("bookings.description", viewer.language());
        }
        String about = texts.text(
                "room.description",
                viewer.language(),
                room.get().name(),
                room.get().profile().email());
        return contents.leftOutFrom(viewer, room.get())
                .map(moment ->
                        moment.atZone(viewer.directory().siteOf(room.get()).zone()))
                .map(day -> DayTexts.of("d MMMM uuuu", viewer.language()).format(day))
                .map(day -> texts.text("room.left-out", viewer.language(), about, day))
                .orElse(about);
    }

    /** In which a day without a zone is read. */
    private static ZoneId zone(DavViewer viewer, Optional<Room> room) {
        return room.map(viewer.directory()::siteOf).map(Site::zone).orElse(viewer.zone());
    }

    private String timezone(ZoneId zone) {
        if (ContentLine.isUtc(zone)) {
            return "";
        }
        Interval years = Interval.of(clock.instant(), clock.instant().plus(Duration.ofDays(366)));
        byte[] text = new IcsWriter()
                .begin("VCALENDAR")
                .write(ContentLine.plain("VERSION", "2.0"))
                .write(ContentLine.text("PRODID", BookingCalendar.PRODUCT))
                .raw(new String(zones.of(zone, years), StandardCharsets.UTF_8))
                .end("VCALENDAR")
                .toBytes();
        return new String(text, StandardCharsets.UTF_8);
    }
}
