package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** To find one's bookings again, by page and by the API. */
class MyBookingsPageTests extends HttpTest {

    private String ours = "";
    private String secret = "";

    private static String made(TestClient by, String title, String start, String visibility) {
        HttpResponse<String> booked = by.post("/api/v1/bookings", """
            {"title": "%s", "notes": "L’été prochain", "start": "%s", "duration": "PT1H", "rooms": ["coulommiers-visio"],
             "headcount": 5, "visibility": "%s"}\
            """.formatted(title, start, visibility));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    @BeforeEach
    void book() {
        ours = made(as(CAMILLE), "Réunion Zéphyr", "2026-09-07T09:00", "ORGANISATION");
        secret = made(as(NADIA), "Zéphyr rival", "2026-09-07T11:00", "ORGANISATION");
    }

    @AfterEach
    void forget() {
        clock.reset();
        as(CAMILLE).delete("/api/v1/bookings/" + ours);
        as(NADIA).delete("/api/v1/bookings/" + secret);
    }

    private static List<String> ids(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer).get("items").values().stream()
                .map((JsonNode each) -> each.get("id").asString())
                .toList();
    }

    @Test
    void findsByWordsWhateverTheirAccents() {
        TestClient browser = browserOf(CAMILLE);

        assertThat(browser.get("/bookings?q=zephyr+ETE").body()).contains("Réunion Zéphyr");
        assertThat(browser.get("/bookings?q=coulommiers+zephyr").body()).contains("Réunion Zéphyr");
        assertThat(browser.get("/bookings?q=zephyr+nowhere").body())
                .contains("Nothing matches.")
                .doesNotContain("Réunion Zéphyr");
        assertThat(browser.get("/bookings?q=zephyr&site=melun").body()).contains("Nothing matches.");
    }

    @Test
    void findsWhatColleaguesBookedAndNothingThatIsMasked() {
        String louis = browserOf(LOUIS).get("/bookings?q=zephyr&all=on").body();
        String alone = browserOf(LOUIS).get("/bookings?q=zephyr").body();

        assertThat(louis).contains("Réunion Zéphyr").doesNotContain("rival", secret);
        assertThat(alone).contains("Nothing matches.");
    }

    @Test
    void listsWhatIsOver() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-09-08T08:00:00Z")));
        TestClient browser = browserOf(CAMILLE);

        assertThat(browser.get("/bookings?q=zephyr").body()).doesNotContain("/bookings/" + ours);
        assertThat(browser.get("/bookings?q=zephyr&when=past").body())
                .contains("/bookings/" + ours, "Over the last year", "years=2", "when=past&amp;years=2");
    }

    @Test
    void isTheSameByTheApi() {
        String window = "/api/v1/bookings?from=2026-09-07T00:00:00Z&to=2026-09-08T00:00:00Z";

        assertThat(ids(as(LOUIS).get(window + "&q=z%C3%A9phyr"))).containsExactly(ours);
        assertThat(ids(as(NADIA).get(window + "&q=zephyr"))).containsExactly(secret);
        assertThat(ids(as(CAMILLE).get(window + "&q=zephyr+rival"))).isEmpty();
        assertThat(ids(as(CAMILLE).get(window + "&mine=true&q=zeph+prochain"))).contains(ours);
        assertThat(as(CAMILLE).get(window + "&q=" + "z".repeat(101)).statusCode())
                .isEqualTo(400);
        assertThat(as(CAMILLE).get(window + "&q=%20").statusCode()).isEqualTo(400);
    }

    @Test
    void aCopyIsTheFormWithAllButTheDay() {
        TestClient browser = browserOf(CAMILLE);

        HttpResponse<String> copy = browser.get("/bookings/" + ours + "/copy");
        String link = copy.headers().firstValue("Location").orElseThrow();
        ShownForm form = ShownForm.on(browser.get(link).body());

        assertThat(browser.get("/bookings/" + ours).body()).contains("/bookings/" + ours + "/copy");
        assertThat(link).startsWith("/book?site=coulommiers").doesNotContain("date=");
        assertThat(form.values("title")).containsExactly("Réunion Zéphyr");
        assertThat(form.values("start")).containsExactly("09:00");
        assertThat(form.values("people")).containsExactly("5");
        assertThat(form.values("notes")).containsExactly("L’été prochain");
        assertThat(form.values("room")).containsExactly("coulommiers-visio");
        assertThat(browserOf(NADIA).get("/bookings/" + ours + "/copy").statusCode())
                .isEqualTo(403);
    }
}
