package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.TestClient;

/** The door of a conference, in the browsers of people in two parts of the world. */
class JoinPageIT extends BrowserTest {

    @Test
    void addsTheReadersOwnClockWhereNoSiteShowsTheSame() {
        Page page = window(390, 844, "fr-FR", "Asia/Tokyo");

        page.navigate(linkOfAConferenceAt("2026-07-01T19:00"));

        assertThat(page.locator("[data-own]")).containsText("jeudi 2 juillet 2026, 02:00–03:00 (Asia/Tokyo)");
        assertFitsTheWindow(page);
    }

    @Test
    void saysTheFirstOfAMonthLikeTheFrench() {
        Page page = window(390, 844, "fr-FR", "America/New_York");

        page.navigate(linkOfAConferenceAt("2026-07-01T18:00"));

        assertThat(page.locator("[data-own]")).containsText("mercredi 1er juillet 2026, 12:00–13:00");
    }

    @Test
    void addsNothingWhereTheReaderSharesTheClockOfASite() {
        Page page = window(390, 844, "fr-FR", "Europe/Madrid");

        page.navigate(linkOfAConferenceAt("2026-07-01T16:00"));

        assertThat(page.locator("[data-clock]")).containsText("mercredi 1er juillet 2026, 16:00–17:00");
        assertThat(page.locator("[data-own]")).isHidden();
    }

    private String linkOfAConferenceAt(String start) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Liaison", "start": "%s", "duration": "PT1H", "rooms": ["melun-visio", "chelles-visio"],
                         "conference": {"provider": "external", "url": "https://zoom.example/j/1"}}""".formatted(start));
        org.assertj.core.api.Assertions.assertThat(booked.statusCode())
                .as(booked.body())
                .isEqualTo(201);
        return joinPath(TestClient.json(booked).get("id").asString());
    }
}
