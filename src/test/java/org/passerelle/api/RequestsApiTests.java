package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Requests over the API: who sees which, what a decision answers, and what is said once it is too late. */
class RequestsApiTests extends HttpTest {

    private static final String HALL = "val-d-europe-amphitheatre";

    private JsonNode asked(String start) {
        return BookingBody.at(start, HALL).called("Conseil").bookedBy(as(CAMILLE));
    }

    private static String path(JsonNode booking) {
        return BookingBody.BOOKINGS + "/" + booking.get("id").asString();
    }

    private JsonNode decided(String person, JsonNode booking, String decision, String message) {
        HttpResponse<String> answer =
                as(person).post(path(booking) + "/" + decision, "{\"message\":\"" + message + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer);
    }

    private List<String> waiting(String person, String query) {
        HttpResponse<String> answer = as(person).get("/api/v1/requests" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private void assertRefused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(TestClient.json(answer).get("reasons").get(0).get("code").asString())
                .isEqualTo(code);
    }

    @Test
    void listsWhatWaitsForWhoeverDecidesAndForNobodyElse() {
        JsonNode booking = asked("2026-06-15T09:00");
        String id = booking.get("id").asString();

        assertThat(booking.get("state").asString()).isEqualTo("REQUESTED");
        assertThat(booking.get("decideBy").asString()).isEqualTo("2026-06-15T05:00:00Z");
        assertThat(booking.get("decision").isNull()).isTrue();
        JsonNode ground = booking.get("grounds").get(0);
        assertThat(ground.get("code").asString()).isEqualTo("needs-approval");
        assertThat(ground.get("room").asString()).isEqualTo(HALL);
        assertThat(ground.get("message").asString()).contains("with the agreement of the manager");
        assertThat(waiting(ADMIN, "")).contains(id);
        assertThat(waiting(ADMIN, "?site=val-d-europe")).contains(id);
        assertThat(waiting(ADMIN, "?site=melun")).doesNotContain(id);
        for (String other : List.of(CAMILLE, LOUIS, NADIA, MANAGER)) {
            assertThat(waiting(other, "")).isEmpty();
        }
        assertThat(as(ADMIN).get("/api/v1/requests?site=nowhere").statusCode()).isEqualTo(404);

        JsonNode decided = decided(ADMIN, booking, "approve", "");
        assertThat(decided.get("grounds").isNull()).isTrue();
        assertThat(waiting(ADMIN, "")).doesNotContain(id);
    }

    @Test
    void aDecisionStandsOnTheBookingWithItsMessage() {
        JsonNode booking = asked("2026-06-16T09:00");

        JsonNode declined = decided(ADMIN, booking, "decline", "Cours ce jour");

        assertThat(declined.get("state").asString()).isEqualTo("DECLINED");
        JsonNode seen = TestClient.json(as(CAMILLE).get(path(booking)));
        assertThat(seen.get("state").asString()).isEqualTo("DECLINED");
        assertThat(seen.get("decideBy").isNull()).isTrue();
        JsonNode decision = seen.get("decision");
        assertThat(decision.get("state").asString()).isEqualTo("DECLINED");
        assertThat(decision.get("by").asString()).isEqualTo(ADMIN);
        assertThat(decision.get("message").asString()).isEqualTo("Cours ce jour");
        assertThat(Instant.parse(decision.get("at").asString())).isEqualTo(clock.instant());
        assertThat(as(CAMILLE).delete(path(booking)).statusCode()).isEqualTo(204);
        assertThat(TestClient.json(as(CAMILLE).get(path(booking))).get("state").asString())
                .isEqualTo("DECLINED");
    }

    @Test
    void whoMayNotReadABookingIsToldNothingOfItsDecision() {
        JsonNode booking = BookingBody.at("2026-06-17T09:00", HALL)
                .with("visibility", "\"PUBLIC\"")
                .bookedBy(as(CAMILLE));
        JsonNode hidden = asked("2026-06-17T11:00");
        decided(ADMIN, booking, "approve", "Entre nous");
        decided(ADMIN, hidden, "approve", "Entre nous");

        JsonNode read = TestClient.json(as(NADIA).get(path(booking))).get("decision");
        assertThat(read.get("state").asString()).isEqualTo("APPROVED");
        assertThat(read.get("by").isNull()).isTrue();
        assertThat(read.get("message").isNull()).isTrue();
        assertThat(TestClient.json(as(NADIA).get(path(hidden))).get("decision").isNull())
                .isTrue();
        assertThat(TestClient.json(as(LOUIS).get(path(hidden)))
                        .get("decision")
                        .get("message")
                        .asString())
                .isEqualTo("Entre nous");
    }

    @Test
    void theManagerOfAnotherSiteDoesNotDecideForTheHall() {
        JsonNode booking =
                BookingBody.at("2026-06-18T09:00", HALL, "melun-almont").bookedBy(as(CAMILLE));

        assertThat(as(MANAGER).post(path(booking) + "/approve", "{}").statusCode())
                .isEqualTo(403);
        assertThat(waiting(MANAGER, "")).isEmpty();
        // They may still keep their own room for others.
        assertThat(as(MANAGER).delete(path(booking)).statusCode()).isEqualTo(204);
    }

    @Test
    void aDecisionThatComesTooLateIsRefused() {
        JsonNode booking = asked("2026-03-30T09:00");
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-03-30T05:00:00Z")));

        assertRefused(as(ADMIN).post(path(booking) + "/approve", ""), "request-lapsed");

        JsonNode lapsed = TestClient.json(as(CAMILLE).get(path(booking)));
        assertThat(lapsed.get("state").asString()).isEqualTo("DECLINED");
        assertThat(lapsed.get("decision").get("state").asString()).isEqualTo("LAPSED");
        assertThat(lapsed.get("decision").get("by").isNull()).isTrue();
        assertRefused(as(ADMIN).post(path(booking) + "/decline", "{}"), "request-lapsed");
    }

    @Test
    void aQuestionAndItsAnswerStandOnTheBookingAndInTheRecord() {
        JsonNode booking = asked("2026-06-19T09:00");

        JsonNode waiting = decided(ADMIN, booking, "ask", "Combien de chaises ?");
        assertThat(waiting.get("state").asString()).isEqualTo("REQUESTED");
        assertThat(waiting.get("decideBy").asString())
                .isEqualTo(booking.get("decideBy").asString());
        assertThat(decided(ADMIN, booking, "ask", "Combien de chaises ?")
                        .get("questions")
                        .size())
                .isEqualTo(1);
        decided(CAMILLE, booking, "answer", "Douze");
        decided(CAMILLE, booking, "answer", "Douze");
        assertRefused(as(CAMILLE).post(path(booking) + "/answer", "{\"message\":\"Treize\"}"), "not-allowed");

        for (String reader : List.of(CAMILLE, LOUIS, ADMIN)) {
            JsonNode question = TestClient.json(as(reader).get(path(booking)))
                    .get("questions")
                    .get(0);
            assertThat(question.get("by").asString()).isEqualTo(ADMIN);
            assertThat(question.get("message").asString()).isEqualTo("Combien de chaises ?");
            assertThat(question.get("answer").get("message").asString()).isEqualTo("Douze");
        }
        assertThat(TestClient.json(as(NADIA).get(path(booking)))
                        .get("questions")
                        .isNull())
                .isTrue();
        String id = booking.get("id").asString();
        Awaitility.await()
                .untilAsserted(() -> assertThat(TestClient.json(as(CAMILLE).get("/api/v1/audit?booking=" + id))
                                .get("items")
                                .valueStream()
                                .map(entry -> entry.get("type").asString())
                                .toList())
                        .containsExactly("ANSWERED", "ASKED_BACK", "REQUESTED"));
        decided(ADMIN, booking, "approve", "");
        assertRefused(as(ADMIN).post(path(booking) + "/ask", "{\"message\":\"Et les tables ?\"}"), "not-allowed");
    }

    @Test
    void onlyWhoeverDecidesAsksAndOnlyWhoeverAskedForItAnswers() {
        JsonNode booking = asked("2026-06-19T14:00");
        for (String other : List.of(CAMILLE, LOUIS, NADIA, MANAGER)) {
            assertThat(as(other)
                            .post(path(booking) + "/ask", "{\"message\":\"Pourquoi ?\"}")
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        decided(ADMIN, booking, "ask", "Pourquoi ?");
        for (String other : List.of(ADMIN, LOUIS, NADIA, MANAGER)) {
            assertThat(as(other)
                            .post(path(booking) + "/answer", "{\"message\":\"Parce que\"}")
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }
}
