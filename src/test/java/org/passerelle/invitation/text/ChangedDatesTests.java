package org.passerelle.invitation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.ALMONT;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.SEINE;
import static org.passerelle.calendar.CalendarBookings.TODAY;
import static org.passerelle.calendar.CalendarBookings.changed;
import static org.passerelle.calendar.CalendarBookings.series;
import static org.passerelle.calendar.CalendarBookings.single;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.model.Attendee;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Place;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.ItipMethod;
import org.passerelle.calendar.write.Invitation.Revision;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.invitation.pending.PendingMessage;
import org.passerelle.invitation.pending.Snapshot;
import org.passerelle.invitation.text.MessageContent.Line;
import org.passerelle.time.Interval;

/** What mails say of dates and rooms that are otherwise: other hours at a site, other than was told before. */
class ChangedDatesTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final RoomId MONTREAL = new RoomId("montreal-visio");

    private final MessageWriter writer = MessageWiring.messages(ChangedDatesTests::directory);

    /** With a room in Montréal besides. */
    private static Directory directory() {
        Directory plain = CalendarBookings.directory();
        Site melun = plain.site(new SiteId("melun")).orElseThrow();
        Room visio = plain.room(CalendarBookings.VISIO).orElseThrow();
        List<Site> sites = new ArrayList<>(plain.sites());
        sites.add(new Site(
                new SiteId("montreal"),
                "Montréal",
                melun.operator(),
                ZoneId.of("America/Montreal"),
                melun.place(),
                melun.halfDays(),
                List.of()));
        List<Room> rooms = new ArrayList<>(plain.rooms());
        rooms.add(new Room(
                MONTREAL, new SiteId("montreal"), visio.kind(), visio.profile(), visio.rules(), List.of(), List.of(9)));
        return new Directory(2, plain.operators(), sites, rooms);
    }

    /** The same with all its dates in {@code rooms}. */
    private static Booking in(Booking booking, RoomId... rooms) {
        Booking held = booking.withOccurrences(booking.occurrences().stream()
                .map(date -> date.withTime(date.time(), places(date, rooms)))
                .toList());
        return new Booking(
                held.identity(),
                held.owner(),
                held.content(),
                held.schedule(),
                List.of(rooms),
                held.dates(),
                held.status());
    }

    private static List<Place> places(Occurrence date, RoomId... rooms) {
        return List.of(rooms).stream()
                .map(room -> new Place(room, List.of(1), date.time()))
                .toList();
    }

    private static Occurrence moved(Occurrence date, Duration by) {
        return date.withTime(Interval.of(date.time().start().plus(by), HOUR), date.places());
    }

    private MessageContent message(Booking booking, ItipMethod kind, Optional<Booking> before, Optional<Instant> only) {
        PendingMessage owed = new PendingMessage(
                new Attendee(new EmailAddress("kim@example.org"), "Kim"),
                kind,
                only,
                Snapshot.of(booking),
                before.map(Snapshot::of),
                new Revision(0, TODAY),
                "key");
        Occasion occasion = new Occasion(
                booking,
                owed,
                new Occasion.Chair(CAMILLE.name(), CAMILLE.email()),
                URI.create("https://rooms.example/answer/secret"),
                Optional.empty(),
                TODAY);
        return writer.write(occasion, Reader.of(Locale.ENGLISH));
    }

    private MessageContent changes(Booking booking, Booking before) {
        return message(booking, ItipMethod.REQUEST, Optional.of(before), Optional.empty());
    }

    private static List<String> lines(MessageContent message, String label) {
        return message.facts().stream()
                .filter(fact -> fact.label().equals(label))
                .flatMap(fact -> fact.lines().stream())
                .map(ChangedDatesTests::inWords)
                .toList();
    }

    private static String inWords(Line line) {
        return line.note().isEmpty() ? line.text() : line.text() + " | " + line.note();
    }

    /** Europe leaves summer time on 25 October 2026, America on 1 November. */
    private static Booking throughTheAutumn(int count) {
        return in(series("Europe/Paris", "2026-10-14T15:00", HOUR, "FREQ=WEEKLY;COUNT=" + count), SEINE, MONTREAL);
    }

    @Test
    void tellsTheHourOfEachDateAtASiteWhoseClockChangesOnAnotherDay() {
        MessageContent invited = message(throughTheAutumn(4), ItipMethod.REQUEST, Optional.empty(), Optional.empty());
        MessageContent calledOff = message(
                throughTheAutumn(4).cancelled(TODAY),
                ItipMethod.CANCEL,
                Optional.of(throughTheAutumn(4)),
                Optional.empty());

        String[] expected = {
            "Wednesday 14 October 2026, 15:00–16:00 (Paris time) | 09:00–10:00, Montreal time",
            "Wednesday 21 October 2026, 15:00–16:00 (Paris time) | 09:00–10:00, Montreal time",
            "Wednesday 28 October 2026, 15:00–16:00 (Paris time) | 10:00–11:00, Montreal time",
            "Wednesday 4 November 2026, 15:00–16:00 (Paris time) | 09:00–10:00, Montreal time"
        };
        assertThat(lines(invited, "When")).containsExactly(expected);
        assertThat(lines(calledOff, "Called off")).containsExactly(expected);
        assertThat(String.join("", lines(invited, "Where"))).doesNotContain("09:00", "10:00");
    }

    @Test
    void tellsOfManyDatesEachFromWhichOnTheHourIsAnother() {
        Booking weekly = in(series("Europe/Paris", "2026-08-26T15:00", HOUR, "FREQ=WEEKLY;COUNT=20"), SEINE, MONTREAL);

        assertThat(lines(message(weekly, ItipMethod.REQUEST, Optional.empty(), Optional.empty()), "When"))
                .endsWith(
                        "Wednesday 30 September 2026, 15:00–16:00 (Paris time) | 09:00–10:00, Montreal time",
                        "3 more dates, the last on Wednesday 21 October 2026",
                        "Wednesday 28 October 2026, 15:00–16:00 (Paris time) | 10:00–11:00, Montreal time",
                        "Wednesday 4 November 2026, 15:00–16:00 (Paris time) | 09:00–10:00, Montreal time",
                        "9 more dates, the last on Wednesday 6 January 2027");
    }

    @Test
    void tellsTheHourOnceWhereItIsAlwaysTheSame() {
        Booking summer = in(series("Europe/Paris", "2026-06-03T15:00", HOUR, "FREQ=WEEKLY;COUNT=3"), SEINE, MONTREAL);

        MessageContent message = message(summer, ItipMethod.REQUEST, Optional.empty(), Optional.empty());

        assertThat(lines(message, "Where").get(1)).contains("09:00–10:00 Montreal time");
        assertThat(String.join("", lines(message, "When"))).doesNotContain("Montreal");
    }

    @Test
    void tellsTheHourOfADateThatWasMovedAtItsSite() {
        Booking summer = in(series("Europe/Paris", "2026-06-03T15:00", HOUR, "FREQ=WEEKLY;COUNT=3"), SEINE, MONTREAL);
        Booking later = changed(summer, "2026-06-10T13:00:00Z", date -> moved(date, HOUR));

        assertThat(lines(message(later, ItipMethod.REQUEST, Optional.empty(), Optional.empty()), "When"))
                .extracting(line -> line.replaceAll(".*\\| ", ""))
                .containsExactly(
                        "09:00–10:00, Montreal time", "10:00–11:00, Montreal time", "09:00–10:00, Montreal time");
    }

    @Test
    void saysOfTheDatesThatWereMovedAndOfNoOtherWhenTheyWere() {
        Booking before = series("Europe/Paris", "2026-06-03T15:00", HOUR, "FREQ=WEEKLY;COUNT=4");
        Booking now = changed(
                changed(
                        changed(before, "2026-06-10T13:00:00Z", date -> moved(date, HOUR)),
                        "2026-06-17T13:00:00Z",
                        date -> moved(date, HOUR.multipliedBy(2))),
                "2026-06-24T13:00:00Z",
                date -> date.in(OccurrenceState.CANCELLED));

        MessageContent message = changes(now, before);

        assertThat(lines(message, "When"))
                .containsExactly(
                        "Wednesday 3 June 2026, 15:00–16:00 (Paris time)",
                        "Wednesday 10 June 2026, 16:00–17:00 (Paris time)"
                                + " | until now Wednesday 10 June 2026, 15:00–16:00",
                        "Wednesday 17 June 2026, 17:00–18:00 (Paris time)"
                                + " | until now Wednesday 17 June 2026, 15:00–16:00");
        assertThat(lines(message, "Called off")).containsExactly("Wednesday 24 June 2026, 15:00–16:00 (Paris time)");
        assertThat(lines(message, "Until now")).isEmpty();
    }

    @Test
    void saysOfASeriesThatWasMovedAsAWholeWhenItWas() {
        Booking before = series("Europe/Paris", "2026-06-03T15:00", HOUR, "FREQ=WEEKLY;COUNT=2");
        Booking now = series("Europe/Paris", "2026-06-04T10:00", HOUR, "FREQ=WEEKLY;COUNT=2");

        assertThat(lines(changes(now, before), "Until now"))
                .containsExactly(
                        "Wednesday 3 June 2026, 15:00–16:00 (Paris time)",
                        "Wednesday 10 June 2026, 15:00–16:00 (Paris time)");
        assertThat(lines(changes(now, before), "Called off")).isEmpty();
    }

    @Test
    void saysNothingOfADateMovedByHandThatStaysWhenTheSeriesMoves() {
        Booking before = changed(
                series("Europe/Paris", "2026-06-03T15:00", HOUR, "FREQ=WEEKLY;COUNT=3"),
                "2026-06-10T13:00:00Z",
                date -> moved(date, HOUR.multipliedBy(4)));
        Booking now = changed(
                series("Europe/Paris", "2026-06-03T10:00", HOUR, "FREQ=WEEKLY;COUNT=3"),
                "2026-06-10T08:00:00Z",
                date -> moved(date, HOUR.multipliedBy(9)));

        MessageContent message = changes(now, before);

        assertThat(lines(message, "Until now"))
                .containsExactly(
                        "Wednesday 3 June 2026, 15:00–16:00 (Paris time)",
                        "Wednesday 17 June 2026, 15:00–16:00 (Paris time)");
        assertThat(lines(message, "When")).contains("Wednesday 10 June 2026, 19:00–20:00 (Paris time)");
        assertThat(lines(message, "Called off")).isEmpty();
    }

    @Test
    void namesRoomsOfSingleDatesWithTheirSites() {
        Booking before = series("Europe/Paris", "2026-06-03T15:00", HOUR, "FREQ=WEEKLY;COUNT=2");
        Booking second = changed(
                before, "2026-06-10T13:00:00Z", date -> date.withTime(date.time(), places(date, ALMONT, MONTREAL)));

        MessageContent calledOff =
                message(second.cancelled(TODAY), ItipMethod.CANCEL, Optional.of(second), Optional.empty());

        for (String label : List.of("When", "Called off")) {
            MessageContent message = label.equals("When") ? changes(second, before) : calledOff;
            assertThat(lines(message, label))
                    .hasSize(2)
                    .last()
                    .asString()
                    .endsWith("Salle Almont (Melun), Visio (Montréal)");
        }
    }

    @Test
    void saysWhichRoomTookThePlaceOfWhich() {
        Booking meeting = single("Europe/Paris", "2026-06-03T15:00", HOUR);

        assertThat(lines(changes(in(meeting, ALMONT), meeting), "Rooms changed"))
                .containsExactly("Salle Almont (Melun) instead of Salle Seine (Melun)");
        assertThat(lines(changes(in(meeting, SEINE, MONTREAL), meeting), "Rooms changed"))
                .containsExactly("Also Visio (Montréal)");
        assertThat(lines(changes(meeting, in(meeting, SEINE, MONTREAL)), "Rooms changed"))
                .containsExactly("No longer Visio (Montréal)");
        assertThat(lines(changes(meeting, meeting), "Rooms changed")).isEmpty();
    }

    @Test
    void saysOnWhichDatesTheRoomIsAnother() {
        Booking before = series("Europe/Paris", "2026-06-03T15:00", HOUR, "FREQ=WEEKLY;COUNT=3");
        Instant second = Instant.parse("2026-06-10T13:00:00Z");
        Booking now = changed(before, second.toString(), date -> date.withTime(date.time(), places(date, ALMONT)));

        assertThat(lines(changes(now, before), "Rooms changed"))
                .containsExactly("Salle Almont (Melun) instead of Salle Seine (Melun) | Wednesday 10 June 2026");
        assertThat(lines(message(now, ItipMethod.REQUEST, Optional.of(before), Optional.of(second)), "Rooms changed"))
                .containsExactly("Salle Almont (Melun) instead of Salle Seine (Melun)");
        assertThat(lines(changes(in(before, ALMONT), before), "Rooms changed"))
                .containsExactly("Salle Almont (Melun) instead of Salle Seine (Melun)");
    }
}
