package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.invitation.Outbox;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class BookingConferenceApiTests extends HttpTest {

    private static final String ROOM = "moret-visio";
    private static final String SUITE = "melun-telepresence";
    private static final String JITSI = "{\"provider\": \"jitsi\"}";

    @Autowired
    private SentMails sent;

    @Autowired
    private Outbox outbox;

    private HttpResponse<String> send(String day, String conference, String more) {
        return as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Liaison", "start": "%sT09:00", "duration": "PT1H", "rooms": ["%s", "%s"],
                         "attendees": [{"email": "%s"}, {"email": "kim-%s@outside.example"}], "conference": %s%s}""".formatted(day, ROOM, SUITE, NADIA, day, conference, more));
    }

    private JsonNode booked(String day, String conference) {
        HttpResponse<String> booked = send(day, conference, "");
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked);
    }

    private static String path(JsonNode booking) {
        return "/api/v1/bookings/" + booking.get("id").asString();
    }

    private JsonNode told(String reader, JsonNode booking) {
        HttpResponse<String> answer = as(reader).get(path(booking) + "/conference");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer);
    }

    @Test
    void tellsTheOrganiserHowEverybodyJoinsByOurOwnLinks() {
        JsonNode booking = booked("2026-05-04", JITSI);

        JsonNode told = told(CAMILLE, booking);

        assertThat(told.propertyNames()).containsExactlyInAnyOrder("provider", "room", "joinUrl", "dialIn", "rooms");
        assertThat(told.get("provider").asString()).isEqualTo("jitsi");
        assertThat(told.get("room").asString()).matches("[a-z0-9-]{40,60}");
        assertThat(told.get("joinUrl").asString()).startsWith("http://127.0.0.1:" + port + "/join/");
        assertThat(told.get("dialIn")).isEmpty();
        assertThat(told.get("rooms"))
                .extracting(room -> room.get("room").asString())
                .containsExactly(ROOM, SUITE);
        assertThat(told.get("rooms"))
                .extracting(room -> room.get("joinUrl").asString())
                .doesNotHaveDuplicates()
                .doesNotContain(told.get("joinUrl").asString());
    }

    @Test
    void tellsEachReaderTheirOwnLinkAndTheRoomsTheyConnect() {
        JsonNode booking = booked("2026-05-05", JITSI);
        String organiser = told(CAMILLE, booking).get("joinUrl").asString();

        JsonNode invited = told(NADIA, booking);
        JsonNode colleague = told(LOUIS, booking);
        JsonNode manager = told(MANAGER, booking);

        assertThat(invited.get("rooms")).isEmpty();
        assertThat(colleague.get("rooms")).isEmpty();
        assertThat(invited.get("joinUrl").asString())
                .isNotEqualTo(organiser)
                .isNotEqualTo(colleague.get("joinUrl").asString());
        assertThat(manager.get("rooms"))
                .extracting(room -> room.get("room").asString())
                .containsExactly(SUITE);
        assertThat(manager.get("joinUrl").asString())
                .isEqualTo(manager.get("rooms").get(0).get("joinUrl").asString());
    }

    @Test
    void tellsNothingToWhoIsNotInvited() {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Privé", "start": "2026-05-06T09:00", "duration": "PT1H", "rooms": ["%s"],
                         "visibility": "PUBLIC", "conference": {"provider": "external", "url": "https://zoom.example/j/1",
                         "pin": "4711"}}""".formatted(ROOM));
        JsonNode booking = TestClient.json(booked);

        assertThat(as(NADIA).get(path(booking) + "/conference").statusCode()).isEqualTo(403);
        assertThat(anonymous().get(path(booking) + "/conference").statusCode()).isEqualTo(401);
        assertThat(as(NADIA).get(path(booking)).body())
                .contains("Privé")
                .doesNotContain("zoom")
                .doesNotContain("4711");
        assertThat(as(CAMILLE).get(path(booking)).body()).contains("https://zoom.example/j/1", "4711");
    }

    @Test
    void knowsNoConferenceWhereNoneIsWished() {
        JsonNode booking = booked("2026-05-07", "{\"provider\": \"\"}");

        assertThat(as(CAMILLE).get(path(booking) + "/conference").statusCode()).isEqualTo(404);
        assertThat(as(CAMILLE)
                        .get("/api/v1/bookings/" + "0".repeat(32) + "/conference")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesTheUsualProviderWhereNoneIsNamed() {
        assertThat(booked("2026-05-11", "{}").get("conference").get("provider").asString())
                .isEqualTo("jitsi");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "{`provider`: `teams`}|conference.provider",
                "{`provider`: `Jitsi!`}|conference.provider",
                "{`provider`: `bigbluebutton`}|conference.provider",
                "{`provider`: `external`}|conference.url",
                "{`provider`: `external`, `url`: `http://zoom.example/j/1`}|conference.url",
                "{`provider`: `external`, `url`: `javascript:alert(1)`}|conference.url",
                "{`provider`: `external`, `sip`: `no host`}|conference.sip",
                "{`provider`: `external`, `h323`: `<>`}|conference.h323",
                "{`provider`: `external`, `phone`: `0123`}|conference.phone",
                "{`provider`: `external`, `phone`: `+33123456789`, `pin`: `abc`}|conference.pin",
                "{`provider`: `jitsi`, `url`: `https://zoom.example/j/1`}|conference.url"
            })
    void refusesAConferenceThatCannotBe(String conference, String field) {
        HttpResponse<String> refused = send("2026-05-12", conference.replace('`', '"'), "");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        JsonNode problem = TestClient.json(refused);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(problem.get("errors"))
                .extracting(error -> error.get("field").asString())
                .contains(field);
    }

    @Test
    void changesAddsAndTakesAwayAConference() {
        JsonNode booking = booked("2026-05-13", "null");

        String linked = as(CAMILLE).patch(path(booking), """
                        {"conference": {"provider": "external", "sip": "sip:91@zoomcrc.example", "phone": "0033 1 23 45 67 89",
                         "pin": "47 11"}}""").body();
        JsonNode told = told(CAMILLE, booking);
        String left = as(CAMILLE).patch(path(booking), "{\"notes\": \"x\"}").body();
        String back = as(CAMILLE)
                .patch(path(booking), "{\"conference\": {\"provider\": \"\"}}")
                .body();

        assertThat(linked).contains("\"sip\":\"91@zoomcrc.example\"", "\"phone\":\"+33123456789\"");
        assertThat(told.get("dialIn").toString())
                .isEqualTo("[{\"kind\":\"SIP\",\"address\":\"91@zoomcrc.example\",\"pin\":\"4711\"},"
                        + "{\"kind\":\"PSTN\",\"address\":\"+33123456789\",\"pin\":\"4711\"}]");
        assertThat(left).contains("91@zoomcrc.example");
        assertThat(back).contains("\"conference\":null");
    }

    @Test
    void replaysARequestWithAConference() {
        TestClient once = as(CAMILLE).with("Idempotency-Key", "video-1");
        String body = """
                {"title": "Liaison", "start": "2026-05-15T15:00", "duration": "PT1H", "rooms": ["%s"], "conference": {}}""".formatted(ROOM);

        assertThat(once.post("/api/v1/bookings", body).statusCode()).isEqualTo(201);
        assertThat(once.post("/api/v1/bookings", body).statusCode()).isEqualTo(200);
    }

    @Test
    void writesTheRoomsLinkInTheRoomsFeedAndTheReadersInTheirFile() {
        JsonNode booking = booked(
                "2026-05-18",
                "{\"provider\": \"external\", \"url\": \"https://zoom.example/j/9\", \"sip\": \"91@zoomcrc.example\","
                        + " \"pin\": \"4711\"}");
        JsonNode told = told(CAMILLE, booking);
        HttpResponse<String> feed = as(CAMILLE)
                .post("/api/v1/feeds", "{\"scope\": \"ROOM\", \"of\": \"" + ROOM + "\", \"detail\": \"FULL\"}");
        String url = TestClient.json(feed).get("url").asString();

        String calendar =
                unfolded(anonymous().get(url.substring(url.indexOf("/feeds/"))).body());
        String file = unfolded(as(CAMILLE).get(path(booking) + "/calendar.ics").body());

        String roomLink = told.get("rooms").get(0).get("joinUrl").asString();
        assertThat(calendar)
                .contains("DESCRIPTION:" + roomLink + "\\n\\nsip:91@zoomcrc.example", "CONFERENCE;")
                .doesNotContain("zoom.example/j/9")
                .doesNotContain("4711");
        assertThat(file)
                .contains("DESCRIPTION:" + told.get("joinUrl").asString())
                .doesNotContain(roomLink)
                .doesNotContain("4711");
    }

    private static String unfolded(String calendar) {
        return calendar.replaceAll("\r\n[ \t]", "");
    }

    @Test
    void mailsEverybodyTheirOwnLinkAndNewOnesWhenTheyAreMadeVoid() {
        JsonNode booking = booked("2026-05-19", JITSI);
        String guest = "kim-2026-05-19@outside.example";
        String before = linksIn(guest, 1).get(0);

        as(CAMILLE).post(path(booking) + "/conference/new-links", "");
        waitOutThePauseOfNews();
        String after = linksIn(guest, 2).stream()
                .filter(link -> !link.equals(before))
                .findFirst()
                .orElseThrow();

        assertThat(before).isNotEqualTo(told(CAMILLE, booking).get("joinUrl").asString());
        assertThat(anonymous().get(before.substring(before.indexOf("/join/"))).statusCode())
                .isEqualTo(410);
        assertThat(anonymous().get(after.substring(after.indexOf("/join/"))).statusCode())
                .isEqualTo(200);
    }

    /** What changes soon after a mail is told a while later. */
    private void waitOutThePauseOfNews() {
        clock.advance(Duration.ofMinutes(6));
        outbox.lookAtAll();
    }

    /** Those in the mails to {@code address}, once there are so many. */
    private List<String> linksIn(String address, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> sent.to(address).stream()
                                .map(BookingConferenceApiTests::linkIn)
                                .distinct()
                                .toList(),
                        links -> links.size() == count);
    }

    private static String linkIn(SpooledMail mail) {
        String text = mail.text("text/plain").orElseThrow();
        var link =
                Pattern.compile("http://127\\.0\\.0\\.1:\\d+/join/[a-z0-9-]+").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    @Test
    void changesTheQualityAndLeavesItWhereNothingIsSaidOfIt() {
        JsonNode booking = booked("2026-05-20", "{\"provider\": \"jitsi\", \"quality\": \"FULL_HD\"}");

        String plain = as(CAMILLE)
                .patch(path(booking), "{\"conference\": {\"quality\": \"SD\"}}")
                .body();
        String same = as(CAMILLE)
                .patch(path(booking), "{\"conference\": {\"provider\": \"jitsi\"}}")
                .body();

        assertThat(plain).contains("\"quality\":\"SD\"");
        assertThat(same).contains("\"quality\":\"SD\"");
    }

    private HttpResponse<String> renew(String by, JsonNode booking, String body) {
        return as(by).post(path(booking) + "/conference/new-links", body);
    }

    private int statusOf(String link) {
        return anonymous().get(link.substring(link.indexOf("/join/"))).statusCode();
    }

    @Test
    void makesTheLinkOfOnePersonVoidAndMailsItToThemAlone() {
        JsonNode booking = booked("2026-05-21", JITSI);
        String guest = "kim-2026-05-21@outside.example";
        String before = linksIn(guest, 1).get(0);
        String organisers = told(CAMILLE, booking).get("joinUrl").asString();
        String nadias = told(NADIA, booking).get("joinUrl").asString();
        await().atMost(Duration.ofSeconds(20)).until(() -> mailsTo(NADIA, nadias) == 1);

        HttpResponse<String> renewed = renew(CAMILLE, booking, "{\"email\": \"" + guest + "\"}");
        waitOutThePauseOfNews();
        String after = linksIn(guest, 2).stream()
                .filter(link -> !link.equals(before))
                .findFirst()
                .orElseThrow();

        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
        assertThat(statusOf(before)).isEqualTo(410);
        assertThat(statusOf(after)).isEqualTo(200);
        assertThat(told(CAMILLE, booking).get("joinUrl").asString()).isEqualTo(organisers);
        assertThat(told(NADIA, booking).get("joinUrl").asString()).isEqualTo(nadias);
        assertThat(statusOf(nadias)).isEqualTo(200);
        assertThat(mailsTo(NADIA, nadias)).isEqualTo(1);
    }

    private long mailsTo(String address, String link) {
        return sent.to(address).stream()
                .filter(mail -> mail.text("text/plain").orElse("").contains(link))
                .count();
    }

    @Test
    void makesTheLinkOfOneRoomVoidAndThenAllOfThem() {
        JsonNode booking = booked("2026-05-26", JITSI);
        JsonNode before = told(CAMILLE, booking);

        JsonNode one = TestClient.json(renew(MANAGER, booking, "{\"room\": \"" + SUITE + "\"}"));
        JsonNode after = told(CAMILLE, booking);
        renew(CAMILLE, booking, "{}");

        String rooms = before.get("rooms").get(0).get("joinUrl").asString();
        String suites = before.get("rooms").get(1).get("joinUrl").asString();
        String renewed = after.get("rooms").get(1).get("joinUrl").asString();
        assertThat(one.get("rooms").get(0).get("joinUrl").asString())
                .isEqualTo(renewed)
                .isNotEqualTo(suites);
        assertThat(after.get("rooms").get(0).get("joinUrl").asString()).isEqualTo(rooms);
        assertThat(after.get("joinUrl")).isEqualTo(before.get("joinUrl"));
        assertThat(List.of(statusOf(suites), statusOf(renewed), statusOf(rooms)))
                .containsOnly(410);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "{`email`: `nobody@outside.example`}|404",
                "{`email`: `louis@atelier-brie.example`}|404",
                "{`room`: `trilport-visio`}|404",
                "{`email`: `no address`}|400",
                "{`room`: `No Room`}|400",
                "{`email`: `nadia@grandgroupe.example`, `room`: `melun-telepresence`}|400",
                "{`person`: `nadia@grandgroupe.example`}|400"
            })
    void makesNoLinkVoidOfWhoeverHasNone(String body, int status) {
        JsonNode booking = booked("2026-05-27", JITSI);
        String link = told(NADIA, booking).get("joinUrl").asString();

        HttpResponse<String> refused = renew(CAMILLE, booking, body.replace('`', '"'));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(told(NADIA, booking).get("joinUrl").asString()).isEqualTo(link);
        as(CAMILLE).delete(path(booking));
    }

    @Test
    void letsOnlyWhoMayChangeTheBookingMakeALinkVoidAndTellsNobodyElseWhoIsInvited() {
        JsonNode booking = booked("2026-05-28", JITSI);
        String invited = "{\"email\": \"" + NADIA + "\"}";

        assertThat(renew(NADIA, booking, invited).statusCode()).isEqualTo(403);
        assertThat(renew(LOUIS, booking, invited).statusCode()).isEqualTo(403);
        assertThat(renew(NADIA, booking, "{\"email\": \"nobody@outside.example\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(anonymous()
                        .post(path(booking) + "/conference/new-links", invited)
                        .statusCode())
                .isEqualTo(401);
        assertThat(renew(MANAGER, booking, invited).statusCode()).isEqualTo(200);
    }
}
