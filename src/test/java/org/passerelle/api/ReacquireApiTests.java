package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.passerelle.api.BookingBody.BOOKINGS;

import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Dates that come by their room once it is free, seen over HTTP. */
class ReacquireApiTests extends HttpTest {

    private static JsonNode series(TestClient client, BookingBody body) {
        return body.every("FREQ=WEEKLY;COUNT=2").with("onConflict", "\"SKIP\"").bookedBy(client);
    }

    private static String path(JsonNode booking) {
        return BOOKINGS + "/" + booking.get("id").asString();
    }

    @Test
    void winsADateBackAfterACancellation() {
        JsonNode other = BookingBody.at("2027-02-09T15:00", "chelles-visio").bookedBy(as(NADIA));
        JsonNode series = series(as(CAMILLE), BookingBody.at("2027-02-02T15:00", "chelles-visio"));
        assertThat(series.get("skipped").size()).isEqualTo(1);
        assertThat(series.get("reacquire").asBoolean()).isTrue();

        as(NADIA).delete(path(other));

        await().untilAsserted(() -> {
            JsonNode now = TestClient.json(as(CAMILLE).get(path(series)));
            assertThat(now.get("skipped").size()).isZero();
            assertThat(now.get("occurrences").size()).isEqualTo(2);
            assertThat(now.get("version").asInt()).isEqualTo(2);
            assertThat(now.get("sequence").asInt()).isEqualTo(1);
        });
        String calendar = as(CAMILLE).get(path(series) + "/calendar.ics").body();
        assertThat(calendar).doesNotContain("EXDATE");
    }

    @Test
    void leavesItToThoseWhoDoNotWishIt() {
        JsonNode other = BookingBody.at("2027-02-09T17:00", "chelles-visio").bookedBy(as(NADIA));
        JsonNode wishing = series(as(LOUIS), BookingBody.at("2027-02-02T17:00", "chelles-visio"));
        JsonNode series = series(
                as(CAMILLE), BookingBody.at("2027-02-02T18:00", "chelles-visio").with("reacquire", "false"));
        JsonNode switched = TestClient.json(as(LOUIS).patch(path(wishing), "{\"reacquire\":false}"));

        as(NADIA).delete(path(other));

        assertThat(series.get("reacquire").asBoolean()).isFalse();
        assertThat(switched.get("reacquire").asBoolean()).isFalse();
        BookingBody.at("2027-02-09T17:00", "chelles-visio").bookedBy(as(NADIA));
    }

    @Test
    void refusesTheSwitchOnOneDate() {
        JsonNode series = series(as(CAMILLE), BookingBody.at("2027-02-02T11:00", "chelles-visio"));

        var refused = as(CAMILLE).patch(path(series) + "/occurrences/2027-02-02T10:00:00Z", "{\"reacquire\":false}");

        assertThat(refused.statusCode()).isEqualTo(400);
    }
}
