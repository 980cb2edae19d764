package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

class ApiCredentialsTests extends HttpTest {

    @Test
    void tellsWhoIsSignedInWithAPassword() {
        HttpResponse<String> response = as(MANAGER).get("/api/v1/me");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode me = TestClient.json(response);
        assertThat(me.get("email").asString()).isEqualTo(MANAGER);
        assertThat(me.get("role").asString()).isEqualTo("SITE_MANAGER");
        assertThat(me.get("organisation").isNull()).isTrue();
        assertThat(me.get("sites").toString()).isEqualTo("[\"melun\"]");
    }

    @Test
    void asksForCredentialsWithAProblem() {
        HttpResponse<String> response = anonymous().get("/api/v1/me");

        assertUnauthenticated(response);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownPersonAlike() {
        HttpResponse<String> wrong =
                anonymous().withBasic(CAMILLE, "Passerelle").get("/api/v1/me");
        HttpResponse<String> unknown =
                anonymous().withBasic("nobody@atelier-brie.example", PASSWORD).get("/api/v1/me");

        assertUnauthenticated(wrong);
        assertUnauthenticated(unknown);
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void refusesWrongCredentialsWhereNoneAreNeeded() {
        assertThat(anonymous().withBearer("ptk_wrong").get("/actuator/health").statusCode())
                .isEqualTo(401);
        assertThat(anonymous()
                        .with("Authorization", "Basic ???")
                        .get("/actuator/health")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void letsATokenInUntilItIsRevoked() {
        JsonNode token = tokenOf(CAMILLE, "{\"name\":\"laptop\",\"expiresAt\":null}");
        TestClient program = anonymous().withBearer(token.get("token").asString());

        HttpResponse<String> before = program.get("/api/v1/me");
        int revoked = as(CAMILLE)
                .delete("/api/v1/tokens/" + token.get("id").asString())
                .statusCode();
        HttpResponse<String> after = program.get("/api/v1/me");

        assertThat(TestClient.json(before).get("email").asString()).isEqualTo(CAMILLE);
        assertThat(revoked).isEqualTo(204);
        assertUnauthenticated(after);
    }

    @Test
    void refusesATokenFromTheInstantItExpires() {
        JsonNode token = tokenOf(CAMILLE, "{\"name\":\"today\",\"expiresAt\":\"2026-03-25T11:00:00+01:00\"}");
        TestClient program = anonymous().withBearer(token.get("token").asString());

        clock.advance(Duration.ofHours(1).minusMillis(1));
        HttpResponse<String> before = program.get("/api/v1/me");
        clock.advance(Duration.ofMillis(1));
        HttpResponse<String> after = program.get("/api/v1/me");

        assertThat(before.statusCode()).isEqualTo(200);
        assertUnauthenticated(after);
    }

    @Test
    void listsTokensWithTheirLastUseAndWithoutTheirSecret() {
        JsonNode token = tokenOf(NADIA, "{\"name\":\"door panel\",\"expiresAt\":null}");
        String secret = token.get("token").asString();

        anonymous().withBearer(secret).get("/api/v1/me");

        assertThat(secret).startsWith("ptk_").hasSize("ptk_".length() + 43);
        Awaitility.await().untilAsserted(() -> {
            String list = as(NADIA).get("/api/v1/tokens").body();
            assertThat(list).contains("\"door panel\"", "\"lastUsedAt\":\"2026-03-25T09:00:00Z\"");
            assertThat(list).doesNotContain(secret);
        });
    }

    @Test
    void doesNotRevokeSomebodyElsesToken() {
        JsonNode token = tokenOf(NADIA, "{\"name\":\"mine\",\"expiresAt\":null}");
        String path = "/api/v1/tokens/" + token.get("id").asString();

        int status = as(CAMILLE).delete(path).statusCode();

        assertThat(status).isEqualTo(404);
        assertThat(anonymous()
                        .withBearer(token.get("token").asString())
                        .get("/api/v1/me")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesATokenThatExpiredBeforeItWasMade() {
        HttpResponse<String> response =
                as(CAMILLE).post("/api/v1/tokens", "{\"name\":\" \",\"expiresAt\":\"2026-03-25T09:00:00Z\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"name\"", "\"field\":\"expiresAt\"");
    }

    @Test
    void ignoresTheSessionOfABrowser() {
        TestClient browser = browserOf(CAMILLE);

        assertThat(browser.get("/bookings").statusCode()).isEqualTo(200);
        assertUnauthenticated(browser.get("/api/v1/me"));
    }

    private JsonNode tokenOf(String email, String request) {
        HttpResponse<String> response = as(email).post("/api/v1/tokens", request);
        assertThat(response.statusCode()).isEqualTo(201);
        return TestClient.json(response);
    }

    private static void assertUnauthenticated(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Passerelle\"");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(TestClient.json(response).get("type").asString()).isEqualTo("/problems/unauthenticated");
    }
}
