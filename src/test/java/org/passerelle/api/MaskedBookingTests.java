package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What a masked view tells over time, and what whoever has only that can still do. */
class MaskedBookingTests extends HttpTest {

    private static final String TITLE = "Plan de sauvegarde";

    private String made(int day, String more) {
        BookingBody body = BookingBody.at("2028-02-%02dT09:00".formatted(day), "melun-seine")
                .called(TITLE)
                .with("visibility", "\"PRIVATE\"");
        JsonNode booking = (more.isEmpty() ? body : body.every(more)).bookedBy(as(CAMILLE));
        return BOOKINGS + "/" + booking.get("id").asString();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private void edit(String path, String json) {
        assertThat(as(CAMILLE).patch(path, json).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsNothingOfWorkOnWhatIsHidden() {
        String path = made(1, "FREQ=WEEKLY;COUNT=3");
        HttpResponse<String> before = as(MANAGER).get(path);
        String ofAStranger = as(NADIA).get(path).body();

        clock.advance(Duration.ofMinutes(3));
        edit(path, "{\"notes\":\"Autre\"}");
        edit(path, "{\"attendees\":[{\"email\":\"kim@outside.example\"}],\"headcount\":4}");
        edit(path, "{\"conference\":{\"provider\":\"jitsi\"}}");

        HttpResponse<String> after = as(MANAGER).get(path);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(tag(after)).isEqualTo(tag(before));
        assertThat(as(NADIA).get(path).body()).isEqualTo(ofAStranger);
    }

    @Test
    void changesTheManagersTagWithWhatTheySee() {
        String path = made(11, "");
        String before = tag(as(MANAGER).get(path));

        edit(path, "{\"start\":\"2028-02-11T10:00\"}");

        assertThat(tag(as(MANAGER).get(path))).isNotEqualTo(before);
        HttpResponse<String> stale =
                as(MANAGER).with("If-Match", before).patch(path, "{\"start\":\"2028-02-11T11:00\"}");
        assertThat(stale.statusCode()).isEqualTo(412);
    }

    @Test
    void letsAManagerMoveWhatTheyCannotReadByTheTagTheySaw() {
        String path = made(3, "");
        String seen = tag(as(MANAGER).get(path));
        edit(path, "{\"notes\":\"Autre\"}");

        HttpResponse<String> moved = as(MANAGER)
                .with("If-Match", seen)
                .patch(path, "{\"start\":\"2028-02-03T11:00\",\"rooms\":[\"melun-almont\"]}");
        HttpResponse<String> again = as(MANAGER).with("If-Match", tag(moved)).patch(path, "{\"duration\":\"PT2H\"}");
        HttpResponse<String> cancelled =
                as(MANAGER).with("If-Match", tag(again)).delete(path);

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(TestClient.json(moved).get("rooms").get(0).asString()).isEqualTo("melun-almont");
        assertThat(moved.body()).doesNotContain(TITLE, CAMILLE);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(cancelled.statusCode()).isEqualTo(204);
        JsonNode now = TestClient.json(as(CAMILLE).get(path));
        assertThat(now.get("title").asString()).isEqualTo(TITLE);
        assertThat(now.get("visibility").asString()).isEqualTo("PRIVATE");
    }

    @Test
    void answersNoGuessAtTheVersion() {
        String path = made(4, "");
        String version = tag(as(CAMILLE).get(path));

        HttpResponse<String> guessed =
                as(MANAGER).with("If-Match", version).patch(path, "{\"start\":\"2028-02-04T11:00\"}");
        HttpResponse<String> byStranger =
                as(NADIA).with("If-Match", version).patch(path, "{\"start\":\"2028-02-04T11:00\"}");

        assertThat(guessed.statusCode()).isEqualTo(412);
        assertThat(byStranger.statusCode()).isEqualTo(403);
    }

    @Test
    void answersNoGuessAtWhatIsHidden() {
        String path = made(7, "");

        HttpResponse<String> right = as(MANAGER).patch(path, "{\"title\":\"" + TITLE + "\"}");
        HttpResponse<String> wrong = as(MANAGER).patch(path, "{\"title\":\"x\"}");

        assertThat(right.statusCode()).isEqualTo(403);
        assertThat(wrong.statusCode()).isEqualTo(403);
    }

    @Test
    void tellsNobodyElseWhetherThereIsAConference() {
        String without = made(9, "");
        String with = made(10, "");
        edit(with, "{\"conference\":{\"provider\":\"jitsi\"}}");

        for (String stranger : new String[] {NADIA, LOUIS, MANAGER, ADMIN}) {
            assertThat(as(stranger).get(without + "/conference").statusCode()).isEqualTo(403);
            assertThat(as(stranger).get(with + "/conference").statusCode()).isEqualTo(403);
            assertThat(as(stranger).post(without + "/conference/new-links", "").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void tellsStrangersOfDatesOnlyWhetherTheyHoldRooms() {
        JsonNode booking = BookingBody.at("2026-03-25T10:15", "melun-atelier")
                .with("visibility", "\"PRIVATE\"")
                .bookedBy(as(CAMILLE));
        String path = BOOKINGS + "/" + booking.get("id").asString();
        assertThat(as(CAMILLE).post(path + "/check-in", "").statusCode()).isEqualTo(200);

        JsonNode toStranger =
                TestClient.json(as(NADIA).get(path)).get("occurrences").get(0);
        JsonNode toManager =
                TestClient.json(as(MANAGER).get(path)).get("occurrences").get(0);

        assertThat(toStranger.get("state").asString()).isEqualTo("PLANNED");
        assertThat(toStranger.get("outcome").isNull()).isTrue();
        assertThat(toManager.get("state").asString()).isEqualTo("CHECKED_IN");
        assertThat(toManager.get("outcome").asString()).isEqualTo("KEPT");
    }

    @Test
    void letsNobodyConfirmAHoldThatTheyMayNotRead() {
        JsonNode hold = BookingBody.at("2027-06-11T09:00", "chelles-visio")
                .with("hold", "\"PT1H\"")
                .with("visibility", "\"PRIVATE\"")
                .bookedBy(as(CAMILLE));
        String path = BOOKINGS + "/" + hold.get("id").asString();

        assertThat(as(ADMIN).post(path + "/confirm", "").statusCode()).isEqualTo(403);
        assertThat(as(CAMILLE).post(path + "/confirm", "").statusCode()).isEqualTo(200);
    }
}
