package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.LOUIS;
import static org.passerelle.calendar.CalendarBookings.NADIA;
import static org.passerelle.calendar.CalendarBookings.SEINE;
import static org.passerelle.calendar.CalendarBookings.changed;
import static org.passerelle.calendar.CalendarBookings.content;
import static org.passerelle.calendar.CalendarBookings.numbered;
import static org.passerelle.calendar.CalendarBookings.occurrence;
import static org.passerelle.calendar.CalendarBookings.series;
import static org.passerelle.calendar.CalendarBookings.single;

import biweekly.component.VEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.Golden;
import org.passerelle.calendar.IcsReading;
import org.passerelle.calendar.StrictIcs;
import org.passerelle.calendar.StrictIcs.Component;
import org.passerelle.calendar.StrictIcs.Property;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.calendar.write.JoinLinks;
import org.passerelle.calendar.write.Joining;

/** What feeds look like, rule by rule of what Outlook, Google, Apple and Thunderbird need. */
class FeedFormTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FeedsOnPaper network = new FeedsOnPaper();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void publishesARoomInTheFormEveryClientReads() throws IOException {
        network.store(series("Europe/Paris", "2026-03-17T09:00", HOUR, "FREQ=WEEKLY;COUNT=8", "2026-04-07"));
        FeedResult.Issued issued = network.issued(LOUIS, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL, Locale.FRENCH);

        String body = network.text(issued.token()).replace(issued.id(), "feed-id");

        Golden.assertMatches("feed.ics", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hasOneTimeZoneForEveryNameUsedAndNoneForUtc() {
        network.store(
                numbered(single("Europe/Paris", "2026-04-01T09:00", HOUR), 1),
                numbered(series("America/Montreal", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=40"), 2),
                numbered(single("UTC", "2026-04-02T09:00", HOUR), 3));

        Component calendar = melun();

        assertThat(calendar.parts("VTIMEZONE"))
                .extracting(zone -> zone.the("TZID").value())
                .containsExactly("America/Montreal", "Europe/Paris");
        assertThat(calendar.parts("VTIMEZONE"))
                .allSatisfy(zone -> assertThat(zone.parts())
                        .extracting(Component::name)
                        .containsExactlyInAnyOrder("STANDARD", "DAYLIGHT"));
        assertThat(calendar.parts("VEVENT"))
                .filteredOn(event -> event.the("UID").value().equals("uid-3"))
                .singleElement()
                .satisfies(event -> assertThat(event.the("DTSTART").value()).isEqualTo("20260402T090000Z"));
    }

    @Test
    void leavesOutDroppedDatesByExdateAndNamesMovedOnesInTheZoneOfTheMaster() {
        Booking booking = series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=5");
        Booking dropped = changed(booking, "2026-04-08T07:00:00Z", date -> date.in(OccurrenceState.CANCELLED));
        network.store(changed(
                dropped,
                "2026-04-15T07:00:00Z",
                date -> occurrence(date.recurrenceId(), Instant.parse("2026-04-16T12:00:00Z"), HOUR, SEINE)));

        List<Component> events = melun().parts("VEVENT");

        assertThat(events).hasSize(2);
        Property start = events.get(0).the("DTSTART");
        assertThat(events.get(0).the("EXDATE"))
                .isEqualTo(new Property("EXDATE", start.parameters(), "20260408T090000"));
        assertThat(events.get(1).the("RECURRENCE-ID"))
                .isEqualTo(new Property("RECURRENCE-ID", start.parameters(), "20260415T090000"));
        assertThat(events)
                .allSatisfy(event -> assertThat(event.the("STATUS").value()).isEqualTo("CONFIRMED"));
    }

    @Test
    void showsASplitSeriesAsTwoWithTheirOwnUid() {
        Booking before = numbered(series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=3"), 1);
        Booking after = numbered(series("Europe/Paris", "2026-04-22T10:00", HOUR, "FREQ=WEEKLY;COUNT=3"), 2);
        network.store(before, after);

        assertThat(melun().parts("VEVENT"))
                .extracting(event -> event.the("UID").value())
                .containsExactly("uid-1", "uid-2");
    }

    @Test
    void saysOfEveryEventWhatProgramsAskForAndNothingTwice() {
        network.store(single("Europe/Paris", "2026-04-01T09:00", HOUR));

        assertThat(melun().parts("VEVENT")).allSatisfy(event -> {
            for (String name : List.of(
                    "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP")) {
                assertThat(event.all(name)).as(name).hasSize(1);
            }
            assertThat(event.the("DTSTAMP").value()).isEqualTo("20260325T090000Z");
            assertThat(event.the("X-MICROSOFT-CDO-BUSYSTATUS").value()).isEqualTo("BUSY");
            assertThat(event.all("ORGANIZER")).isEmpty();
            assertThat(event.all("ATTENDEE")).isEmpty();
        });
    }

    @Test
    void putsTheLinkToJoinBeforeTheNotesForWhoeverMayReadThem() {
        try (FeedsOnPaper linked =
                new FeedsOnPaper((booking, who) -> Optional.of(URI.create("https://salles.example/join/x")))) {
            linked.store(single("Europe/Paris", "2026-04-01T09:00", HOUR));

            Component full = event(linked, CAMILLE, FeedDetail.FULL);
            Component masked = event(linked, NADIA, FeedDetail.FULL);

            assertThat(full.the("DESCRIPTION").text())
                    .isEqualTo("https://salles.example/join/x\n\nOrdre du jour :\n1. budget; 2. travaux");
            assertThat(full.the("CONFERENCE").value()).isEqualTo("https://salles.example/join/x");
            assertThat(full.the("CONFERENCE").parameters()).containsEntry("VALUE", "URI");
            assertThat(masked.text().toString()).doesNotContain("/join/");
        }
    }

    /** Rooms are dialled at an address that is long enough to have its line folded. */
    private static final String DIAL = "sip:483920174@une-passerelle-au-nom-assez-long.video.salles-partagees.example";

    private static final JoinLinks DIALLED = new JoinLinks() {

        @Override
        public Optional<URI> of(Booking booking, Joining who) {
            return Optional.of(URI.create("https://salles.example/join/" + who.kind()));
        }

        @Override
        public List<String> dialLines(Booking booking) {
            return List.of(DIAL);
        }
    };

    private static VEvent readByAnother(FeedsOnPaper network, FeedScope scope, String of, FeedDetail detail) {
        return IcsReading.calendar(
                        network.fetch(network.feed(CAMILLE, scope, of, detail)).body())
                .getEvents()
                .get(0);
    }

    @Test
    void tellsTheProgramsOfARoomWhatToDialOnALineOfItsOwnAndAfterTheRoomsName() {
        try (FeedsOnPaper linked = new FeedsOnPaper(DIALLED)) {
            linked.store(single("Europe/Paris", "2026-04-01T09:00", HOUR));

            VEvent ofTheRoom = readByAnother(linked, FeedScope.ROOM, "melun-seine", FeedDetail.FULL);
            VEvent ofTheSite = readByAnother(linked, FeedScope.SITE, "melun", FeedDetail.FULL);
            VEvent masked = readByAnother(linked, FeedScope.ROOM, "melun-seine", FeedDetail.MASKED);

            assertThat(ofTheRoom.getDescription().getValue().lines()).contains(DIAL);
            assertThat(ofTheRoom.getLocation().getValue()).isEqualTo("Salle Seine (Melun); " + DIAL);
            assertThat(ofTheSite.getDescription().getValue().lines()).contains(DIAL);
            assertThat(ofTheSite.getLocation().getValue()).isEqualTo("Salle Seine (Melun)");
            assertThat(masked.getLocation().getValue()).isEqualTo("Salle Seine (Melun)");
            assertThat(masked.getDescription()).isNull();
        }
    }

    @Test
    void staysBelowAMegabyteBySayingFromWhenOnDatesAreMissing() {
        String longNotes = "Ordre du jour ".repeat(500);
        List<Booking> bookings = new ArrayList<>();
        LocalDateTime first = LocalDateTime.parse("2026-03-02T09:00");
        for (int number = 0; number < 200; number++) {
            bookings.add(numbered(
                    single("Europe/Paris", first.plusDays(number).toString(), HOUR)
                            .withContent(content("Réunion", longNotes, Visibility.ORGANISATION)),
                    number));
        }
        network.store(bookings.toArray(Booking[]::new));

        byte[] body = network.fetch(network.feed(CAMILLE, FeedScope.SITE, "melun", FeedDetail.FULL))
                .body();
        byte[] busy = network.fetch(network.feed(CAMILLE, FeedScope.SITE, "melun", FeedDetail.BUSY))
                .body();

        List<String> starts = StrictIcs.read(body).parts("VEVENT").stream()
                .map(event -> event.the("DTSTART").value())
                .toList();
        assertThat(body).hasSizeBetween(900_000, 1_000_000);
        assertThat(starts).isSorted().first().isEqualTo("20260326T090000");
        assertThat(StrictIcs.read(body).the("DESCRIPTION").text())
                .endsWith("from " + dayAfter(starts.get(starts.size() - 1)) + " on, dates are missing here.");
        assertThat(StrictIcs.read(busy).parts("VEVENT")).hasSize(200);
    }

    @Test
    void tellsTheOpeningHoursOfARoomOnRequestOnly() {
        String token = network.feed(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.BUSY);
        PublishedCalendar asked =
                network.bean(PublishedFeeds.class).fetch(token, true).orElseThrow();

        List<Component> hours = StrictIcs.read(asked.body()).parts("VAVAILABILITY");

        assertThat(network.text(token)).doesNotContain("VAVAILABILITY");
        assertThat(hours)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.the("BUSYTYPE").value()).isEqualTo("BUSY-UNAVAILABLE"));
        Component open = hours.get(0).parts("AVAILABLE").get(0);
        assertThat(open.the("RRULE").value()).isEqualTo("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        assertThat(open.the("DTSTART").value()).isEqualTo("20260223T080000");
        assertThat(open.the("DTEND").value()).isEqualTo("20260223T200000");
        assertThat(hours.get(1).the("SUMMARY").text()).isEqualTo("Fête du Travail");
        assertThat(hours.get(1).the("DTSTART").value()).isEqualTo("20260501T000000");
        assertThat(Integer.parseInt(hours.get(1).the("PRIORITY").value()))
                .isLessThan(Integer.parseInt(hours.get(0).the("PRIORITY").value()));
        assertThat(StrictIcs.read(asked.body()).parts("VTIMEZONE")).hasSize(1);
        assertThat(asked.etag()).isNotEqualTo(network.fetch(token).etag());
    }

    private Component melun() {
        return StrictIcs.read(network.fetch(network.feed(CAMILLE, FeedScope.SITE, "melun", FeedDetail.FULL))
                .body());
    }

    private static Component event(FeedsOnPaper network, Person owner, FeedDetail detail) {
        byte[] body = network.fetch(network.feed(owner, FeedScope.ROOM, SEINE.value(), detail))
                .body();
        return StrictIcs.read(body).parts("VEVENT").get(0);
    }

    private static String dayAfter(String local) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                .format(LocalDateTime.parse(local, DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"))
                        .plusDays(1));
    }
}
