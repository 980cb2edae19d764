package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** A booking goes to a colleague and to nobody else, and none is left behind by an account that ends. */
@DirtiesContext // It ends accounts.
class HandOverApiTests extends HttpTest {

    private static final String PEOPLE = "/api/v1/admin/people/";
    private static final String PAUL = "paul@atelier-brie.example";

    private String booked(String person, String start, String more) {
        String body = """
                {"title":"Relève","start":"%s","duration":"PT1H","timeZone":"Europe/Paris","rooms":["la-ferte-sous-jouarre-visio"]%s}""".formatted(start, more);
        HttpResponse<String> made = as(person).post(BookingBody.BOOKINGS, body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    private HttpResponse<String> handOver(String person, String id, String to) {
        return as(person).post(BookingBody.BOOKINGS + "/" + id + "/hand-over", "{\"to\":\"" + to + "\"}");
    }

    private JsonNode shown(String person, String id) {
        return TestClient.json(as(person).get(BookingBody.BOOKINGS + "/" + id));
    }

    @Test
    void theColleagueRunsItFromThenOnAndTheFormerOrganiserNoLonger() {
        String id = booked(CAMILLE, "2026-06-01T09:00", ",\"visibility\":\"PRIVATE\"");
        int sequence = shown(CAMILLE, id).get("sequence").asInt();

        HttpResponse<String> first = handOver(CAMILLE, id, LOUIS);
        HttpResponse<String> again = handOver(CAMILLE, id, LOUIS);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(403);
        JsonNode booking = shown(LOUIS, id);
        assertThat(booking.get("organiser").get("email").asString()).isEqualTo(LOUIS);
        assertThat(booking.get("sequence").asInt()).isEqualTo(sequence + 1);
        assertThat(shown(CAMILLE, id).get("masked").asBoolean()).isTrue();
        assertThat(as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id).statusCode())
                .isEqualTo(403);
        assertThat(as(LOUIS).delete(BookingBody.BOOKINGS + "/" + id).statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {NADIA, "nobody@atelier-brie.example", "no address", ""})
    void nobodyElseCanGetItAndNobodyLearnsWhoHasAnAccount(String to) {
        String id = booked(CAMILLE, "2026-06-02T%02d:00".formatted(9 + Math.abs(to.hashCode()) % 9), "");

        HttpResponse<String> answer = handOver(CAMILLE, id, to);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(answer).get("errors").get(0).get("field").asString())
                .isEqualTo("to");
        assertThat(handOver(CAMILLE, id, NADIA).body().replaceAll("\"detail\".*", ""))
                .isEqualTo(handOver(CAMILLE, id, "nobody@atelier-brie.example")
                        .body()
                        .replaceAll("\"detail\".*", ""));
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id);
    }

    @Test
    void onlyItsOrganiserOrWhoKeepsTheAccountsHandsItOver() {
        String id = booked(CAMILLE, "2026-06-03T09:00", "");

        assertThat(handOver(LOUIS, id, LOUIS).statusCode()).isEqualTo(403);
        assertThat(handOver(NADIA, id, LOUIS).statusCode()).isEqualTo(403);
        assertThat(handOver(MANAGER, id, LOUIS).statusCode()).isEqualTo(403);
        assertThat(handOver(ADMIN, id, LOUIS).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsCancelledOrHeldStaysWhereItIs() {
        String held = booked(CAMILLE, "2026-06-04T09:00", ",\"hold\":\"PT10M\"");
        String cancelled = booked(CAMILLE, "2026-06-04T11:00", "");
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + cancelled);

        assertThat(handOver(CAMILLE, held, LOUIS).statusCode()).isEqualTo(422);
        assertThat(handOver(CAMILLE, cancelled, LOUIS).statusCode()).isEqualTo(422);
    }

    @Test
    void anAccountEndsOnlyWhenItIsSaidWhatBecomesOfItsBookings() {
        String entry = """
                {"name":"Paul","role":"MEMBER","organisation":"atelier-brie","password":"quatre mots au hasard"}""";
        assertThat(as(ADMIN).put(PEOPLE + PAUL, entry).statusCode()).isLessThan(300);
        TestClient paul = anonymous().withBasic(PAUL, "quatre mots au hasard");
        paul.put("/api/v1/me/password", "{\"present\":\"quatre mots au hasard\",\"next\":\"autres mots choisis ici\"}");
        paul = anonymous().withBasic(PAUL, "autres mots choisis ici");
        String body = """
                {"title":"À moi","start":"2026-06-05T%s","duration":"PT1H","timeZone":"Europe/Paris","rooms":["la-ferte-sous-jouarre-visio"]}""";
        String first = TestClient.json(paul.post(BookingBody.BOOKINGS, body.formatted("09:00")))
                .get("id")
                .asString();
        String second = TestClient.json(paul.post(BookingBody.BOOKINGS, body.formatted("11:00")))
                .get("id")
                .asString();

        HttpResponse<String> unsaid = as(ADMIN).delete(PEOPLE + PAUL);
        HttpResponse<String> nonsense = as(ADMIN).delete(PEOPLE + PAUL + "?bookings=BURN");
        HttpResponse<String> toNobody = as(ADMIN).delete(PEOPLE + PAUL + "?bookings=HAND_OVER");
        HttpResponse<String> toAStranger = as(ADMIN).delete(PEOPLE + PAUL + "?bookings=HAND_OVER&to=" + NADIA);

        assertThat(unsaid.statusCode()).isEqualTo(409);
        assertThat(TestClient.json(unsaid).get("type").asString()).isEqualTo("/problems/has-bookings");
        assertThat(TestClient.json(unsaid).get("count").asInt()).isEqualTo(2);
        assertThat(nonsense.statusCode()).isEqualTo(400);
        assertThat(toNobody.statusCode()).isEqualTo(400);
        assertThat(toAStranger.statusCode()).isEqualTo(409);
        assertThat(paul.get("/api/v1/me").statusCode()).isEqualTo(200);

        assertThat(as(CAMILLE).delete(PEOPLE + PAUL + "?bookings=CANCEL").statusCode())
                .isEqualTo(403);
        assertThat(as(ADMIN)
                        .delete(PEOPLE + PAUL + "?bookings=HAND_OVER&to=" + LOUIS)
                        .statusCode())
                .isEqualTo(204);
        assertThat(paul.get("/api/v1/me").statusCode()).isEqualTo(401);
        for (String id : new String[] {first, second}) {
            assertThat(shown(LOUIS, id).get("organiser").get("email").asString())
                    .isEqualTo(LOUIS);
        }
        assertThat(as(ADMIN).delete(PEOPLE + PAUL).statusCode()).isEqualTo(204);
    }

    @Test
    void theLastAdministratorKeepsTheirBookingsWithTheirAccount() {
        String id = BookingBody.at("2026-06-05T15:00", "la-ferte-sous-jouarre-visio")
                .bookedBy(as(ADMIN))
                .get("id")
                .asString();

        HttpResponse<String> removed = as(ADMIN).delete(PEOPLE + ADMIN + "?bookings=CANCEL");
        HttpResponse<String> erased =
                as(ADMIN).post("/api/v1/admin/erasures", "{\"email\":\"" + ADMIN + "\",\"bookings\":\"CANCEL\"}");

        assertThat(removed.statusCode()).isEqualTo(400);
        assertThat(erased.statusCode()).isEqualTo(400);
        assertThat(shown(ADMIN, id).get("state").asString()).isEqualTo("CONFIRMED");
    }
}
