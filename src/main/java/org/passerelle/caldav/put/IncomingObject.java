package org.passerelle.caldav.put;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.caldav.calendar.LaidEvents;
import org.passerelle.caldav.calendar.LaidEvents.LaidEvent;
import org.passerelle.caldav.resource.CalendarLimits;
import org.passerelle.caldav.resource.DavRefused;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.caldav.xml.XmlName;
import org.passerelle.calendar.fault.CalendarFaultTexts;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.Component;
import org.passerelle.calendar.read.ComponentReader;
import org.passerelle.calendar.read.EventParticipant;
import org.passerelle.calendar.read.SchedulingMessage;
import org.passerelle.calendar.read.SchedulingMessages;
import org.passerelle.calendar.read.Unreadable;

/**
 * An object as a program hands it in, once it is known to be one: all events of one UID, with one for all dates.
 *
 * @param text as it came
 */
record IncomingObject(String uid, String text, LaidEvent master, List<LaidEvent> overrides) {

    private static final int LONGEST_UID = 255;

    /** UIDs that this program gives to what is no event of anybody's. */
    private static final List<String> RESERVED = List.of("busy-", "requested-");

    private static final Set<String> OTHER_KINDS = Set.of("VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY", "VPOLL");

    /** @throws DavRefused by the name of what is not met (RFC 4791 section 5.3.2.1) */
    static IncomingObject read(byte[] body, DavViewer viewer) {
        if (body.length > CalendarLimits.LARGEST) {
            throw refused(viewer, "max-resource-size", "refused.too-large", CalendarLimits.LARGEST / 1024);
        }
        String text = SchedulingMessages.text(body, "utf-8");
        checkCalendar(text, viewer);
        SchedulingMessage message = SchedulingMessages.read(text, viewer.zone());
        if (!message.broken().isEmpty()) {
            String sentence = CalendarFaultTexts.of(message.broken().get(0).fault(), viewer.asked());
            throw DavRefused.because(403, XmlName.caldav("valid-calendar-data"), sentence);
        }
        LaidEvents laid = LaidEvents.read(text, viewer.zone())
                .orElseThrow(() -> refused(viewer, "valid-calendar-data", "refused.unreadable"));
        List<LaidEvent> masters =
                laid.events().stream().filter(LaidEvent::isMaster).toList();
        List<String> uids = laid.events().stream()
                .map(event -> event.event().uid())
                .distinct()
                .toList();
        if (masters.size() != 1 || uids.size() != 1) {
            throw refused(viewer, "valid-calendar-object-resource", "refused.not-one-event");
        }
        String uid = uids.get(0);
        boolean isTaken = RESERVED.stream().anyMatch(uid::startsWith);
        if (uid.length() > LONGEST_UID || isTaken) {
            throw refused(viewer, "valid-calendar-object-resource", "refused.uid");
        }
        IncomingObject object = new IncomingObject(uid, text, masters.get(0), laid.overrides());
        object.check(viewer);
        return object;
    }

    private static void checkCalendar(String text, DavViewer viewer) {
        List<Component> calendars;
        try {
            calendars = ComponentReader.read(text);
        } catch (Unreadable e) {
            throw DavRefused.because(
                    403, XmlName.caldav("valid-calendar-data"), CalendarFaultTexts.of(e.fault(), viewer.asked()));
        }
        if (calendars.size() != 1 || !calendars.get(0).isClosed()) {
            throw refused(viewer, "valid-calendar-data", "refused.unreadable");
        }
        Component calendar = calendars.get(0);
        if (calendar.parts().stream().map(Component::name).anyMatch(OTHER_KINDS::contains)) {
            throw refused(viewer, "supported-calendar-component", "refused.only-events");
        }
        if (calendar.first("METHOD").isPresent()) {
            throw refused(viewer, "valid-calendar-object-resource", "refused.method");
        }
        if (calendar.parts("VEVENT").findAny().isEmpty()) {
            throw refused(viewer, "valid-calendar-object-resource", "refused.not-one-event");
        }
    }

    private void check(DavViewer viewer) {
        List<CalendarEvent> events = events();
        boolean isOfManyOrganisers = events.stream()
                        .map(event -> event.people().organiser().map(EventParticipant::email))
                        .distinct()
                        .count()
                > 1;
        if (isOfManyOrganisers) {
            throw refused(viewer, "same-organizer-in-all-components", "refused.organisers");
        }
        if (events.stream().anyMatch(event -> event.identity().thisAndFuture())) {
            throw refused(viewer, "valid-calendar-data", "refused.and-later");
        }
        if (events.stream().anyMatch(event -> event.people().attendees().size() > CalendarLimits.MOST_ATTENDEES)) {
            throw refused(
                    viewer, "max-attendees-per-instance", "refused.too-many-people", CalendarLimits.MOST_ATTENDEES);
        }
    }

    /** The event for all dates, and after it those for single ones. */
    List<CalendarEvent> events() {
        return Stream.concat(Stream.of(master), overrides.stream())
                .map(LaidEvent::event)
                .toList();
    }

    CalendarEvent main() {
        return master.event();
    }

    /** Whether somebody else organises it, so that this is but their copy of it. */
    boolean isOfSomebodyElse(DavViewer viewer) {
        return main().people()
                .organiser()
                .map(EventParticipant::email)
                .filter(email -> !email.equals(viewer.person().email().value().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    static DavRefused refused(DavViewer viewer, String precondition, String key, Object... arguments) {
        return new DavRefused(
                403, Optional.of(XmlName.caldav(precondition)), List.of(), PutTexts.of(viewer, key, arguments));
    }
}
