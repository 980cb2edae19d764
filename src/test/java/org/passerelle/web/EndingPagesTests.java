package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.passerelle.Together;
import tools.jackson.databind.JsonNode;

/** Near the end of a conference its pages say so, and the organiser has it last longer where that can be. In September. */
class EndingPagesTests extends HttpTest {

    private static final String ROOM = "rebais-visio";
    private static final String FAR = "montreal-telepresence";

    private String book(String email, String start, String rooms, String more) {
        HttpResponse<String> booked = as(email).post("/api/v1/bookings", """
                        {"title": "Rachat secret", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H", "rooms": [%s]%s}""".formatted(start, rooms, more));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String linked(String email, String start, String rooms) {
        return book(
                email,
                start,
                rooms,
                ", \"attendees\": [{\"email\": \"kim@outside.example\"}], \"conference\": {\"provider\": \"jitsi\"}");
    }

    private String bookTwo(String start) {
        return linked(CAMILLE, start, '"' + ROOM + "\", \"" + FAR + '"');
    }

    private JsonNode conference(String booking) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking + "/conference"));
    }

    private String link(String booking) {
        return URI.create(conference(booking).get("joinUrl").asString()).getPath();
    }

    private String roomLink(String booking) {
        return URI.create(conference(booking).get("rooms").get(0).get("joinUrl").asString())
                .getPath();
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    private String end(String booking) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking))
                .get("occurrences")
                .get(0)
                .get("end")
                .asString();
    }

    private HttpResponse<String> press(String link, String seen) {
        return anonymous().postForm(link + "/longer", Map.of("end", seen));
    }

    @Test
    void sayNothingOfTheEndUntilItIsNearButLookAgainThen() {
        String link = link(bookTwo("2026-09-14T15:00"));
        at("2026-09-14T13:50:00Z");

        HttpResponse<String> page = anonymous().get(link);

        assertThat(page.body()).contains("It is time.").doesNotContain("15 minutes longer");
        assertThat(page.headers().firstValue("Refresh")).contains("301");
    }

    @Test
    void tellTheOrganiserWhenItEndsOnEachClockAndOfferMore() {
        String link = link(bookTwo("2026-09-15T15:00"));
        at("2026-09-15T13:55:00Z");

        HttpResponse<String> page = anonymous().get(link);

        assertThat(page.body())
                .contains("ends at 16:00 (Paris time) / 10:00 (Montreal time)")
                .contains("Nobody else needs the rooms right afterwards.", "15 minutes longer", "2026-09-15T14:00:00Z")
                .contains("target=\"_blank\"")
                .doesNotContain("Rachat");
        assertThat(page.headers().firstValue("Refresh")).contains("60");
        assertThat(anonymous().with("Accept-Language", "fr").get(link).body())
                .contains("se termine à 16:00 (heure de Paris) / 10:00", "15 minutes de plus");
    }

    @Test
    void tellRoomsAsWellButOfferThemNothing() {
        String booking = bookTwo("2026-09-16T15:00");
        at("2026-09-16T13:56:00Z");
        String link = roomLink(booking);

        HttpResponse<String> page = anonymous().get(link);
        HttpResponse<String> pressed = press(link, "2026-09-16T14:00:00Z");

        assertThat(page.body()).contains("ends at 16:00").doesNotContain("15 minutes longer", "_blank");
        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(end(booking)).isEqualTo("2026-09-16T14:00:00Z");
    }

    @Test
    void makeItLongerByOnePressAndOnceByTwo() {
        String booking = bookTwo("2026-09-17T15:00");
        String link = link(booking);
        at("2026-09-17T13:57:00Z");

        List<Callable<HttpResponse<String>>> presses =
                List.of(() -> press(link, "2026-09-17T14:00:00Z"), () -> press(link, "2026-09-17T14:00:00Z"));
        List<HttpResponse<String>> answers = Together.all(presses);

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(302, 302);
        assertThat(end(booking)).isEqualTo("2026-09-17T14:15:00Z");
        assertThat(anonymous().get(link).body()).contains("16:15").doesNotContain("15 minutes longer");
        press(link, "2026-09-17T14:15:00Z");
        assertThat(end(booking)).isEqualTo("2026-09-17T14:30:00Z");
    }

    @Test
    void sayWhenTheRoomIsNeededInsteadOfTheButton() {
        String booking = bookTwo("2026-09-18T15:00");
        linked(NADIA, "2026-09-18T16:10", '"' + ROOM + '"');
        at("2026-09-18T13:56:00Z");

        String page = anonymous().get(link(booking)).body();

        assertThat(page)
                .contains("Others need one of the rooms from 16:10 (Paris time)")
                .doesNotContain("15 minutes longer");
    }

    @Test
    void refuseInWordsWhatSomebodyElseWasFasterFor() {
        String booking = bookTwo("2026-09-21T15:00");
        String link = link(booking);
        at("2026-09-21T13:56:00Z");
        assertThat(anonymous().get(link).body()).contains("15 minutes longer");
        book(NADIA, "2026-09-21T16:10", '"' + ROOM + '"', "");

        HttpResponse<String> refused = press(link, "2026-09-21T14:00:00Z");
        HttpResponse<String> french = anonymous()
                .with("Accept-Language", "fr")
                .postForm(link + "/longer", Map.of("end", "2026-09-21T14:00:00Z"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains(
                        "It cannot last longer.",
                        "Salle Visio (Rebais, Brie des Morin) is needed from 16:10 (Paris time)",
                        "Back to the conference",
                        link)
                .doesNotContain("Rachat");
        assertThat(french.body()).contains("Impossible de prolonger.", "est attendue par d’autres à partir de 16:10");
        assertThat(refused.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(end(booking)).isEqualTo("2026-09-21T14:00:00Z");
    }

    @Test
    void sayThatARoomClosesAndRefuseWhoPressesAllTheSame() {
        String booking = linked(CAMILLE, "2026-09-22T19:00", '"' + ROOM + '"');
        String link = link(booking);
        at("2026-09-22T17:56:00Z");

        String page = anonymous().get(link).body();
        HttpResponse<String> refused = press(link, "2026-09-22T18:00:00Z");

        assertThat(page).contains("One of the rooms is closed then.").doesNotContain("15 minutes longer");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is open");
        assertThat(end(booking)).isEqualTo("2026-09-22T18:00:00Z");
    }

    @Test
    void changeNothingForAPressThatNamesNoEndOrComesTooEarlyOrByAStrangersLink() {
        String booking = bookTwo("2026-09-23T15:00");
        String link = link(booking);
        at("2026-09-23T12:00:00Z");
        press(link, "2026-09-23T14:00:00Z");
        at("2026-09-23T13:56:00Z");
        press(link, "soon");

        assertThat(press("/join/nobodys", "2026-09-23T14:00:00Z").statusCode()).isEqualTo(404);
        assertThat(end(booking)).isEqualTo("2026-09-23T14:00:00Z");
    }

    @Test
    void stayInOneTabForWhoIsMerelyInvited() {
        String booking = bookTwo("2026-09-24T15:00");
        at("2026-09-24T13:56:00Z");
        String colleague = URI.create(TestClient.json(as(LOUIS).get("/api/v1/bookings/" + booking + "/conference"))
                        .get("joinUrl")
                        .asString())
                .getPath();

        HttpResponse<String> page = anonymous().get(colleague);

        assertThat(page.body()).contains("It is time.").doesNotContain("ends at", "_blank");
        assertThat(page.headers().firstValue("Refresh")).isEmpty();
    }

    @Test
    void standOnThePageOfTheConferenceToo() {
        String booking = bookTwo("2026-09-25T15:00");
        String path = "/bookings/" + booking + "/conference";
        at("2026-09-25T13:56:00Z");
        TestClient browser = browserOf(CAMILLE);
        String csrf = browser.csrfOf(path);

        assertThat(browser.get(path).body()).contains("ends at 16:00 (Paris time)", "15 minutes longer");
        browser.postForm(path + "/longer", Map.of("_csrf", csrf, "end", "2026-09-25T14:00:00Z"));
        assertThat(browser.get(path).body()).contains("a quarter of an hour longer", "15:00–16:15");

        at("2026-09-25T14:12:00Z");
        linked(NADIA, "2026-09-25T16:20", '"' + ROOM + '"');
        browser.postForm(path + "/longer", Map.of("_csrf", csrf, "end", "2026-09-25T14:15:00Z"));
        assertThat(browser.get(path).body())
                .containsSubsequence(
                        "It cannot last longer.",
                        "Others need one of the rooms from 16:20 (Paris time)",
                        "Others need one of the rooms from 16:20 (Paris time)");
    }

    @Test
    void letNobodyElseMakeItLonger() {
        String booking = bookTwo("2026-09-11T15:00");
        String path = "/bookings/" + booking + "/conference";
        at("2026-09-11T13:56:00Z");
        TestClient colleague = browserOf(LOUIS);
        String csrf = colleague.csrfOf("/book");

        HttpResponse<String> pressed =
                colleague.postForm(path + "/longer", Map.of("_csrf", csrf, "end", "2026-09-11T14:00:00Z"));

        assertThat(colleague.get(path).body()).contains("ends at 16:00").doesNotContain("15 minutes longer");
        assertThat(pressed.statusCode()).isEqualTo(403);
        assertThat(end(booking)).isEqualTo("2026-09-11T14:00:00Z");
    }
}
