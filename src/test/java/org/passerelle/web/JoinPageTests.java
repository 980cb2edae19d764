package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.conference.jitsi.ProsodyDouble.ACCEPTED;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.passerelle.conference.jitsi.ProsodyDouble;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The page behind our own link: each link at each time gives the right one, and none tells what the meeting is about. */
class JoinPageTests extends HttpTest {

    private static final String ROOM = "lizy-sur-ourcq-visio";
    private static final String OTHER = "rebais-visio";
    private static final String FAR = "montreal-telepresence";
    private static final ProsodyDouble PROSODY =
            ProsodyDouble.withSecret("passerelle", "demo-secret-that-everybody-knows", "jitsi");

    @Autowired
    private RoomLinks roomLinks;

    private String book(String start, String rooms, String more) {
        String body = """
                {"title": "Rachat secret", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H",
                 "rooms": [%s], "attendees": [{"email": "kim@outside.example", "name": "Kim Nguyen"}], "notes": "confidentiel"%s}""".formatted(start, rooms, more);
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", body);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String bookLinked(String start) {
        return book(start, quoted(ROOM) + ", " + quoted(FAR), ", \"conference\": {\"provider\": \"jitsi\"}");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private JsonNode conference(String booking) {
        HttpResponse<String> answer = as(CAMILLE).get("/api/v1/bookings/" + booking + "/conference");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer);
    }

    /** The organiser's own. */
    private String link(String booking) {
        return URI.create(conference(booking).get("joinUrl").asString()).getPath();
    }

    private String linkOf(String room, String booking) {
        for (JsonNode each : conference(booking).get("rooms")) {
            if (each.get("room").asString().equals(room)) {
                return URI.create(each.get("joinUrl").asString()).getPath();
            }
        }
        throw new AssertionError("No link for " + room);
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    private HttpResponse<String> press(String link) {
        return anonymous().postForm(link, Map.of());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String token(HttpResponse<String> answer) {
        Matcher token = Pattern.compile("jwt=%22([A-Za-z0-9_.-]+)%22").matcher(location(answer));
        assertThat(token.find()).as(location(answer)).isTrue();
        return token.group(1);
    }

    private static String claims(HttpResponse<String> answer) {
        return new String(Base64.getUrlDecoder().decode(token(answer).split("\\.")[1]), StandardCharsets.UTF_8);
    }

    /** The script of the page knows no language; what it writes comes from here. */
    @Test
    void hasTheWordsInWhichItsScriptCountsDown() throws Exception {
        String link = link(bookLinked("2026-06-17T15:00"));
        at("2026-06-17T10:35:00Z");

        String french = anonymous().with("Accept-Language", "fr").get(link).body();

        assertThat(french).contains("data-days=\"# j\"", "data-seconds=\"# s\"", "data-days=\"1er 2 3 4 ");
        assertThat(Files.readString(Path.of("src/main/resources/static/assets/join.js")))
                .doesNotContain("french", "'fr'", "1er");
    }

    @Test
    void tellsBeforeTheTimeWhenItOpensAndNothingElse() {
        String booking = bookLinked("2026-05-04T15:00");
        String link = link(booking);
        at("2026-05-04T10:35:00Z");

        HttpResponse<String> page = anonymous().get(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("not open yet", "2 h 15 min", "Lizy-sur-Ourcq", "15:00–16:00", "Montréal", "09:00–10:00")
                .doesNotContain("Rachat")
                .doesNotContain("confidentiel")
                .doesNotContain("Kim")
                .doesNotContain("Camille")
                .doesNotContain("meet.it77.example")
                .doesNotContain(conference(booking).get("room").asString());
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(page.headers().firstValue("Refresh")).contains("600");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void looksAgainByItselfWhenTheDoorsOpen() {
        String link = link(bookLinked("2026-05-05T15:00"));
        at("2026-05-05T12:49:00Z");

        assertThat(anonymous().get(link).headers().firstValue("Refresh")).contains("61");
    }

    @Test
    void letsNobodyInBeforeTheTime() {
        String link = link(bookLinked("2026-05-06T15:00"));
        at("2026-05-06T12:49:59Z");

        HttpResponse<String> pressed = press(link);

        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(pressed.body()).contains("not open yet").doesNotContain("jwt");
    }

    @Test
    void makesTheTokenAtThePressAndNotBefore() {
        String booking = bookLinked("2026-05-07T15:00");
        String room = conference(booking).get("room").asString();
        String link = link(booking);
        at("2026-05-07T12:50:00Z");

        HttpResponse<String> looked = anonymous().get(link);
        HttpResponse<String> pressed = press(link);

        assertThat(looked.body())
                .contains("It is time.", "Enter the conference")
                .doesNotContain("jwt");
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(location(pressed)).startsWith("https://meet.it77.example/" + room + "#jwt=");
        assertThat(pressed.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(PROSODY.login(token(pressed), clock.instant())).isEqualTo(ACCEPTED);
        assertThat(ProsodyDouble.join(token(pressed), "meet.it77.example", "", room))
                .isEqualTo(ACCEPTED);
        assertThat(ProsodyDouble.page(token(pressed))).isEqualTo(ACCEPTED);
        assertThat(ProsodyDouble.affiliation(token(pressed))).isEqualTo("owner");
    }

    @Test
    void letsARoomInAsARoom() {
        String booking = bookLinked("2026-05-11T15:00");
        String link = linkOf(FAR, booking);
        at("2026-05-11T13:30:00Z");

        HttpResponse<String> pressed = press(link);

        assertThat(anonymous().get(link).body()).contains("Connect this room");
        assertThat(claims(pressed)).contains("room:" + FAR, "Montréal", "\"lobby_bypass\":true");
        assertThat(ProsodyDouble.affiliation(token(pressed))).isEqualTo("member");
    }

    @Test
    void isClosedWhenItIsOver() {
        String link = link(bookLinked("2026-05-12T15:00"));

        at("2026-05-12T14:09:59Z");
        assertThat(anonymous().get(link).body()).contains("It is time.");
        at("2026-05-12T14:10:00Z");
        assertThat(anonymous().get(link).statusCode()).isEqualTo(410);
        assertThat(anonymous().get(link).body()).contains("is over");
        assertThat(press(link).statusCode()).isEqualTo(410);
    }

    @Test
    void saysThatAMeetingIsCalledOff() {
        String booking = bookLinked("2026-05-13T15:00");
        String link = link(booking);
        as(CAMILLE).delete("/api/v1/bookings/" + booking);
        at("2026-05-13T13:00:00Z");

        assertThat(anonymous().get(link).body()).contains("called off").doesNotContain("Rachat");
        assertThat(location(press(link))).isEmpty();
    }

    @Test
    void followsAMeetingThatIsMoved() {
        String booking = bookLinked("2026-05-18T15:00");
        String link = link(booking);
        as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"start\": \"2026-05-19T16:00\"}");
        at("2026-05-18T13:00:00Z");

        assertThat(anonymous().get(link).body())
                .contains("not open yet", "was changed", "Tuesday 19 May 2026", "16:00–17:00");
        at("2026-05-19T14:00:00Z");
        assertThat(press(link).statusCode()).isEqualTo(303);
    }

    @Test
    void tellsARoomThatAnotherStandsInForIt() {
        String booking = bookLinked("2026-05-20T15:00");
        String before = linkOf(ROOM, booking);
        as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"rooms\": [\"" + OTHER + "\", \"" + FAR + "\"]}");
        at("2026-05-20T13:00:00Z");

        assertThat(anonymous().get(before).statusCode()).isEqualTo(410);
        assertThat(anonymous().get(before).body()).contains("does not take part");
        assertThat(location(press(before))).isEmpty();
        assertThat(press(linkOf(OTHER, booking)).statusCode()).isEqualTo(303);
    }

    @Test
    void opensNothingOnceItIsMadeVoid() {
        String booking = bookLinked("2026-05-21T15:00");
        String before = link(booking);
        HttpResponse<String> renewed = as(CAMILLE).post("/api/v1/bookings/" + booking + "/conference/new-links", "");
        at("2026-05-21T13:00:00Z");

        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
        assertThat(anonymous().get(before).statusCode()).isEqualTo(410);
        assertThat(anonymous().get(before).body()).contains("no longer good");
        assertThat(location(press(before))).isEmpty();
        assertThat(link(booking)).isNotEqualTo(before);
        assertThat(press(link(booking)).statusCode()).isEqualTo(303);
    }

    @Test
    void knowsNoLinkThatNobodyWasGiven() {
        String link = link(bookLinked("2026-05-26T15:00"));
        String wrong = link.substring(0, link.length() - 4) + "aaaa";

        assertThat(anonymous().get(wrong).statusCode()).isEqualTo(404);
        assertThat(anonymous().get(wrong).body()).contains("leads nowhere").doesNotContain("Lizy");
        assertThat(press(wrong).statusCode()).isEqualTo(404);
        assertThat(anonymous().get("/join/x").statusCode()).isEqualTo(404);
    }

    @Test
    void letsAColleagueInAsAGuestUnderTheNameTheyGive() {
        String booking = bookLinked("2026-05-27T15:00");
        HttpResponse<String> told = as(LOUIS).get("/api/v1/bookings/" + booking + "/conference");
        String link =
                URI.create(TestClient.json(told).get("joinUrl").asString()).getPath();
        at("2026-05-27T13:00:00Z");

        HttpResponse<String> pressed = anonymous().postForm(link, Map.of("name", "Louis B."));

        assertThat(anonymous().get(link).body()).contains("Your name");
        assertThat(claims(pressed)).contains("\"Louis B.\"", "\"moderator\":false", "\"lobby_bypass\":false");
    }

    @Test
    void leadsToTheDateOfASeriesThatIsNext() {
        String booking = book(
                "2026-06-01T15:00",
                quoted(ROOM) + ", " + quoted(FAR),
                ", \"recurrence\": \"FREQ=WEEKLY;COUNT=3\", \"conference\": {}");
        String link = link(booking);

        at("2026-06-02T08:00:00Z");
        assertThat(anonymous().get(link).body()).contains("Monday 8 June 2026");
        at("2026-06-08T13:00:00Z");
        HttpResponse<String> second = press(link);
        at("2026-06-15T13:00:00Z");
        HttpResponse<String> third = press(link);
        assertThat(location(second).split("#")[0]).isNotEqualTo(location(third).split("#")[0]);
        at("2026-06-16T08:00:00Z");
        assertThat(anonymous().get(link).body()).contains("is over");
    }

    @Test
    void showsTheWaysIntoAConferenceHostedElsewhereAtThePress() {
        String booking = book("2026-06-03T15:00", quoted(ROOM), """
                , "conference": {"provider": "external", "url": "https://zoom.example/j/91?pwd=x1", "sip": "91@zoomcrc.example",
                  "phone": "+33 1 23 45 67 89", "pin": "4711"}""");
        String link = link(booking);
        at("2026-06-03T13:00:00Z");

        assertThat(anonymous().get(link).body()).doesNotContain("zoom").doesNotContain("4711");
        assertThat(press(link).body())
                .contains("https://zoom.example/j/91?pwd=x1", "91@zoomcrc.example", "+33123456789", "4711");
    }

    @Test
    void sendsOnToALinkThatHasNoOtherWayIn() {
        String booking = book(
                "2026-06-04T15:00",
                quoted(ROOM),
                ", \"conference\": {\"provider\": \"external\", \"url\": \"https://meet.example/abc\"}");
        String link = link(booking);
        at("2026-06-04T13:00:00Z");

        assertThat(location(press(link))).isEqualTo("https://meet.example/abc");
    }

    @Test
    void leadsARoomsOwnComputerToWhateverIsNextThere() {
        RoomId room = new RoomId(ROOM);
        String link = roomLinks.of(room).getPath();
        bookLinked("2026-06-09T15:00");
        bookLinked("2026-06-09T17:00");

        at("2026-06-06T10:00:00Z");
        assertThat(anonymous().get(link).body()).contains("No conference is planned");
        at("2026-06-09T10:00:00Z");
        assertThat(anonymous().get(link).body()).contains("15:00–16:00").doesNotContain("Rachat");
        at("2026-06-09T13:30:00Z");
        HttpResponse<String> first = press(link);
        at("2026-06-09T14:55:00Z");
        HttpResponse<String> second = press(link);
        assertThat(location(first).split("#")[0]).isNotEqualTo(location(second).split("#")[0]);

        roomLinks.renew(room);
        assertThat(anonymous().get(link).statusCode()).isEqualTo(410);
        assertThat(anonymous().get(roomLinks.of(room).getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void speaksFrench() {
        String link = link(bookLinked("2026-06-10T15:00"));

        assertThat(anonymous().with("Accept-Language", "fr").get(link).body())
                .contains("pas encore ouverte", "mercredi 10 juin 2026", "lang=\"fr\"");
    }

    @Test
    void looksNothingUpForWhoGuessesOnAndOn() {
        String link = link(bookLinked("2026-06-11T15:00"));
        // A few more than the limit: the last ones may be counted just after their answer has left.
        for (int i = 0; i < 310; i++) {
            anonymous().get("/join/guess-" + i);
        }

        assertThat(anonymous().get(link).statusCode()).isEqualTo(429);
        ticker.advance(Duration.ofMinutes(2));
        assertThat(anonymous().get(link).statusCode()).isEqualTo(200);
    }
}
