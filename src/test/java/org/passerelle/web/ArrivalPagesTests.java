package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.passerelle.arrival.CheckInLinks;
import org.passerelle.arrival.noshow.RepeatedNoShows;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingState;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.Directories;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** People come to the room that gives itself back, and say so on the page, on its panel, by a link, and by the conference. */
@DirtiesContext // Its clock runs months ahead, and what is due by then is done.
class ArrivalPagesTests extends HttpTest {

    private static final String ROOM = "moret-sisley";

    @Autowired
    private RoomLinks links;

    @Autowired
    private CheckInLinks checkIns;

    @Autowired
    private ReadingBookings bookings;

    @Autowired
    private List<TimedAction> actions;

    @Autowired
    private RepeatedNoShows repeated;

    @Autowired
    private Directories directories;

    private String book(String start, String more) {
        return book(CAMILLE, ROOM, start, more);
    }

    private String book(String person, String room, String start) {
        return book(person, room, start, "");
    }

    private String book(String person, String room, String start, String more) {
        HttpResponse<String> booked = as(person).post("/api/v1/bookings", """
                        {"title": "Point secret", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H",
                         "rooms": ["%s"]%s}""".formatted(start, room, more));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String book(String start) {
        return book(start, "");
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    private Booking stored(String id) {
        return bookings.find(BookingId.parse(id).orElseThrow()).orElseThrow();
    }

    private String state(String id) {
        return stored(id).occurrences().get(0).state().name();
    }

    private String link(String id) {
        Booking booking = stored(id);
        return checkIns.of(booking.id(), booking.occurrences().get(0).recurrenceId())
                .getPath();
    }

    private String panel(String room) {
        return links.sheet(new RoomId(room)).getPath();
    }

    private HttpResponse<String> see(String path) {
        return anonymous().with("Accept-Language", "en").get(path);
    }

    private HttpResponse<String> press(String path, Map<String, String> form) {
        return anonymous().postForm(path, form);
    }

    private void release(String id) {
        TimedAction release = actions.stream()
                .filter(each -> each.kind().equals("no-show-release"))
                .findFirst()
                .orElseThrow();
        release.times(stored(id), clock.instant()).forEach(due -> release.perform(stored(id), due));
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).toString();
    }

    @Test
    void aLookAtTheLinkChecksNobodyInAndAPressDoes() {
        String booking = book("2026-09-01T09:00");
        at("2026-09-01T07:05:00Z");

        HttpResponse<String> page = see(link(booking));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Are you there?", "Salle Sisley, Moret", "09:00–10:00", "Without a check-in by 09:15")
                .doesNotContain("secret", "Camille", booking);
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(state(booking)).isEqualTo("PLANNED");

        HttpResponse<String> pressed = press(link(booking), Map.of());

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(state(booking)).isEqualTo("CHECKED_IN");
        assertThat(see(location(pressed)).body())
                .contains("You are checked in.")
                .doesNotContain("We are here");
    }

    @Test
    void aLinkWorksOnlyWhileItIsTimeAndOnlyForItsOwnDate() {
        String booking = book("2026-09-02T09:00");
        String series = book("2026-09-03T11:00", ", \"recurrence\": \"FREQ=DAILY;COUNT=2\"");
        at("2026-09-02T06:29:00Z");

        press(link(booking), Map.of());
        assertThat(state(booking)).isEqualTo("PLANNED");
        assertThat(see(link(booking)).body())
                .contains("It is too early", "08:30")
                .doesNotContain("We are here");
        String forged = link(booking).replaceFirst(".{6}$", "aaaaaa");
        assertThat(see(forged).statusCode()).isEqualTo(404);
        assertThat(press(forged, Map.of()).statusCode()).isEqualTo(404);
        at("2026-09-02T08:00:00Z");
        press(link(booking), Map.of());
        assertThat(state(booking)).isEqualTo("PLANNED");
        assertThat(see(link(booking)).body()).contains("This meeting is over.");

        at("2026-09-03T09:00:00Z");
        press(link(series), Map.of());
        assertThat(stored(series).occurrences())
                .extracting(date -> date.state().name())
                .containsExactly("CHECKED_IN", "PLANNED");
        as(CAMILLE).delete("/api/v1/bookings/" + series);
        assertThat(see(link(series)).body()).contains("This meeting is called off.");
    }

    @Test
    void whoComesAfterTheReleaseIsToldSoEverywhere() {
        String booking = book("2026-09-04T09:00");
        at("2026-09-04T07:10:00Z");
        assertThat(see(panel(ROOM)).body()).contains("Check in by 09:15, or the room is given back.");
        at("2026-09-04T07:15:00Z");
        release(booking);

        assertThat(state(booking)).isEqualTo("RELEASED");
        assertThat(see(panel(ROOM)).body()).contains("Nobody meets here now.");
        press(link(booking), Map.of());
        assertThat(see(link(booking)).body()).contains("The room was given back.");
        HttpResponse<String> late =
                as(CAMILLE).with("Accept-Language", "en").post("/api/v1/bookings/" + booking + "/check-in", "");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("not-allowed", "Nobody had checked in to Salle Sisley");
        assertThat(browserOf(CAMILLE)
                        .with("Accept-Language", "en")
                        .get("/bookings/" + booking)
                        .body())
                .contains("Nobody had checked in in time, so the room was given back.");
        assertThat(as(CAMILLE)
                        .get("/api/v1/rooms/" + ROOM + "/busy?from=2026-09-04T07:00:00Z&to=2026-09-04T08:00:00Z")
                        .body())
                .contains("\"busy\":[]");
        assertThat(as(CAMILLE)
                        .get("/api/v1/bookings/" + booking + "/calendar.ics")
                        .body())
                .contains("STATUS:CANCELLED");
    }

    @Test
    void thePanelChecksInStaysAndEndsWhatIsInItsRoomAndNothingElse() {
        String booking = book("2026-09-07T09:00");
        at("2026-09-07T07:05:00Z");
        String start = "2026-09-07T07:00:00Z";
        assertThat(see(panel(ROOM)).body())
                .contains("We are here", "<svg class=\"code\"", "Or scan this code")
                .doesNotContain("secret", booking);

        HttpResponse<String> wrong = press(panel("moret-loing") + "/check-in", Map.of("start", start));
        assertThat(location(wrong)).contains("NOT_NOW");
        assertThat(state(booking)).isEqualTo("PLANNED");
        HttpResponse<String> come = press(panel(ROOM) + "/check-in", Map.of("start", start));
        assertThat(state(booking)).isEqualTo("CHECKED_IN");
        HttpResponse<String> after = see(location(come));
        assertThat(after.body()).contains("You are checked in.", "Checked in", "Stay until 10:15", "End now");
        assertThat(after.body()).contains("content=\"15; url=" + panel(ROOM) + '"');

        press(panel(ROOM) + "/extend", Map.of("start", start, "until", "2026-09-07T08:15:00Z"));
        assertThat(stored(booking).occurrences().get(0).time().end()).isEqualTo("2026-09-07T08:15:00Z");
        assertThat(press(panel(ROOM) + "/extend", Map.of("start", start, "until", "2026-09-07T12:00:00Z"))
                        .statusCode())
                .isEqualTo(404);
        at("2026-09-07T07:40:00Z");
        press(panel(ROOM) + "/end", Map.of("start", start));
        assertThat(state(booking)).isEqualTo("ENDED");
    }

    @Test
    void thePanelBooksTheRoomFromNowOnAndAPressThatComesTwiceBooksOnce() {
        book("2026-09-08T10:00");
        at("2026-09-08T07:17:00Z");
        String page = see(panel(ROOM)).body();
        assertThat(page)
                .contains("Book now", "value=\"PT15M\"", "value=\"PT30M\"")
                .doesNotContain("value=\"PT1H\"");
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        Map<String, String> form = Map.of("length", "PT30M", "seen", seen.group(1));

        HttpResponse<String> first = press(panel(ROOM) + "/book", form);
        HttpResponse<String> second = press(panel(ROOM) + "/book", form);

        assertThat(location(first)).contains("BOOKED");
        assertThat(location(second)).contains("BOOKED");
        assertThat(see(panel(ROOM)).body())
                .contains("09:15–09:45", "Booked at the door", "Checked in")
                .doesNotContain("Book now");
        HttpResponse<String> others =
                press(panel(ROOM) + "/book", Map.of("length", "PT15M", "seen", "2026-09-08T07:17:30Z"));
        assertThat(location(others)).contains("NOT_NOW");
    }

    @Test
    void aPanelBooksNothingWhereItsRoomDoesNotLetItNorForLongerThanItMay() {
        at("2026-09-09T07:00:00Z");

        assertThat(see(panel("moret-loing")).body()).doesNotContain("Book now");
        for (String path : List.of(panel("moret-loing"), panel(ROOM))) {
            String length = path.equals(panel(ROOM)) ? "PT2H" : "PT15M";
            HttpResponse<String> answer =
                    press(path + "/book", Map.of("length", length, "seen", "2026-09-09T07:00:00Z"));
            assertThat(location(answer)).contains("NOT_NOW");
        }
        assertThat(as(CAMILLE)
                        .get("/api/v1/rooms/" + ROOM + "/busy?from=2026-09-09T07:00:00Z&to=2026-09-09T10:00:00Z")
                        .body())
                .contains("\"busy\":[]");
        String forged = panel(ROOM).replaceFirst(".{4}/sheet$", "aaaa/sheet");
        assertThat(press(forged + "/book", Map.of("length", "PT15M", "seen", "2026-09-09T07:00:00Z"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageOfTheBookingOffersWhatCanBeDoneToWhoRunsItAndToNobodyElse() {
        String booking = book("2026-09-10T09:00", ", \"visibility\": \"PUBLIC\"");
        book("2026-09-10T10:25");
        at("2026-09-10T07:05:00Z");
        TestClient camille = browserOf(CAMILLE).with("Accept-Language", "en");
        String page = "/bookings/" + booking;

        assertThat(camille.get(page).body())
                .contains("Check in by 09:15", "We are here", "Stay until 10:15", "Stay until 10:25", "End now")
                .doesNotContain("Stay until 10:30");
        TestClient nadia = browserOf(NADIA).with("Accept-Language", "en");
        assertThat(nadia.get(page).body()).doesNotContain("We are here", "End now", "Stay until");
        Map<String, String> form = Map.of("_csrf", nadia.csrfOf(page), "date", "2026-09-10T07:00:00Z");
        assertThat(nadia.postForm(page + "/check-in", form).statusCode()).isEqualTo(403);
        assertThat(state(booking)).isEqualTo("PLANNED");

        String token = camille.csrfOf(page);
        camille.postForm(page + "/check-in", Map.of("_csrf", token, "date", "2026-09-10T07:00:00Z"));
        assertThat(state(booking)).isEqualTo("CHECKED_IN");
        camille.postForm(
                page + "/extend",
                Map.of("_csrf", token, "date", "2026-09-10T07:00:00Z", "until", "2026-09-10T08:25:00Z"));
        assertThat(stored(booking).occurrences().get(0).time().end()).isEqualTo("2026-09-10T08:25:00Z");
        camille.postForm(page + "/end", Map.of("_csrf", token, "date", "2026-09-10T07:00:00Z"));
        assertThat(state(booking)).isEqualTo("ENDED");
    }

    @Test
    void whoAsksForTooMuchIsToldUntilWhenTheRoomIsFree() {
        String booking = book("2026-09-11T09:00");
        book("2026-09-11T10:40");
        at("2026-09-11T07:50:00Z");

        HttpResponse<String> answer = as(CAMILLE)
                .post("/api/v1/bookings/" + booking + "/extend", "{\"until\": \"2026-09-11T11:00:00+02:00\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode problem = TestClient.json(answer);
        assertThat(problem.get("latestEnd").asString()).isEqualTo("2026-09-11T08:40:00Z");
        assertThat(as(CAMILLE)
                        .post(
                                "/api/v1/bookings/" + booking + "/extend",
                                "{\"until\": \"" + problem.get("latestEnd").asString() + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(CAMILLE)
                        .post("/api/v1/bookings/" + booking + "/extend", "{\"until\": \"2026-09-11T08:45:00Z\"}")
                        .body())
                .doesNotContain("latestEnd");
    }

    @Test
    void whoEntersTheConferenceHasCome() {
        String booking = book("2026-09-14T09:00", ", \"conference\": {\"provider\": \"jitsi\"}");
        at("2026-09-14T07:02:00Z");
        String door = URI.create(TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking + "/conference"))
                        .get("joinUrl")
                        .asString())
                .getPath();

        assertThat(see(door).statusCode()).isEqualTo(200);
        assertThat(state(booking)).isEqualTo("PLANNED");
        assertThat(press(door, Map.of()).statusCode()).isEqualTo(303);

        assertThat(state(booking)).isEqualTo("CHECKED_IN");
    }

    @Test
    void whoWaitsForTheRoomHasItOnceItIsGivenBack() {
        String booking = book("2026-09-17T09:00");
        at("2026-09-17T07:10:00Z");
        HttpResponse<String> waiting = as(NADIA).post("/api/v1/waitlist", """
                        {"title": "Enfin", "start": "2026-09-17T09:30", "timeZone": "Europe/Paris", "duration": "PT30M",
                         "rooms": ["%s"], "until": "2026-09-17T07:25:00Z"}""".formatted(ROOM));
        assertThat(waiting.statusCode()).as(waiting.body()).isEqualTo(201);
        assertThat(waiting.body()).contains("WAITING");
        String entry = TestClient.json(waiting).get("id").asString();
        at("2026-09-17T07:15:00Z");

        release(booking);

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                as(NADIA).get("/api/v1/waitlist/" + entry).body())
                        .contains("OFFERED"));
    }

    @Test
    void whoeverManagesTheSiteSeesWhoDidNotCome() {
        String booking = book("2026-09-16T09:00");
        at("2026-09-16T07:15:00Z");
        release(booking);

        TestClient administrator = browserOf(ADMIN).with("Accept-Language", "en");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(administrator.get("/no-shows?days=30").body())
                                .contains("Moret Seine-et-Loing", "Atelier Brie", "once")
                                .doesNotContain("Camille"));
        assertThat(browserOf(MANAGER)
                        .with("Accept-Language", "en")
                        .get("/no-shows?days=x")
                        .body())
                .contains("Somebody came to everything.")
                .doesNotContain("Atelier");
        assertThat(browserOf(CAMILLE).get("/no-shows").statusCode()).isEqualTo(404);
    }

    /** The rule stays: nothing else is booked there. */
    @Test
    void whoeverStaysAwayTwiceHasToAskAndIsToldWhy() {
        String directory = as(ADMIN).get("/api/v1/admin/directory").body();
        String strict = directory.replaceFirst(
                "(rebais-morin: \\{.*)}", "$1, rules: {arrival: {grace: PT15M, noShows: {person: 2}}}}");
        assertThat(as(ADMIN).putYaml("/api/v1/admin/directory", strict).statusCode())
                .isEqualTo(200);
        for (String day : List.of("2026-09-21", "2026-09-22")) {
            String missed = book(NADIA, "rebais-morin", day + "T09:00");
            assertThat(stored(missed).state()).isEqualTo(BookingState.CONFIRMED);
            at(day + "T07:15:00Z");
            release(missed);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                repeated.repeated(directories.current()).rooms())
                        .containsKey(new RoomId("rebais-morin")));

        String asked = book(NADIA, "rebais-morin", "2026-09-23T09:00");

        assertThat(stored(asked).state()).isEqualTo(BookingState.REQUESTED);
        assertThat(browserOf(ADMIN)
                        .with("Accept-Language", "en")
                        .get("/requests")
                        .body())
                .contains("nobody came to 2 dates of the person who asked within 90 days");
        assertThat(browserOf(NADIA)
                        .with("Accept-Language", "fr")
                        .get("/bookings/" + asked)
                        .body())
                .contains("parce que personne n’est venu à 2 dates");
        assertThat(stored(book(CAMILLE, "rebais-morin", "2026-09-24T09:00")).state())
                .isEqualTo(BookingState.CONFIRMED);
    }

    @Test
    void speaksFrench() {
        String booking = book("2026-09-15T09:00");
        at("2026-09-15T07:05:00Z");

        assertThat(anonymous().with("Accept-Language", "fr").get(link(booking)).body())
                .contains("Êtes-vous là", "Sans signalement avant 09:15, la salle est rendue.");
        assertThat(anonymous().with("Accept-Language", "fr").get(panel(ROOM)).body())
                .contains("Nous sommes là", "Signalez votre arrivée avant 09:15");
    }
}
