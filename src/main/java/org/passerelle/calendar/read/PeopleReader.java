package org.passerelle.calendar.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.PartStat;
import org.passerelle.calendar.read.CalendarEvent.People;
import org.passerelle.calendar.read.EventParticipant.Via;
import org.passerelle.platform.text.Text;

/** Reads ORGANIZER and ATTENDEE; one without an e-mail address is left out, for nobody can write to it. */
final class PeopleReader {

    /** More are passed over: it is a message to a whole company, and a room needs to find only itself. */
    private static final int MOST_ATTENDEES = 2_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 10_000;

    private PeopleReader() {}

    static People read(Component event) {
        Optional<PropertyLine> organiser = event.first("ORGANIZER");
        List<EventParticipant> attendees = event.all("ATTENDEE")
                .limit(MOST_ATTENDEES)
                .flatMap(line -> participant(line).stream())
                .toList();
        return new People(
                organiser.flatMap(PeopleReader::participant),
                organiser.map(line -> Text.line(line.text(), LONGEST_LINE)).orElse(""),
                attendees);
    }

    private static Optional<EventParticipant> participant(PropertyLine line) {
        return CalAddress.parse(line.value())
                .or(() -> CalAddress.parse(line.parameter("EMAIL", "")))
                .map(email -> new EventParticipant(
                        email,
                        name(line.parameter("CN", "")),
                        word(line, "PARTSTAT", PartStat.NEEDS_ACTION.token()),
                        word(line, "ROLE", "REQ-PARTICIPANT"),
                        word(line, "CUTYPE", "INDIVIDUAL"),
                        word(line, "RSVP", "FALSE").equals("TRUE"),
                        via(line)));
    }

    private static Via via(PropertyLine line) {
        return new Via(
                CalAddress.list(line.parameter("SENT-BY", "")),
                CalAddress.list(line.parameter("DELEGATED-FROM", "")),
                CalAddress.list(line.parameter("DELEGATED-TO", "")));
    }

    private static String word(PropertyLine line, String parameter, String otherwise) {
        String word = line.parameter(parameter, "").toUpperCase(Locale.ROOT);
        return word.matches("[A-Z0-9-]{1,40}") ? word : otherwise;
    }

    private static String name(String text) {
        return Text.line(text, LONGEST_NAME);
    }
}
