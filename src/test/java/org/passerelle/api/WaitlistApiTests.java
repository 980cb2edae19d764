package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** The waitlist over HTTP. */
class WaitlistApiTests extends HttpTest {

    private static final String WAITLIST = "/api/v1/waitlist";

    private static JsonNode joined(TestClient client, BookingBody body) {
        HttpResponse<String> response = client.post(WAITLIST, body.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return TestClient.json(response);
    }

    private static String path(JsonNode entry) {
        return WAITLIST + "/" + entry.get("id").asString();
    }

    private static JsonNode awaitState(TestClient client, JsonNode entry, String state) {
        await().untilAsserted(() -> assertThat(
                        TestClient.json(client.get(path(entry))).get("state").asString())
                .isEqualTo(state));
        return TestClient.json(client.get(path(entry)));
    }

    @Test
    void holdsTheRoomForTheFirstInLineWhoConfirms() {
        BookingBody body = BookingBody.at("2027-09-01T09:00", "rebais-visio");
        JsonNode taken = body.bookedBy(as(NADIA));
        JsonNode first = joined(as(CAMILLE), body);
        JsonNode second = joined(as(LOUIS), body);
        assertThat(first.get("state").asString()).isEqualTo("WAITING");
        assertThat(second.get("position").asInt()).isEqualTo(2);

        as(NADIA).delete(BOOKINGS + "/" + taken.get("id").asString());
        JsonNode offered = awaitState(as(CAMILLE), first, "OFFERED");
        String hold = BOOKINGS + "/" + offered.get("booking").asString();
        HttpResponse<String> confirmed = as(CAMILLE).post(hold + "/confirm", "");

        assertThat(offered.get("heldUntil").asString()).isEqualTo("2026-03-25T09:30:00Z");
        assertThat(TestClient.json(confirmed).get("state").asString()).isEqualTo("CONFIRMED");
        awaitState(as(CAMILLE), first, "TAKEN");
        assertThat(TestClient.json(as(LOUIS).get(path(second))).get("position").asInt())
                .isEqualTo(1);
    }

    @Test
    void letsOneLeaveAgainAndAgain() {
        BookingBody body = BookingBody.at("2027-09-02T09:00", "rebais-visio");
        body.bookedBy(as(NADIA));
        JsonNode entry = joined(as(CAMILLE), body);

        int first = as(CAMILLE).delete(path(entry)).statusCode();
        int again = as(CAMILLE).delete(path(entry)).statusCode();

        assertThat(first).isEqualTo(204);
        assertThat(again).isEqualTo(204);
        awaitState(as(CAMILLE), entry, "LEFT");
    }

    @Test
    void showsNobodyTheWaitOfAnother() {
        BookingBody body = BookingBody.at("2027-09-03T09:00", "rebais-visio");
        body.bookedBy(as(NADIA));
        JsonNode entry = joined(as(CAMILLE), body);

        assertThat(as(LOUIS).get(path(entry)).statusCode()).isEqualTo(404);
        assertThat(as(ADMIN).get(path(entry)).statusCode()).isEqualTo(404);
        assertThat(as(LOUIS).delete(path(entry)).statusCode()).isEqualTo(404);
        assertThat(as(LOUIS).get(WAITLIST).body())
                .doesNotContain(entry.get("id").asString());
        assertThat(as(CAMILLE).get(WAITLIST).body()).contains(entry.get("id").asString());
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndWhatRulesForbid() {
        BookingBody body = BookingBody.at("2027-09-06T09:00", "rebais-visio");
        HttpResponse<String> hold =
                as(CAMILLE).post(WAITLIST, body.with("hold", "\"PT10M\"").toString());
        HttpResponse<String> past = as(CAMILLE)
                .post(WAITLIST, body.with("until", "\"2026-03-25T09:00:00Z\"").toString());
        HttpResponse<String> nowhere = as(CAMILLE)
                .post(WAITLIST, BookingBody.at("2027-09-06T09:00", "nowhere").toString());
        HttpResponse<String> night = as(CAMILLE)
                .post(
                        WAITLIST,
                        BookingBody.at("2027-09-06T23:00", "rebais-visio").toString());

        assertThat(hold.statusCode()).isEqualTo(400);
        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("unknown-room");
        assertThat(night.statusCode()).isEqualTo(422);
        assertThat(night.body()).contains("outside-opening-hours");
    }
}
