package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

class SignInLimitTests extends HttpTest {

    @BeforeEach
    @AfterEach
    void letAMinutePass() {
        ticker.advance(SignInFailures.WINDOW);
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

        guess(anonymous().withBearer("ptk_guess"), SignInFailures.ALLOWED_FROM_ADDRESS);

        assertThat(anonymous().withBearer("ptk_guess").get("/api/v1/me").statusCode())
                .isEqualTo(429);
        assertThat(anonymous().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void stopsGuessesAtTheFormToo() {
        guess(anonymous().withBasic(LOUIS, "guess"));
        TestClient browser = anonymous().withCookies();

        HttpResponse<String> stopped = browser.signIn(LOUIS, PASSWORD);

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(stopped.body()).contains("<html");
    }

    @Test
    void neverCountsSuccesses() {
        for (int i = 0; i <= SignInFailures.ALLOWED_FOR_ACCOUNT; i++) {
            assertThat(as(LOUIS).get("/api/v1/me").statusCode()).isEqualTo(200);
        }
    }

    private static void guess(TestClient client) {
        guess(client, SignInFailures.ALLOWED_FOR_ACCOUNT);
    }

    private static void guess(TestClient client, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(client.get("/api/v1/me").statusCode()).isEqualTo(401);
        }
    }
}
