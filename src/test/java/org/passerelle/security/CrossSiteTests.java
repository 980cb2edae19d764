package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.security.throttle.PasswordThrottle;

/** What a page of another site can make somebody's browser do. */
class CrossSiteTests extends HttpTest {

    /** What a form can send anywhere, with the credentials that the browser remembers. */
    static List<String> actionsWithoutBody() {
        return List.of(
                "/api/v1/bookings/none/confirm",
                "/api/v1/bookings/none/approve",
                "/api/v1/bookings/none/decline",
                "/api/v1/bookings/none/check-in",
                "/api/v1/bookings/none/end",
                "/api/v1/bookings/none/conference/new-links",
                "/api/v1/feeds/none/rotate",
                "/api/v1/imports/none/refresh",
                "/api/v1/suites/none/codec/test",
                "/api/v1/admin/availability/check",
                "/dav/anything");
    }

    @ParameterizedTest
    @MethodSource("actionsWithoutBody")
    void refusesTheFormOfAnotherSite(String action) {
        assertForbidden(form(as(ADMIN).with("Sec-Fetch-Site", "cross-site"), action));
        assertForbidden(form(as(ADMIN).with("Sec-Fetch-Site", "same-site"), action));
        assertForbidden(form(as(ADMIN).with("Origin", "https://evil.example"), action));
        assertForbidden(form(as(ADMIN).with("Origin", "null"), action));
    }

    @ParameterizedTest
    @MethodSource("actionsWithoutBody")
    void letsTheSameThroughFromAProgram(String action) {
        assertThat(form(as(ADMIN), action).statusCode()).isNotEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void refusesEveryMethodThatMayChangeSomething(String method) {
        HttpResponse<String> response = as(ADMIN)
                .with("Sec-Fetch-Site", "cross-site")
                .send(method, "/api/v1/bookings/none", BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, no-cors, image, 403", "same-site, cors, empty, 403", "cross-site, navigate, iframe, 403"})
    void refusesWhatAnotherSiteEmbeds(String site, String mode, String destination, int status) {
        TestClient embedded = as(CAMILLE)
                .with("Sec-Fetch-Site", site)
                .with("Sec-Fetch-Mode", mode)
                .with("Sec-Fetch-Dest", destination);

        assertThat(embedded.get("/api/v1/me").statusCode()).isEqualTo(status);
    }

    @Test
    void answersALinkThatSomebodyFollowed() {
        TestClient followed = as(CAMILLE)
                .with("Sec-Fetch-Site", "cross-site")
                .with("Sec-Fetch-Mode", "navigate")
                .with("Sec-Fetch-Dest", "document");

        assertThat(followed.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void answersItsOwnPages(String site) {
        TestClient own = as(CAMILLE).with("Sec-Fetch-Site", site).with("Origin", "http://127.0.0.1:" + port);

        assertThat(own.post("/api/v1/bookings/none/confirm", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void lacksNothingWithATokenThatNoBrowserRemembers() {
        String token = TestClient.json(as(CAMILLE).post("/api/v1/tokens", "{\"name\":\"from a web page\"}"))
                .get("token")
                .asString();
        TestClient elsewhere = anonymous().withBearer(token).with("Sec-Fetch-Site", "cross-site");

        assertThat(elsewhere.post("/api/v1/bookings/none/confirm", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void countsNoSignInThatAnotherSiteMadeFail() {
        TestClient embedded = anonymous()
                .withBasic("victim@example.org", "guess")
                .with("Sec-Fetch-Site", "cross-site")
                .with("Sec-Fetch-Mode", "no-cors");

        for (int i = 0; i <= PasswordThrottle.OF_ACCOUNT_FROM_SOURCE; i++) {
            assertThat(embedded.get("/api/v1/me").statusCode()).isEqualTo(403);
        }

        assertThat(anonymous()
                        .withBasic("victim@example.org", "guess")
                        .get("/api/v1/me")
                        .statusCode())
                .isEqualTo(401);
        ticker.advance(Duration.ofMinutes(1));
    }

    @Test
    void refusesFormsOfPagesWithTheirTokenToo() {
        TestClient browser = browserOf(CAMILLE);
        String token = browser.csrfOf("/preferences");

        HttpResponse<String> foreign = browser.with("Origin", "https://evil.example")
                .postForm("/preferences", Map.of("_csrf", token, "timeZone", "Europe/Paris"));

        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void refusesToBeSignedInByAnotherSite() {
        TestClient browser = anonymous().withCookies();
        String token = browser.csrfOf("/sign-in");

        HttpResponse<String> foreign = browser.with("Sec-Fetch-Site", "cross-site")
                .postForm("/sign-in", Map.of("email", CAMILLE, "password", PASSWORD, "_csrf", token));

        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/answer/none", "/instead/none", "/join/none"})
    void refusesAnswersThatAnotherSiteGives(String page) {
        assertThat(form(anonymous().with("Sec-Fetch-Site", "cross-site"), page).statusCode())
                .isEqualTo(403);
        assertThat(form(anonymous().with("Sec-Fetch-Site", "same-origin").with("Origin", "null"), page)
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> form(TestClient client, String action) {
        return client.postForm(action, Map.of());
    }

    private static void assertForbidden(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(TestClient.json(response).get("type").asString()).isEqualTo("/problems/forbidden");
    }
}
