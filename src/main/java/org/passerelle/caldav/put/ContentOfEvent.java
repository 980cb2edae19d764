package org.passerelle.caldav.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.arrangement.Arrangements;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.Visibility;
import org.passerelle.caldav.calendar.CalendarObject;
import org.passerelle.caldav.calendar.EventBlock;
import org.passerelle.caldav.resource.DavViewer;
import org.passerelle.calendar.read.CalendarEvent;
import org.passerelle.calendar.read.EventParticipant;
import org.passerelle.directory.Directory;
import org.passerelle.platform.text.Text;

/** What an event says a booking is about; what calendars know nothing of stays as it was. */
final class ContentOfEvent {

    private ContentOfEvent() {}

    static Content fresh(CalendarEvent event, DavViewer viewer) {
        List<Attendee> people = people(event, viewer, List.of());
        return new Content(
                title(event),
                Text.lines(event.words().description(), Content.LONGEST_NOTES),
                event.standing().hidden() ? Visibility.PRIVATE : Visibility.ORGANISATION,
                headcount(event, viewer),
                people,
                Optional.empty(),
                Arrangements.NONE);
    }

    /** @param told how the booking was told to the program that changes it */
    static Content changed(CalendarEvent event, DavViewer viewer, Booking booking, CalendarObject told) {
        Content before = booking.content();
        EventBlock master = EventBlock.of(told.text()).get(0);
        List<Attendee> people = people(event, viewer, before.attendees());
        boolean samePeople = people.equals(before.attendees());
        return new Content(
                event.words().summary().equals(master.words("SUMMARY")) ? before.title() : title(event),
                notes(event, before, master),
                visibility(event, before, master),
                samePeople ? before.headcount() : Math.max(before.headcount(), headcount(event, viewer)),
                people,
                before.conference(),
                before.arrangements());
    }

    private static String title(CalendarEvent event) {
        String line = Text.line(event.words().summary(), Content.LONGEST_TITLE);
        return line.isEmpty() ? "(…)" : line;
    }

    private static int headcount(CalendarEvent event, DavViewer viewer) {
        int expected = event.people()
                .expected(email -> viewer.directory().roomAddressedAs(email).isPresent());
        return Math.max(1, expected);
    }

    /** Above the notes stands the link to the conference, which is not among them. */
    private static String notes(CalendarEvent event, Content before, EventBlock master) {
        String told = Text.lines(master.words("DESCRIPTION"), 3 * Content.LONGEST_NOTES);
        String said = Text.lines(event.words().description(), 3 * Content.LONGEST_NOTES);
        if (said.equals(told)) {
            return before.notes();
        }
        String above = told.endsWith(before.notes())
                ? told.substring(0, told.length() - before.notes().length())
                : "";
        String own = !above.isBlank() && said.startsWith(above.strip())
                ? said.substring(above.strip().length())
                : said;
        return Text.lines(own.strip(), Content.LONGEST_NOTES);
    }

    /** Whom the program says it is for; as it was, unless that is said anew. */
    private static Visibility visibility(CalendarEvent event, Content before, EventBlock master) {
        boolean wasHidden = !master.words("CLASS").equals("PUBLIC");
        if (event.standing().hidden() == wasHidden) {
            return before.visibility();
        }
        return event.standing().hidden() ? Visibility.PRIVATE : Visibility.ORGANISATION;
    }

    /** Those invited who are neither rooms nor the organiser; those who were invited before first, by the names they had. */
    private static List<Attendee> people(CalendarEvent event, DavViewer viewer, List<Attendee> before) {
        Directory directory = viewer.directory();
        String own = viewer.person().email().value().toLowerCase(Locale.ROOT);
        Map<EmailAddress, Attendee> said = new LinkedHashMap<>();
        for (EventParticipant each : event.people().attendees()) {
            boolean isPerson = !each.email().equals(own)
                    && directory.roomAddressedAs(each.email()).isEmpty();
            if (isPerson) {
                EmailAddress.parse(each.email())
                        .ifPresent(email -> said.putIfAbsent(email, new Attendee(email, each.name())));
            }
        }
        Map<EmailAddress, Attendee> people = new LinkedHashMap<>();
        before.stream()
                .filter(attendee -> said.containsKey(attendee.email()))
                .forEach(attendee -> people.put(attendee.email(), attendee));
        said.forEach(people::putIfAbsent);
        return people.values().stream().limit(Content.MOST_ATTENDEES).toList();
    }
}
