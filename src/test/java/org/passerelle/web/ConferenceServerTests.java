package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.passerelle.conference.jitsi.ProsodyDouble;
import org.passerelle.conference.jitsi.ProsodyServer;
import org.passerelle.conference.jitsi.ProsodyServer.Version;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole program with a Prosody that it reaches: what people at the door and those inside see of the server and of changes. */
class ConferenceServerTests extends HttpTest {

    private static final ProsodyServer PROSODY = ProsodyServer.start(
            Version.NEWER,
            ProsodyDouble.withSecret("passerelle", "demo-secret-that-everybody-knows", "jitsi"),
            Clock.fixed(Instant.parse("2026-05-04T13:00:30Z"), ZoneOffset.UTC));

    private String booking = "";
    private String conference = "";
    private String link = "";

    @DynamicPropertySource
    static void prosody(DynamicPropertyRegistry registry) {
        registry.add("passerelle.jitsi.prosody-url", () -> PROSODY.url().toString());
        registry.add("passerelle.bbb.url", () -> PROSODY.url() + "/bigbluebutton/");
        registry.add("passerelle.bbb.secret", () -> "a secret that nobody else knows");
    }

    @AfterAll
    static void stop() {
        PROSODY.close();
    }

    @BeforeEach
    void begin() {
        PROSODY.empty();
        at("2026-05-04T12:59:00Z");
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    /** From three to four in Paris, a minute before it begins. */
    private void book(String room, String more) {
        book(room, more, "jitsi");
    }

    private void book(String room, String more, String provider) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Liaison", "start": "2026-05-04T15:00", "timeZone": "Europe/Paris", "duration": "PT1H",
                         "rooms": ["%s"], "conference": {"provider": "%s"}%s}""".formatted(room, provider, more));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        booking = TestClient.json(booked).get("id").asString();
        JsonNode told = TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking + "/conference"));
        conference = told.get("room").asString();
        link = URI.create(told.get("joinUrl").asString()).getPath();
    }

    private HttpResponse<String> press() {
        return anonymous().postForm(link, Map.of());
    }

    private void isEnded() {
        await().untilAsserted(() -> assertThat(PROSODY.ended()).containsExactly(conference));
        assertThat(press().headers().firstValue("Location")).isEmpty();
    }

    @Test
    void isEndedWhenItIsCalledOffAMomentAfterItWasBooked() {
        book("rebais-visio", "");
        PROSODY.enter(conference, "suite");

        as(CAMILLE).delete("/api/v1/bookings/" + booking);

        isEnded();
        assertThat(anonymous().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void isEndedWhenItIsMovedAway() {
        book("rebais-visio", "");
        PROSODY.enter(conference, "suite", "kim");

        as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"start\": \"2026-05-05T17:00\"}");

        isEnded();
        assertThat(anonymous().get(link).body()).contains("not open yet", "Tuesday 5 May 2026");
        as(CAMILLE).delete("/api/v1/bookings/" + booking);
    }

    @Test
    void isEndedForThoseInsideWhenItIsEndedEarly() {
        book("lizy-sur-ourcq-visio", "");
        PROSODY.enter(conference, "suite");
        at("2026-05-04T13:00:30Z");

        HttpResponse<String> ended = as(CAMILLE).post("/api/v1/bookings/" + booking + "/end", "");

        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        isEnded();
    }

    /** Whatever is asked of BigBlueButton there is answered 404. */
    @Test
    void isToldToRefuseWhereItAnswersAndToBeAwayWhereItDoesNot() {
        book("coulommiers-visio", "", "bigbluebutton");

        HttpResponse<String> refused = press();
        PROSODY.away(true);
        HttpResponse<String> away = press();

        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("does not let this conference begin", "Call the reception", "Try again");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("does not answer");
        PROSODY.away(false);
        as(CAMILLE).delete("/api/v1/bookings/" + booking);
    }

    @Test
    void isNotReachedByARedirectIntoNowhere() {
        book("trilport-visio", "");
        assertThat(press().statusCode()).isEqualTo(303);

        PROSODY.away(true);
        HttpResponse<String> page = press();

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().allValues("Retry-After")).hasSize(1);
        assertThat(page.headers().firstValue("Location")).isEmpty();
        assertThat(page.body()).contains("does not answer", "The rooms stay booked", "Try again");
        PROSODY.away(false);
        assertThat(press().statusCode()).isEqualTo(303);
        as(CAMILLE).delete("/api/v1/bookings/" + booking);
    }
}
