package org.passerelle.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.calendar.CalendarBookings.ALMONT;
import static org.passerelle.calendar.CalendarBookings.CAMILLE;
import static org.passerelle.calendar.CalendarBookings.LOUIS;
import static org.passerelle.calendar.CalendarBookings.MANAGER;
import static org.passerelle.calendar.CalendarBookings.NADIA;
import static org.passerelle.calendar.CalendarBookings.SEINE;
import static org.passerelle.calendar.CalendarBookings.VISIO;
import static org.passerelle.calendar.CalendarBookings.changed;
import static org.passerelle.calendar.CalendarBookings.content;
import static org.passerelle.calendar.CalendarBookings.series;
import static org.passerelle.calendar.CalendarBookings.single;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.account.Person;
import org.passerelle.account.Preference;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Place;
import org.passerelle.booking.model.Visibility;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.directory.Directory;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/** What feeds say of each event, to whom, in which words. */
class FeedWordsTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FeedsOnPaper network =
            new FeedsOnPaper((booking, who) -> Optional.of(URI.create("https://salles.example/join/x")));

    @AfterEach
    void close() {
        network.close();
    }

    private static Place place(RoomId room, int number, Instant start) {
        return new Place(room, List.of(number), Interval.of(start, HOUR));
    }

    /** At both sites at once. */
    private static Booking conference() {
        Booking one = single("Europe/Paris", "2026-04-01T09:00", HOUR);
        Instant start = one.occurrences().get(0).time().start();
        Booking both = changed(
                one,
                start.toString(),
                date -> date.withTime(date.time(), List.of(place(SEINE, 1, start), place(VISIO, 3, start))));
        return new Booking(
                both.identity(),
                both.owner(),
                both.content(),
                both.schedule(),
                List.of(SEINE, VISIO),
                both.dates(),
                both.status());
    }

    private String feed(Person owner, FeedScope scope, String of, FeedDetail detail) {
        return network.text(network.feed(owner, scope, of, detail)).replace("\r\n ", "");
    }

    @ParameterizedTest
    @CsvSource({
        "SITE, melun, BUSY",
        "SITE, melun, MASKED",
        "SITE, melun, FULL",
        "OPERATOR, ville, BUSY",
        "OPERATOR, ville, MASKED"
    })
    void namesTheRoomOfABusyTimeWhereItMayBeAnyOfMany(FeedScope scope, String of, FeedDetail detail) {
        network.store(single("Europe/Paris", "2026-04-01T09:00", HOUR));

        assertThat(feed(NADIA, scope, of, detail))
                .contains("SUMMARY:Busy: Salle Seine (Melun)", "LOCATION:Salle Seine (Melun)")
                .doesNotContain("pilotage", "jour", "camille", "Camille", "kim", "CLASS", "/join/", "6f1c2c6a");
    }

    @Test
    void namesOfABusyTimeOnlyTheRoomsOfThatSite() {
        network.store(conference());

        assertThat(feed(NADIA, FeedScope.SITE, "melun", FeedDetail.BUSY))
                .contains("LOCATION:Salle Seine (Melun)\r\n")
                .doesNotContain("Visio");
        assertThat(feed(NADIA, FeedScope.SITE, "senart", FeedDetail.BUSY))
                .contains("LOCATION:Visio (Sénart)\r\n")
                .doesNotContain("Seine");
        assertThat(feed(NADIA, FeedScope.OPERATOR, "ville", FeedDetail.BUSY))
                .contains("LOCATION:Salle Seine (Melun)\\, Visio (Sénart)\r\n");
        assertThat(feed(NADIA, FeedScope.ROOM, SEINE.value(), FeedDetail.BUSY)).doesNotContain("LOCATION", "Visio");
    }

    @Test
    void namesTheRoomOfADateThatHasAnother() {
        Booking weekly = series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=3");
        Instant second = Instant.parse("2026-04-08T07:00:00Z");
        network.store(changed(
                weekly, second.toString(), date -> date.withTime(date.time(), List.of(place(ALMONT, 2, second)))));

        assertThat(feed(NADIA, FeedScope.SITE, "melun", FeedDetail.BUSY))
                .contains("SUMMARY:Busy: Salle Seine (Melun)", "SUMMARY:Busy: Salle Almont (Melun)")
                .contains("RECURRENCE-ID;TZID=Europe/Paris:20260408T090000");
    }

    @ParameterizedTest
    @EnumSource(FeedDetail.class)
    void tellsWhenEachEventWasMadeAndChanged(FeedDetail detail) {
        network.store(changed(
                series("Europe/Paris", "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=3"),
                "2026-04-08T07:00:00Z",
                date -> date.withTime(Interval.of(date.time().start().plus(HOUR), HOUR), date.places())));

        for (Person reader : List.of(CAMILLE, LOUIS, NADIA, MANAGER)) {
            String events = feed(reader, FeedScope.ROOM, SEINE.value(), detail);
            for (String event : events.substring(events.indexOf("BEGIN:VEVENT")).split("END:VEVENT")) {
                if (event.contains("BEGIN:VEVENT")) {
                    assertThat(event).contains("\nCREATED:20260325T090000Z", "\nLAST-MODIFIED:20260325T090000Z");
                }
            }
        }
    }

    /** Programs that take the first UID of a file for that of an event would see one event of many. */
    @Test
    void hasNoUidButThoseOfItsEvents() {
        network.store(single("Europe/Paris", "2026-04-01T09:00", HOUR));

        String feed = feed(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL);

        assertThat(feed.lines().filter(line -> line.startsWith("UID"))).hasSize(1);
        assertThat(feed.indexOf("UID:")).isGreaterThan(feed.indexOf("BEGIN:VEVENT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "Z"})
    void namesNoZoneOfTheCalendarWhereASeriesKeepsToAnother(String utc) {
        network.store(series(utc, "2026-04-01T09:00", HOUR, "FREQ=WEEKLY;COUNT=40"));

        for (FeedDetail detail : FeedDetail.values()) {
            assertThat(feed(CAMILLE, FeedScope.ROOM, SEINE.value(), detail))
                    .contains("DTSTART:20260401T090000Z")
                    .doesNotContain("X-WR-TIMEZONE");
        }
    }

    @Test
    void namesTheZoneOfTheCalendarWhereNothingMisreadsIt() {
        network.store(single("UTC", "2026-04-01T09:00", HOUR));

        assertThat(feed(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL))
                .contains("X-WR-TIMEZONE:Europe/Paris");
    }

    @Test
    void speaksTheLanguageOfItsReader() {
        network.store(single("Europe/Paris", "2026-04-01T09:00", HOUR));
        network.preferences.put(LOUIS.id(), new Preference(Optional.of(Locale.FRENCH), Optional.empty()));
        network.preferences.put(NADIA.id(), new Preference(Optional.of(Locale.FRENCH), Optional.empty()));

        assertThat(feed(LOUIS, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL))
                .contains("LABEL=Rejoindre", "DESCRIPTION:Réservations de")
                .doesNotContain("Join");
        assertThat(feed(NADIA, FeedScope.SITE, "melun", FeedDetail.BUSY)).contains("SUMMARY:Occupé\u202f: Salle");
        assertThat(feed(NADIA, FeedScope.ROOM, SEINE.value(), FeedDetail.BUSY)).contains("SUMMARY:Occupé\r\n");
        assertThat(feed(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL))
                .contains("LABEL=Join", "DESCRIPTION:Bookings of");
    }

    @Test
    void repeatsTheLinkInNothingThatProgramsShowBesideTheDescription() {
        network.store(single("Europe/Paris", "2026-04-01T09:00", HOUR));

        assertThat(feed(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL))
                .contains("DESCRIPTION:https://salles.example/join/x")
                .doesNotContain("URL:https://salles.example/join", "X-GOOGLE-CONFERENCE");
    }

    @ParameterizedTest
    @CsvSource({
        "PRIVATE, false, PRIVATE", "ORGANISATION, false, PUBLIC", "PUBLIC, false, PUBLIC",
        "PRIVATE, true, PRIVATE", "ORGANISATION, true, CONFIDENTIAL", "PUBLIC, true, PUBLIC"
    })
    void isConfidentialOnlyWhereTheNetworkSaysSo(Visibility visibility, boolean confidential, String classified) {
        Directory plain = CalendarBookings.directory();
        network.directory =
                new Directory(2, plain.operators(), plain.sites(), plain.rooms()).withConfidentialEvents(confidential);
        network.store(single("Europe/Paris", "2026-04-01T09:00", HOUR).withContent(content("Conseil", "", visibility)));

        assertThat(feed(CAMILLE, FeedScope.ROOM, SEINE.value(), FeedDetail.FULL))
                .contains("CLASS:" + classified);
    }
}
