package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** The day of a room and of a site on paper, with as much as its reader may know. */
class DaySheetPageTests extends HttpTest {

    private static final String DAY = "2027-11-17";
    private static final String ROOM = "senart-carre";
    private static final String SHEET = "/rooms/" + ROOM + "/day-sheet?date=" + DAY;

    private void book(String start, String title, String visibility) {
        HttpResponse<String> booked =
                as(CAMILLE).post("/api/v1/bookings", """
                {"title": "%s", "start": "%sT%s", "duration": "PT1H", "visibility": "%s", "headcount": 4, "rooms": ["%s"]}""".formatted(title, DAY, start, visibility, ROOM));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    }

    private static HttpResponse<String> see(TestClient reader, String path) {
        HttpResponse<String> page = reader.with("Accept-Language", "en").get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        return page;
    }

    @Test
    void eachReaderPrintsWhatTheyMayRead() {
        book("09:00", "Plan de relance", "ORGANISATION");
        book("11:00", "Tout privé", "PRIVATE");
        book("15:00", "Porte ouverte", "PUBLIC");

        String own = see(browserOf(CAMILLE), SHEET).body();
        String colleague = see(browserOf(LOUIS), SHEET).body();
        HttpResponse<String> other = see(browserOf(NADIA), SHEET);
        String network = see(browserOf(ADMIN), SHEET).body();

        assertThat(own)
                .contains("Wednesday 17 November 2027", "open 08:00–20:00")
                .containsSubsequence(
                        "09:00–10:00", "Plan de relance", "Camille Girard", "4 people", "11:00–12:00", "Tout privé");
        assertThat(colleague).contains("Plan de relance").doesNotContain("privé");
        for (String masked : new String[] {other.body(), network}) {
            assertThat(masked)
                    .containsSubsequence("09:00–10:00", "Reserved", "11:00–12:00", "Reserved", "Porte ouverte")
                    .doesNotContain("relance", "privé");
        }
        assertThat(other.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void aSiteIsOneListOrAPageForEachRoom() {
        book("17:00", "Clôture", "PUBLIC");
        TestClient browser = browserOf(NADIA);

        String list = see(browser, "/sites/senart/day-sheet?date=" + DAY).body();
        String pages =
                see(browser, "/sites/senart/day-sheet?by=room&date=" + DAY).body();

        assertThat(list).contains("Clôture", "A page for each room").doesNotContain("day-sheet by-room");
        assertThat(pages).contains("Clôture", "day-sheet by-room", "All in one list");
        assertThat(pages.split("class=\"day-room\"", -1))
                .hasSameSizeAs(list.split("class=\"day-room\"", -1))
                .hasSizeGreaterThan(2);
        assertThat(see(browser, "/day?site=senart&date=" + DAY).body())
                .contains("href=\"/sites/senart/day-sheet?date=" + DAY + "\"");
    }

    @Test
    void whatIsNotThereIsNotPrinted() {
        TestClient browser = browserOf(NADIA);

        assertThat(browser.get("/rooms/no-such-room/day-sheet").statusCode()).isEqualTo(404);
        assertThat(browser.get("/sites/No Such/day-sheet".replace(" ", "%20")).statusCode())
                .isEqualTo(404);
        assertThat(see(browser, "/rooms/" + ROOM + "/day-sheet?date=nonsense").body())
                .contains("25 March 2026");
        assertThat(anonymous().get(SHEET).statusCode()).isEqualTo(302);
    }
}
