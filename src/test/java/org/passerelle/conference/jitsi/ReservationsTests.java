package org.passerelle.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** The reservation service as Prosody meets it: only what is booked starts, and only in its time. */
class ReservationsTests extends HttpTest {

    private static final String ROOM = "coulommiers-visio";
    private static final String FAR = "montreal-telepresence";

    private ModReservations prosody;

    @BeforeEach
    void connect() {
        prosody = client(Map.of("Authorization", "Bearer demo-reservation-key"));
    }

    private ModReservations client(Map<String, String> headers) {
        return new ModReservations(
                URI.create("http://127.0.0.1:" + port + "/integrations/jitsi/reservations"), headers, clock);
    }

    private String book(String start, String rooms) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Fusion secrète", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H",
                         "rooms": [%s], "conference": {"provider": "jitsi"}}""".formatted(start, rooms));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String conference(String booking) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking + "/conference"))
                .get("room")
                .asString();
    }

    private String booked(String start) {
        return conference(book(start, "\"" + ROOM + "\""));
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
        prosody.sweep();
    }

    @Test
    void startsWhatIsBookedInItsTime() {
        String name = booked("2026-05-04T15:00");
        at("2026-05-04T12:50:00Z");

        assertThat(prosody.ask(name).code()).isEqualTo(200);

        assertThat(prosody.open(name).id()).isEqualTo(name);
        assertThat(prosody.open(name).expires()).isEqualTo("2026-05-04T18:00:00Z");
        assertThat(prosody.calls).containsExactly("POST /conference");
    }

    @Test
    void endsWhenARoomIsNeededByOthersAtTheLatest() {
        String first = conference(book("2026-06-22T15:00", "\"" + ROOM + "\", \"" + FAR + "\""));
        book("2026-06-22T17:00", "\"" + FAR + "\"");
        at("2026-06-22T12:55:00Z");

        assertThat(prosody.ask(first).code()).isEqualTo(200);
        assertThat(prosody.open(first).expires()).isEqualTo("2026-06-22T15:00:00Z");
    }

    @Test
    void tellsInWordsWhenItOpensOnEachClock() {
        String name = conference(book("2026-06-23T15:00", "\"" + ROOM + "\", \"" + FAR + "\""));
        at("2026-06-23T12:40:00Z");

        ModReservations.Refusal refusal = prosody.ask(name);

        assertThat(refusal.code()).isEqualTo(403);
        assertThat(refusal.message())
                .contains("23 juin, 14:50 (Paris)", "23 juin, 08:50 (Montréal)")
                .doesNotContain("Fusion");
    }

    @Test
    void startsNothingAgainThatWasEndedEarlyOrMovedAwayOrCalledOff() {
        String ended = book("2026-07-22T15:00", "\"" + ROOM + "\"");
        String endedName = conference(ended);
        at("2026-07-22T13:10:30Z");
        assertThat(prosody.ask(endedName).code()).isEqualTo(200);
        as(CAMILLE).post("/api/v1/bookings/" + ended + "/end", "");
        prosody.empty(endedName);
        assertThat(prosody.ask(endedName).message()).contains("terminée");

        String moved = book("2026-07-22T17:00", "\"" + ROOM + "\"");
        String movedName = conference(moved);
        at("2026-07-22T14:52:00Z");
        assertThat(prosody.ask(movedName).code()).isEqualTo(200);
        as(CAMILLE).patch("/api/v1/bookings/" + moved, "{\"start\": \"2026-07-23T17:00\"}");
        prosody.empty(movedName);
        assertThat(prosody.ask(movedName).message()).contains("23 juillet, 16:50");

        as(CAMILLE).delete("/api/v1/bookings/" + moved);
        at("2026-07-22T14:56:00Z");
        assertThat(prosody.ask(movedName).message()).contains("annulée");
    }

    @Test
    void opensASecondPressAtTheTimeItNamedAlthoughProsodyRemembers() {
        String name = booked("2026-05-07T15:00");
        at("2026-05-07T12:47:59Z");
        assertThat(prosody.ask(name).code()).isEqualTo(403);
        assertThat(prosody.ask(name).code()).isEqualTo(403);
        assertThat(prosody.calls).containsExactly("POST /conference");

        at("2026-05-07T12:50:00Z");
        assertThat(prosody.ask(name).code()).isEqualTo(200);
    }

    @Test
    void speaksTheLanguageItIsAskedIn() {
        ModReservations english =
                client(Map.of("Authorization", "Bearer demo-reservation-key", "Accept-Language", "en-GB,en;q=0.8"));

        assertThat(english.ask("nothing-booked").message()).isEqualTo("No conference of this name is booked.");
        assertThat(prosody.ask("nothing-booked").message()).isEqualTo("Aucune conférence de ce nom n’est réservée.");
    }

    @Test
    void refusesWhatIsOverOrCalledOffOrNotBooked() {
        String over = booked("2026-05-11T15:00");
        String booking = book("2026-05-11T17:00", "\"" + ROOM + "\"");
        String cancelled = conference(booking);
        as(CAMILLE).delete("/api/v1/bookings/" + booking);
        at("2026-05-11T14:10:00Z");

        assertThat(prosody.ask(over).message()).contains("terminée");
        assertThat(prosody.ask(cancelled).message()).contains("annulée");
        assertThat(prosody.ask(over.substring(1)).code()).isEqualTo(403);
        assertThat(prosody.ask("").code()).isEqualTo(403);
    }

    @Test
    void cancelsNothingWhenTheLastOneLeavesAndOpensAgain() {
        String booking = book("2026-05-12T15:00", "\"" + ROOM + "\"");
        String name = conference(booking);
        at("2026-05-12T13:00:00Z");
        prosody.ask(name);

        prosody.empty(name);
        prosody.send("DELETE", "/conference/" + name, "");

        assertThat(as(CAMILLE).get("/api/v1/bookings/" + booking).body()).contains("\"state\":\"CONFIRMED\"");
        assertThat(prosody.ask(name).code()).isEqualTo(200);
    }

    @Test
    void givesOneAnswerToManyWhoAskAtOnce() {
        String name = booked("2026-05-13T15:00");
        at("2026-05-13T13:05:00Z");
        String form = "name=" + name + "&start_time=2026-05-13T13%3a05%3a00.000Z&mail_owner=a%40meet.it77.example";

        List<String> answers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> client(Map.of("Authorization", "Bearer demo-reservation-key"))
                        .send("POST", "/conference", form))
                .map(answer -> answer.statusCode() + answer.body())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).startsWith("200").contains("\"id\":\"" + name + "\"", "\"mail_owner\":\"a@meet");
        assertThat(prosody.send("GET", "/conference/" + name, "").body())
                .contains("\"start_time\":\"2026-05-13T12:50:00.000Z\"", "\"duration\":18600");
    }

    @Test
    void knowsANameWrittenInOtherLettersByTheNameItWasAskedFor() {
        String name = booked("2026-05-15T15:00");
        at("2026-05-15T13:05:00Z");

        assertThat(prosody.ask(name.toUpperCase(Locale.ROOT)).code()).isEqualTo(200);
    }

    @Test
    void answersNobodyButProsody() {
        String name = booked("2026-05-18T15:00");
        at("2026-05-18T13:05:00Z");

        assertThat(client(Map.of()).ask(name).code()).isEqualTo(401);
        assertThat(client(Map.of("Authorization", "Bearer demo-reservation-kez"))
                        .ask(name)
                        .code())
                .isEqualTo(401);
        assertThat(client(Map.of()).send("GET", "/conference/" + name, "").statusCode())
                .isEqualTo(401);
        assertThat(client(Map.of()).send("DELETE", "/conference/" + name, "").statusCode())
                .isEqualTo(401);
        assertThat(client(Map.of()).ask(name).message()).doesNotContain("demo");
    }

    @Test
    void followsAMeetingThatIsMovedOrWantsNoConferenceAnyMore() {
        String booking = book("2026-05-19T15:00", "\"" + ROOM + "\"");
        String name = conference(booking);
        as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"start\": \"2026-05-20T15:00\"}");
        at("2026-05-19T13:00:00Z");
        assertThat(prosody.ask(name).message()).contains("20 mai");

        at("2026-05-20T13:00:00Z");
        assertThat(prosody.ask(name).code()).isEqualTo(200);
        as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"conference\": {\"provider\": \"\"}}");
        prosody.empty(name);
        assertThat(prosody.ask(name).code()).isEqualTo(403);
    }

    @Test
    void startsFromTwoMinutesBeforeTheDoorsOpenUntilTheyClose() {
        String name = booked("2026-06-24T15:00");

        at("2026-06-24T12:47:59Z");
        assertThat(post(name).statusCode()).isEqualTo(403);
        at("2026-06-24T12:48:00Z");
        assertThat(post(name).statusCode()).isEqualTo(200);
        at("2026-06-24T14:09:59Z");
        assertThat(post(name).statusCode()).isEqualTo(200);
        at("2026-06-24T14:10:00Z");
        assertThat(post(name).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> post(String name) {
        return prosody.send("POST", "/conference", "name=" + name);
    }

    @Test
    void answersInTheTypesThatLuaTakes() {
        String name = booked("2026-06-25T15:00");
        at("2026-06-25T13:00:00Z");

        JsonNode answer = TestClient.json(post(name));

        assertThat(answer.get("id").isString()).isTrue();
        assertThat(answer.get("name").asString()).isEqualTo(name);
        assertThat(answer.get("mail_owner").asString()).isNotEmpty();
        assertThat(answer.get("start_time").isString()).isTrue();
        assertThat(answer.get("start_time").asString()).isEqualTo("2026-06-25T12:50:00.000Z");
        assertThat(answer.get("duration").isIntegralNumber()).isTrue();
        assertThat(answer.has("max_occupants")).isFalse();
        assertThat(answer.has("lobby")).isFalse();
    }

    @Test
    void takesItCalmlyWhenWhatIsUnknownHasEnded() {
        assertThat(prosody.send("DELETE", "/conference/4711.0", "").statusCode())
                .isEqualTo(200);
        assertThat(prosody.send("GET", "/conference/4711.0", "").statusCode()).isEqualTo(404);
    }

    @Test
    void answersWhoStartsAnewAsItAnsweredBefore() {
        String name = booked("2026-06-26T15:00");
        at("2026-06-26T13:00:00Z");
        prosody.ask(name);
        ModReservations restarted = client(Map.of("Authorization", "Bearer demo-reservation-key"));

        assertThat(restarted.ask(name).code()).isEqualTo(200);
        assertThat(restarted.open(name)).isEqualTo(prosody.open(name));
    }

    @Test
    void toldAnEndThatAMeetingMadeLongerStillFitsIn() {
        String booking = book("2026-06-29T15:00", "\"" + ROOM + "\"");
        String name = conference(booking);
        at("2026-06-29T13:00:00Z");
        prosody.ask(name);
        assertThat(as(CAMILLE)
                        .post("/api/v1/bookings/" + booking + "/extend", "{\"until\": \"2026-06-29T14:45:00Z\"}")
                        .statusCode())
                .isEqualTo(200);

        at("2026-06-29T14:40:00Z");

        assertThat(prosody.ask(name).code()).isEqualTo(200);
        assertThat(prosody.open(name).expires()).isAfter("2026-06-29T14:55:00Z");
        prosody.empty(name);
        assertThat(prosody.ask(name).code()).isEqualTo(200);
        assertThat(prosody.open(name).expires()).isEqualTo("2026-06-29T18:45:00Z");
    }
}
