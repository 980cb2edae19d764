package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever is sent: a problem in reply, nothing stored, and a server that goes on. */
class HostileInputTests extends HttpTest {

    static final BookingBody GOOD = BookingBody.at("2026-07-01T09:00", "melun-seine");
    private static long slowestNanos;
    private static String slowest = "";

    @Autowired
    private MongoTemplate mongo;

    private static String token = "";

    /** A password costs more to check than anything that is sent here. */
    @BeforeEach
    void takeAToken() {
        if (token.isEmpty()) {
            token = TestClient.json(as(CAMILLE).post("/api/v1/tokens", "{\"name\":\"hostile\"}"))
                    .get("token")
                    .asString();
        }
    }

    private TestClient camille() {
        return anonymous().withBearer(token);
    }

    @AfterAll
    static void tellTheSlowest() {
        System.out.printf("HostileInputTests: slowest answer %d ms, %s%n", slowestNanos / 1_000_000, slowest);
    }

    private HttpResponse<String> refused(String what, TestClient client, String method, String path, String body) {
        long before = mongo.getCollection("bookings").countDocuments();
        long start = System.nanoTime();
        HttpResponse<String> response = client.with("Content-Type", "application/json")
                .send(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        long took = System.nanoTime() - start;
        if (took > slowestNanos) {
            slowestNanos = took;
            slowest = what;
        }
        assertThat(response.headers().firstValue("Content-Type"))
                .as(response.body())
                .contains("application/problem+json");
        assertThat(mongo.getCollection("bookings").countDocuments()).isEqualTo(before);
        assertThat(anonymous().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        return response;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("org.passerelle.api.HostileBodies#all")
    void refusesABodyWithAProblem(int status, String what, String body) {
        HttpResponse<String> response = refused(what, camille(), "POST", BOOKINGS, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        String type = Map.of(400, "/problems/invalid-request", 413, "/problems/too-large", 422, "/problems/refused")
                .getOrDefault(status, "");
        assertThat(TestClient.json(response).get("type").asString()).isEqualTo(type);
        assertThat(response.body()).hasSizeLessThan(50_000);
    }

    static Stream<Arguments> requests() {
        String id = "0".repeat(32);
        String date = "2026-07-01T07:00:00Z";
        return Stream.of(
                Arguments.of(404, "GET", BOOKINGS + "/" + id),
                Arguments.of(404, "GET", BOOKINGS + "/x"),
                Arguments.of(404, "GET", BOOKINGS + "/" + id + ".99999"),
                Arguments.of(404, "GET", BOOKINGS + "/" + "a".repeat(4_000)),
                Arguments.of(404, "GET", BOOKINGS + "/$where"),
                Arguments.of(404, "DELETE", BOOKINGS + "/" + id),
                Arguments.of(404, "DELETE", BOOKINGS + "/" + id + "/occurrences/" + date),
                Arguments.of(404, "DELETE", BOOKINGS + "/" + id + "/occurrences/tomorrow"),
                Arguments.of(404, "DELETE", BOOKINGS + "/" + id + "/occurrences/+999999999-01-01T00:00:00Z"),
                Arguments.of(404, "POST", BOOKINGS + "/" + id + "/check-in"),
                Arguments.of(400, "POST", BOOKINGS + "/" + id + "/check-in?recurrenceId=x"),
                Arguments.of(404, "POST", BOOKINGS + "/" + id + "/approve"),
                Arguments.of(404, "POST", BOOKINGS + "/" + id + "/confirm"),
                Arguments.of(400, "GET", BOOKINGS + "?from=yesterday"),
                Arguments.of(400, "GET", BOOKINGS + "?from=99999-01-01T00:00:00Z"),
                Arguments.of(400, "GET", BOOKINGS + "?from=2026-07-02T00:00:00Z&to=2026-07-01T00:00:00Z"),
                Arguments.of(400, "GET", BOOKINGS + "?from=2026-07-01T00:00:00Z&to=2126-07-01T00:00:00Z"),
                Arguments.of(400, "GET", BOOKINGS + "?limit=0"),
                Arguments.of(400, "GET", BOOKINGS + "?limit=1001"),
                Arguments.of(400, "GET", BOOKINGS + "?limit=many"),
                Arguments.of(400, "GET", BOOKINGS + "?cursor=%25"),
                Arguments.of(400, "GET", BOOKINGS + "?mine=perhaps"),
                Arguments.of(404, "GET", BOOKINGS + "?room=nowhere"),
                Arguments.of(404, "GET", BOOKINGS + "?site=%00"),
                Arguments.of(400, "GET", "/api/v1/rooms/melun-seine/busy"),
                Arguments.of(400, "GET", "/api/v1/rooms/melun-seine/busy?from=x&to=y"),
                Arguments.of(
                        400, "GET", "/api/v1/rooms/melun-seine/busy?from=2026-07-01T00:00:00Z&to=2199-07-01T00:00:00Z"),
                Arguments.of(
                        404, "GET", "/api/v1/rooms/nowhere/busy?from=2026-07-01T00:00:00Z&to=2026-07-02T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("requests")
    void refusesAnAddressWithAProblem(int status, String method, String path) {
        HttpResponse<String> response = refused(path, camille(), method, path, "");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    @Test
    void refusesHostileHeaders() {
        String id = BookingBody.at("2026-07-02T09:00", "melun-seine")
                .bookedBy(camille())
                .get("id")
                .asString();
        String path = BOOKINGS + "/" + id;

        for (String tag :
                new String[] {"\"0\"", "\"99\"", "nonsense", "\"-1\"", "\"" + "9".repeat(1_000) + "\"", "\"1\", \"2\""
                }) {
            assertThat(refused(tag, camille().with("If-Match", tag), "PATCH", path, "{\"title\":\"x\"}")
                            .statusCode())
                    .as(tag)
                    .isEqualTo(412);
        }
        assertThat(refused(
                                "key",
                                camille().with("Idempotency-Key", "k".repeat(5_000)),
                                "POST",
                                BOOKINGS,
                                GOOD.toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(TestClient.json(camille().get(path)).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void refusesHostileChangesAndChangesNothing() {
        String id = BookingBody.at("2026-07-03T09:00", "melun-seine")
                .every("FREQ=WEEKLY;COUNT=3")
                .bookedBy(camille())
                .get("id")
                .asString();
        String path = BOOKINGS + "/" + id;
        String date = path + "/occurrences/2026-07-10T07:00:00Z";
        String before = camille().get(path).body();

        for (String body : new String[] {
            "{",
            "[]",
            "{\"start\":\"99999-01-01T09:00\"}",
            "{\"title\":\"\\ud800\"}",
            "{\"hold\":\"PT1H\"}",
            "{\"rooms\":[]}",
            "{\"recurrence\":\"FREQ=SECONDLY\"}",
            "{\"duration\":\"-PT1H\"}",
            "{\"end\":\"2026-07-01T08:00\"}",
            "{\"unknown\":1}"
        }) {
            assertThat(refused(body, camille(), "PATCH", path, body).statusCode())
                    .as(body)
                    .isEqualTo(400);
            assertThat(refused(body, camille(), "PATCH", date, body).statusCode())
                    .as(body)
                    .isEqualTo(400);
            assertThat(refused(body, camille(), "PATCH", date + "?andFollowing=true", body)
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(refused("bomb", camille(), "PATCH", path, "{\"recurrence\":\"FREQ=DAILY;COUNT=999999999\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(refused("title", camille(), "PATCH", date, "{\"title\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(refused("both", camille(), "PATCH", date, "{\"duration\":\"PT1H\",\"end\":\"2026-07-10T10:00\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(refused("until", camille(), "POST", path + "/extend", "{\"until\":\"never\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(refused("until", camille(), "POST", path + "/extend", "{}").statusCode())
                .isEqualTo(400);
        assertThat(refused(
                                "message",
                                as(MANAGER),
                                "POST",
                                path + "/decline",
                                "{\"message\":\"" + "x".repeat(2_001) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        for (String nothing : List.of("{}", "{\"message\":\" \\n\"}", "{\"message\":\"\\u0007\"}")) {
            assertThat(refused("message", as(MANAGER), "POST", path + "/ask", nothing)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(refused("message", camille(), "POST", path + "/answer", nothing)
                            .statusCode())
                    .isEqualTo(400);
        }

        assertThat(camille().get(path).body()).isEqualTo(before);
    }
}
