package org.passerelle.security.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

class SignInLimitTests extends HttpTest {

    @Autowired
    private KnownDevices devices;

    @BeforeEach
    @AfterEach
    void letTenMinutesPass() {
        ticker.advance(PasswordThrottle.WINDOW_OF_ACCOUNT);
    }

    @Test
    void stopsGuessesOfPasswordsEvenWhenTheNextOneIsRight() {
        guess(anonymous().withBasic(LOUIS, "guess"));

        HttpResponse<String> stopped = as(LOUIS).get("/api/v1/me");

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(TestClient.json(stopped).get("type").asString()).isEqualTo("/problems/too-many-requests");
        assertThat(stopped.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    }

    @Test
    void letsPeopleInAgainAfterAMinute() {
        guess(anonymous().withBasic(LOUIS, "guess"));

        ticker.advance(Duration.ofMinutes(1));

        assertThat(as(LOUIS).get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void stopsGuessesOfTokensButNotAKnownToken() {
        HttpResponse<String> made = as(LOUIS).post("/api/v1/tokens", "{\"name\":\"calendar\"}");
        String token = TestClient.json(made).get("token").asString();

        guess(anonymous().withBearer("ptk_guess"), GuessLimits.TOKENS);

        assertThat(anonymous().withBearer("ptk_guess").get("/api/v1/me").statusCode())
                .isEqualTo(429);
        assertThat(anonymous().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void stopsGuessesAtTheFormButNotInABrowserThatHasSignedInBefore() {
        TestClient known = browserOf(LOUIS);
        TestClient stranger = anonymous().withCookies();
        for (int i = 0; i < PasswordThrottle.OF_ACCOUNT_FROM_SOURCE; i++) {
            assertThat(stranger.signIn(LOUIS, "guess").statusCode()).isEqualTo(302);
        }

        HttpResponse<String> stopped = stranger.signIn(LOUIS, PASSWORD);

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(stopped.body()).contains("<html");
        known.postForm("/sign-out", Map.of("_csrf", known.csrfOf("/bookings")));
        assertThat(known.signIn(LOUIS, PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).doesNotContain("error"));
    }

    @Test
    void keepsApartWhatIsWrongAtOneDoorAndAtAnother() {
        guess(anonymous().withBasic(LOUIS, "guess"));
        guess(anonymous().withBearer("ptk_guess"), GuessLimits.TOKENS);
        guessLinks("/join/", GuessLimits.LINKS);

        assertThat(as(LOUIS).get("/api/v1/me").statusCode()).isEqualTo(429);
        assertThat(anonymous().get("/join/none").statusCode()).isEqualTo(429);
        assertThat(anonymous().get("/answer/none").statusCode()).isEqualTo(404);
        assertThat(browserOf(LOUIS).get("/bookings").statusCode()).isEqualTo(200);
    }

    @Test
    void marksABrowserWithACookieThatOnlyTheFormIsSentAndNoScriptReads() {
        HttpResponse<String> entered = anonymous().withCookies().signIn(NADIA, PASSWORD);

        assertThat(entered.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("device-"))
                .singleElement()
                .asString()
                .contains("Path=/sign-in", "HttpOnly", "SameSite=Strict", "Max-Age=15552000")
                .doesNotContain("nadia");
    }

    @Test
    void takesAForgedMarkForNone() {
        HttpResponse<String> entered = anonymous().withCookies().signIn(NADIA, PASSWORD);
        String cookie = entered.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("device-"))
                .findFirst()
                .orElseThrow()
                .replaceAll(";.*", "");
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(cookieOf(cookie));
        MockHttpServletRequest forged = new MockHttpServletRequest();
        forged.setCookies(cookieOf(cookie.replaceFirst("=.", "=_")));

        assertThat(devices.sourceOf(request, NADIA).device()).isPresent();
        assertThat(devices.sourceOf(request, " Nadia@GrandGroupe.example").device())
                .isPresent();
        assertThat(devices.sourceOf(request, LOUIS).device()).isEmpty();
        assertThat(devices.sourceOf(forged, NADIA).device()).isEmpty();
        clock.advance(KnownDevices.GOOD_FOR);
        assertThat(devices.sourceOf(request, NADIA).device()).isEmpty();
    }

    @Test
    void countsTriesOfThePresentPasswordApartFromSigningIn() {
        for (int i = 0; i < PasswordChanges.MOST; i++) {
            assertThat(changed("guess " + i).statusCode()).isEqualTo(400);
        }

        HttpResponse<String> stopped = changed(PASSWORD);

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 600L);
        assertThat(as(NADIA).get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(browserOf(NADIA).get("/bookings").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> changed(String present) {
        return as(NADIA)
                .put("/api/v1/me/password", "{\"present\":\"" + present + "\",\"next\":\"something quite else\"}");
    }

    private void guessLinks(String family, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(anonymous().get(family + "dead" + i).statusCode()).isEqualTo(404);
        }
    }

    private static Cookie cookieOf(String pair) {
        int equals = pair.indexOf('=');
        return new Cookie(pair.substring(0, equals), pair.substring(equals + 1));
    }

    @Test
    void neverCountsSuccesses() {
        for (int i = 0; i <= PasswordThrottle.OF_ACCOUNT_FROM_SOURCE; i++) {
            assertThat(as(LOUIS).get("/api/v1/me").statusCode()).isEqualTo(200);
        }
    }

    private static void guess(TestClient client) {
        guess(client, PasswordThrottle.OF_ACCOUNT_FROM_SOURCE);
    }

    private static void guess(TestClient client, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(client.get("/api/v1/me").statusCode()).isEqualTo(401);
        }
    }
}
