package org.passerelle.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Goes through a conference's whole life and looks for what is secret in everything that was said meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests extends HttpTest {

    private static final String SIGNING = "demo-secret-that-everybody-knows";
    private static final String RESERVATION = "demo-reservation-key";

    /** A token, as each begins whose header does. */
    private static final String TOKEN = "eyJ";

    private final List<String> answers = new ArrayList<>();

    private HttpResponse<String> kept(HttpResponse<String> answer) {
        answers.add(answer.body());
        return answer;
    }

    private JsonNode booked(String day, String conference) {
        return TestClient.json(kept(as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Secret", "start": "%sT09:00", "duration": "PT1H", "rooms": ["roissy-visio"],
                         "attendees": [{"email": "kim@outside.example"}], "conference": %s}""".formatted(day, conference))));
    }

    private HttpResponse<String> reserve(String name, String key) {
        return anonymous()
                .with("Authorization", "Bearer " + key)
                .postForm("/integrations/jitsi/reservations/conference", Map.of("name", name, "mail_owner", "a@b"));
    }

    @Test
    void staySecret(CapturedOutput log) {
        JsonNode booking = booked("2026-05-04", "{\"provider\": \"jitsi\"}");
        JsonNode external = booked(
                "2026-05-05",
                "{\"provider\": \"external\", \"url\": \"https://zoom.example/j/9?pwd=zoomsecret\", \"pin\": \"471100\"}");
        String path = "/api/v1/bookings/" + booking.get("id").asString();
        JsonNode told = TestClient.json(kept(as(CAMILLE).get(path + "/conference")));
        String link = URI.create(told.get("joinUrl").asString()).getPath();
        String room =
                URI.create(told.get("rooms").get(0).get("joinUrl").asString()).getPath();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse("2026-05-04T07:00:00Z")));

        HttpResponse<String> pressed = anonymous().postForm(link, Map.of());
        anonymous().postForm(room, Map.of());
        kept(anonymous().get(link));
        kept(reserve(told.get("room").asString(), RESERVATION));
        kept(reserve("guess", "guess"));
        kept(as(CAMILLE).get(path));
        kept(as(CAMILLE).get(path + "/calendar.ics"));
        kept(as(NADIA).get("/api/v1/bookings?from=2026-05-04T00:00:00Z&to=2026-05-06T00:00:00Z"));
        kept(as(ADMIN).get("/api/v1/bookings/" + external.get("id").asString()));
        kept(anonymous().get("/v3/api-docs"));
        kept(anonymous().get("/integrations/jitsi/keys/jwks.json"));
        JsonNode feed = TestClient.json(as(CAMILLE)
                .post("/api/v1/feeds", "{\"scope\": \"ROOM\", \"of\": \"roissy-visio\", \"detail\": \"FULL\"}"));
        String url = feed.get("url").asString();
        String calendar =
                kept(anonymous().get(url.substring(url.indexOf("/feeds/")))).body();
        TestClient admin = browserOf(ADMIN);
        kept(admin.get("/video"));
        String nadia = as(NADIA)
                .get("/api/v1/bookings/" + external.get("id").asString())
                .body();

        assertThat(pressed.headers().firstValue("Location").orElseThrow()).contains(TOKEN);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .doesNotContain(SIGNING)
                        .doesNotContain(RESERVATION)
                        .doesNotContain(TOKEN));
        assertThat(calendar).contains("/join/").doesNotContain("zoomsecret").doesNotContain("471100");
        assertThat(nadia).doesNotContain("zoomsecret").doesNotContain("471100");
        assertThat(log.getAll())
                .doesNotContain(SIGNING)
                .doesNotContain(RESERVATION)
                .doesNotContain(TOKEN)
                .doesNotContain("zoomsecret")
                .doesNotContain("471100")
                .doesNotContain(link.substring("/join/".length()))
                .doesNotContain(room.substring("/join/".length()))
                .doesNotContain(told.get("room").asString());
    }
}
