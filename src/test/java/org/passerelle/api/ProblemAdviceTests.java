package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

class ProblemAdviceTests extends HttpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"x","colour":"red"}               | colour    | There is no such field.
            {"name":"x","name":"y"}                   |           | not well-formed
            {"name":5}                                | name      | cannot be read
            {"name":true}                             | name      | cannot be read
            {"name":["x"]}                            | name      | cannot be read
            {"name":"x","expiresAt":1800000000}       | expiresAt | cannot be read
            {"name":"x","expiresAt":"1800000000"}     | expiresAt | cannot be read
            {"name":"x","expiresAt":""}               | expiresAt | cannot be read
            {"name":"x","expiresAt":"tomorrow"}       | expiresAt | cannot be read
            {"name":"x","expiresAt":"99999-01-01"}    | expiresAt | cannot be read
            {"name":"x"                               |           | not well-formed
            {"name":"x"} {}                           |           | not
            []                                        |           | shape
            "x"                                       |           | shape
            """)
    void namesTheFieldThatCannotBeRead(String body, String field, String message) {
        HttpResponse<String> response = as(CAMILLE).post("/api/v1/tokens", body);

        assertProblem(response, 400, "invalid-request");
        assertThat(TestClient.json(response).get("errors").get(0).get("field").asString())
                .isEqualTo(field == null ? "" : field);
        assertThat(response.body()).contains(message);
    }

    @Test
    void namesTheFieldInsideAList() {
        HttpResponse<String> response =
                as(ADMIN).put("/api/v1/admin/people/x@y.example", "{\"sites\":[\"melun\",{\"id\":1}]}");

        assertProblem(response, 400, "invalid-request");
        assertThat(response.body()).contains("\"field\":\"sites[1]\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void asksForABody(String body) {
        HttpResponse<String> response = as(CAMILLE).post("/api/v1/tokens", body);

        assertProblem(response, 400, "invalid-request");
        assertThat(response.body()).contains("A JSON body is needed.");
    }

    @Test
    void boundsStringsAndNesting() {
        String deep = "[".repeat(100_000);
        String longText = "{\"name\":\"" + "x".repeat(500_000) + "\"}";

        assertProblem(as(CAMILLE).post("/api/v1/tokens", deep), 400, "invalid-request");
        assertProblem(as(CAMILLE).post("/api/v1/tokens", longText), 400, "invalid-request");
    }

    @Test
    void speaksFrenchToThosePreferringIt() {
        TestClient french = anonymous().with("Accept-Language", "fr-CA, en;q=0.5");

        JsonNode problem = TestClient.json(french.get("/api/v1/me"));

        assertThat(problem.get("title").asString()).isEqualTo("Non identifié");
        assertThat(problem.get("detail").asString())
                .isEqualTo(
                        "Identifiez-vous avec une adresse électronique et un mot de passe, ou avec un jeton d’accès.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "*", "not a language;;q=x"})
    void speaksEnglishToEverybodyElse(String languages) {
        TestClient client = anonymous().with("Accept-Language", languages);

        String detail = TestClient.json(client.get("/api/v1/me")).get("detail").asString();

        assertThat(detail).startsWith("Sign in with");
    }

    @Test
    void answersUnknownPathsOfTheApiWithAProblemEvenToBrowsers() {
        HttpResponse<String> response = as(CAMILLE).with("Accept", "text/html").get("/api/v1/nothing");

        assertProblem(response, 404, "not-found");
    }

    @Test
    void answersTheWrongMethodWithTheRightOnes() {
        HttpResponse<String> response = as(CAMILLE).delete("/api/v1/me");

        assertProblem(response, 405, "method-not-allowed");
        assertThat(response.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void answersUnknownMediaTypes() {
        HttpResponse<String> sent = as(CAMILLE)
                .with("Content-Type", "text/plain")
                .send("POST", "/api/v1/tokens", BodyPublishers.ofString("x"));
        HttpResponse<String> wanted = as(CAMILLE).with("Accept", "image/png").get("/api/v1/me");

        assertProblem(sent, 415, "unsupported-media-type");
        assertProblem(wanted, 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/tokens, text/plain, application/json",
        "POST, /api/v1/tokens, application/yaml, application/json",
        "POST, /api/v1/bookings, no type at all, application/json",
        "PATCH, /api/v1/bookings/none, application/xml, application/json",
        "PUT, /api/v1/admin/directory, application/json, application/yaml",
        "PUT, /api/v1/admin/directory, no type at all, application/yaml"
    })
    void tellsWhichTypeToSendInstead(String method, String path, String sent, String instead) {
        HttpResponse<String> response =
                as(ADMIN).with("Content-Type", sent).send(method, path, BodyPublishers.ofString("{}"));

        assertProblem(response, 415, "unsupported-media-type");
        assertThat(TestClient.json(response).get("detail").asString())
                .isEqualTo("Bodies of this type are not understood here; send " + instead + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me, application/yaml, application/json",
        "/api/v1/sites, text/csv, application/json",
        "/api/v1/admin/directory, application/json, application/yaml"
    })
    void tellsWhichTypeThereIsInstead(String path, String wanted, String instead) {
        HttpResponse<String> response = as(ADMIN).with("Accept", wanted).get(path);

        assertProblem(response, 406, "not-acceptable");
        assertThat(TestClient.json(response).get("detail").asString()).endsWith("it has %s.".formatted(instead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=ten", "limit="})
    void refusesBadLimits(String query) {
        HttpResponse<String> response = as(CAMILLE).get("/api/v1/tokens?" + query);

        assertThat(response.statusCode()).isEqualTo(query.equals("limit=") ? 200 : 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/me%00", "/api/v1/rooms/%00", "/api/v1/a%2Fb", "/api/v1/a;b", "/api/v1//me", "/%00"})
    void refusesStrangeAddresses(String path) {
        HttpResponse<String> response = as(CAMILLE).get(path);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void refusesTheWrongRole() {
        assertProblem(as(CAMILLE).get("/api/v1/admin/people"), 403, "forbidden");
        assertProblem(as(MANAGER).get("/api/v1/admin/nothing"), 403, "forbidden");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(TestClient.json(response).get("type").asString()).isEqualTo("/problems/" + type);
        assertThat(TestClient.json(response).get("status").asInt()).isEqualTo(status);
    }
}
