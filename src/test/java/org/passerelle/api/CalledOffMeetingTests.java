package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** A meeting that is called off while it runs is called off wherever one looks: file, feed, rooms. */
class CalledOffMeetingTests extends HttpTest {

    private JsonNode booked(String room, String rule) {
        HttpResponse<String> made = as(CAMILLE).post("/api/v1/bookings", """
                {"title":"Called off","start":"2026-03-25T10:00","timeZone":"Europe/Paris","duration":"PT2H","rooms":["%s"]%s}
                """.formatted(
                        room, rule.isEmpty() ? "" : ",\"recurrence\":\"" + rule + "\""));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made);
    }

    private String path(JsonNode booking) {
        return "/api/v1/bookings/" + booking.get("id").asString();
    }

    private static String firstDate(JsonNode booking) {
        return booking.get("occurrences").get(0).get("recurrenceId").asString();
    }

    private void checkIn(JsonNode booking, boolean isPresent) {
        if (isPresent) {
            assertThat(as(CAMILLE)
                            .post(path(booking) + "/check-in?recurrenceId=" + firstDate(booking), "")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static List<String> states(JsonNode booking) {
        return booking.get("occurrences")
                .valueStream()
                .map(date -> date.get("state").asString())
                .toList();
    }

    private String busy(JsonNode booking) {
        JsonNode first = booking.get("occurrences").get(0);
        return as(CAMILLE)
                .get("/api/v1/rooms/" + room(booking) + "/busy?from="
                        + first.get("start").asString() + "&to="
                        + first.get("end").asString())
                .body();
    }

    private static String room(JsonNode booking) {
        return booking.get("rooms").get(0).asString();
    }

    private String feed(JsonNode booking) {
        String url = TestClient.json(as(CAMILLE)
                        .post(
                                "/api/v1/feeds",
                                "{\"scope\":\"ROOM\",\"of\":\"" + room(booking) + "\",\"detail\":\"FULL\"}"))
                .get("url")
                .asString();
        return URI.create(url).getPath();
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'', true", "FREQ=WEEKLY;COUNT=3, false", "FREQ=WEEKLY;COUNT=3, true"})
    void theWhole(String rule, boolean isPresent) {
        JsonNode booking = booked("rebais-morin", rule);
        String feed = feed(booking);
        checkIn(booking, isPresent);

        assertThat(as(CAMILLE).delete(path(booking)).statusCode()).isEqualTo(204);

        JsonNode now = TestClient.json(as(CAMILLE).get(path(booking)));
        assertThat(now.get("state").asString()).isEqualTo("CANCELLED");
        assertThat(states(now)).containsOnly("CANCELLED");
        assertThat(as(CAMILLE).get(path(booking) + "/calendar.ics").body())
                .contains("\nSTATUS:CANCELLED")
                .doesNotContain("STATUS:CONFIRMED");
        assertThat(anonymous().get(feed).body())
                .doesNotContain(booking.get("uid").asString());
        assertThat(busy(booking)).contains("\"busy\":[]");
    }

    @ParameterizedTest
    @CsvSource({"rebais-abbaye, false", "rebais-visio, true"})
    void oneDate(String room, boolean isPresent) {
        JsonNode booking = booked(room, "FREQ=WEEKLY;COUNT=3");
        String feed = feed(booking);
        checkIn(booking, isPresent);

        assertThat(as(CAMILLE)
                        .delete(path(booking) + "/occurrences/" + firstDate(booking))
                        .statusCode())
                .isEqualTo(204);

        JsonNode now = TestClient.json(as(CAMILLE).get(path(booking)));
        assertThat(states(now)).containsExactly("CANCELLED", "PLANNED", "PLANNED");
        String excluded = "EXDATE;TZID=Europe/Paris:20260325T100000";
        assertThat(as(CAMILLE).get(path(booking) + "/calendar.ics").body()).contains(excluded);
        assertThat(anonymous().get(feed).body()).contains(excluded);
        assertThat(busy(booking)).contains("\"busy\":[]");
    }
}
