package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** The pages of a booking for a manager who runs it and may not read it. */
class MaskedPagesTests extends HttpTest {

    private String booked(String start, String more) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Ouvrage", "start": "%s", "duration": "PT1H", "rooms": ["melun-seine"],
                         "notes": "Caisson", "visibility": "PRIVATE"%s}""".formatted(start, more));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private JsonNode stored(String id) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + id));
    }

    @Test
    void moveItsTimeAndNothingOfItsWords() {
        String id = booked("2027-05-20T09:00", "");
        TestClient browser = browserOf(MANAGER);
        String page = browser.get("/bookings/" + id + "/change").body();
        ShownForm form = ShownForm.on(page);

        assertThat(page).doesNotContain("Ouvrage", "Caisson");
        assertThat(form.values("title")).isEmpty();
        as(CAMILLE).patch("/api/v1/bookings/" + id, "{\"notes\":\"Caisson, suite\"}");
        HttpResponse<String> saved = form.with("start", "14:00")
                .with("title", "Volé")
                .with("notes", "Volé")
                .send(browser);

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        JsonNode now = stored(id);
        assertThat(now.get("start").asString()).isEqualTo("2027-05-20T14:00");
        assertThat(now.get("title").asString()).isEqualTo("Ouvrage");
        assertThat(now.get("notes").asString()).isEqualTo("Caisson, suite");
    }

    @Test
    void refuseAFormThatWasMadeOfAnotherTime() {
        String id = booked("2027-05-21T09:00", "");
        TestClient browser = browserOf(MANAGER);
        ShownForm form = ShownForm.on(browser.get("/bookings/" + id + "/change").body());
        as(CAMILLE).patch("/api/v1/bookings/" + id, "{\"start\":\"2027-05-21T10:00\"}");

        HttpResponse<String> saved = form.with("start", "14:00").send(browser);

        assertThat(saved.statusCode()).isEqualTo(422);
        assertThat(stored(id).get("start").asString()).isEqualTo("2027-05-21T10:00");
    }

    @Test
    void offerToCancelAHoldAndNotToConfirmIt() {
        String id = booked("2027-05-25T09:00", ", \"hold\": \"PT1H\"");

        assertThat(browserOf(MANAGER).get("/bookings/" + id).body())
                .contains("/bookings/" + id + "/cancel")
                .doesNotContain("/bookings/" + id + "/confirm", "Ouvrage");
        assertThat(browserOf(CAMILLE).get("/bookings/" + id).body()).contains("/bookings/" + id + "/confirm");
    }

    @Test
    void makeNoLinkVoid() {
        String id = booked("2027-05-26T09:00", ", \"conference\": {\"provider\": \"jitsi\"}");
        TestClient browser = browserOf(MANAGER);
        Map<String, String> form = Map.of("_csrf", browser.csrfOf("/bookings"), "room", "melun-seine");

        HttpResponse<String> renewed = browser.postForm("/bookings/" + id + "/conference/new-links", form);

        assertThat(renewed.statusCode()).isEqualTo(403);
        assertThat(browser.get("/bookings/" + id + "/conference").body()).doesNotContain("/join/", "Ouvrage");
    }

    @Test
    void tellThePrivateTitleToNobodyWhoEntersByTheLinkOfARoom() {
        String id = booked("2026-03-25T13:00", ", \"conference\": {\"provider\": \"jitsi\"}");
        JsonNode ways = TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + id + "/conference"));
        clock.advance(Duration.ofHours(3));

        assertThat(entered(ways.get("joinUrl"))).contains("Ouvrage");
        assertThat(entered(ways.get("rooms").get(0).get("joinUrl"))).doesNotContain("Ouvrage");
    }

    /** Where a press on the link leads. */
    private String entered(JsonNode link) {
        HttpResponse<String> pressed =
                anonymous().postForm(URI.create(link.asString()).getPath(), Map.of("name", "Salle"));
        assertThat(pressed.statusCode()).isEqualTo(303);
        return pressed.headers().firstValue("Location").orElseThrow();
    }
}
