package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Layouts of rooms over HTTP, in a room of the demo where the longer of two times serves both neighbours. */
class LayoutApiTests extends HttpTest {

    private static final String ROOM = "roissy-horizon";
    private static final String THEATRE = "\"theatre\"";

    private List<String> found(String day, String from, String to, String more) {
        String body = """
                {"from":"%1$sT%2$s:00+01:00","to":"%1$sT%3$s:00+01:00","sites":["roissy"],%4$s}""".formatted(day, from, to, more);
        HttpResponse<String> answer = as(CAMILLE).post("/api/v1/availability/rooms", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer)
                .get("rooms")
                .valueStream()
                .map(room -> room.get("room").asString())
                .toList();
    }

    @Test
    void bookingsSayHowTheirRoomsAreFurnishedUntilTheyAreLeftAsTheyAre() {
        JsonNode booked = BookingBody.at("2027-11-02T09:00", ROOM)
                .with("layout", THEATRE)
                .with("headcount", "30")
                .bookedBy(as(CAMILLE));
        String path = BookingBody.BOOKINGS + "/" + booked.get("id").asString();

        assertThat(booked.get("layout").asString()).isEqualTo("theatre");
        assertThat(TestClient.json(as(CAMILLE).get(path)).get("layout").asString())
                .isEqualTo("theatre");
        assertThat(TestClient.json(as(NADIA).get(path)).get("layout").isNull()).isTrue();

        HttpResponse<String> crowded = as(CAMILLE).patch(path, "{\"layout\":\"\"}");
        assertThat(crowded.statusCode()).isEqualTo(422);
        assertThat(crowded.body()).contains("over-capacity");

        JsonNode plain = TestClient.json(as(CAMILLE).patch(path, "{\"layout\":\"\",\"headcount\":12}"));
        assertThat(plain.get("layout").isNull()).isTrue();
        assertThat(plain.get("sequence")).isEqualTo(booked.get("sequence"));
    }

    @Test
    void aNeighbourMayComeAsSoonAsTheLongerTimeHasPassed() {
        BookingBody.at("2027-11-03T09:00", ROOM).with("layout", THEATRE).bookedBy(as(CAMILLE));

        HttpResponse<String> early = as(NADIA)
                .post(
                        BookingBody.BOOKINGS,
                        BookingBody.at("2027-11-03T10:25", ROOM)
                                .with("layout", THEATRE)
                                .toString());
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("room-occupied", "\"from\":\"2027-11-03T07:30:00Z\"");

        BookingBody.at("2027-11-03T10:30", ROOM).with("layout", THEATRE).bookedBy(as(NADIA));
    }

    @Test
    void theFinderKnowsLayoutsAndTheTimeTheyTake() {
        BookingBody.at("2027-11-04T09:00", ROOM).with("layout", THEATRE).bookedBy(as(CAMILLE));
        String theatre = "\"attendees\":25,\"layout\":" + THEATRE;

        assertThat(found("2027-11-04", "11:00", "12:00", "\"attendees\":25")).doesNotContain(ROOM);
        assertThat(found("2027-11-04", "10:30", "11:30", theatre)).containsExactly(ROOM);
        assertThat(found("2027-11-04", "10:25", "11:25", theatre)).isEmpty();
        assertThat(found("2027-11-04", "10:15", "11:15", "\"attendees\":10")).contains(ROOM);
        assertThat(found("2027-11-04", "10:10", "11:10", "\"attendees\":10")).doesNotContain(ROOM);
        assertThat(found("2027-11-04", "11:00", "12:00", "\"attendees\":10,\"layout\":\"banquet\""))
                .isEmpty();
    }

    @Test
    void whatIsNotOfferedIsRefusedByNameAndWhatIsNoWordIsWrong() {
        String unknown = BookingBody.at("2027-11-05T09:00", ROOM)
                .with("layout", "\"banquet\"")
                .toString();
        HttpResponse<String> refused = as(CAMILLE).with("Accept-Language", "fr").post(BookingBody.BOOKINGS, unknown);
        HttpResponse<String> wrong = as(CAMILLE)
                .post(
                        BookingBody.BOOKINGS,
                        BookingBody.at("2027-11-05T09:00", ROOM)
                                .with("layout", "\"U Shape!\"")
                                .toString());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(refused).at("/reasons/0/code").asString()).isEqualTo("unknown-layout");
        assertThat(TestClient.json(refused).at("/reasons/0/message").asString())
                .contains("Salle Horizon", "«\u202fbanquet\u202f»");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(wrong).at("/errors/0/field").asString()).isEqualTo("layout");
    }

    @Test
    void theEarlierOfTwoNeighboursCanStayUntilItsRoomIsNeeded() {
        JsonNode first = BookingBody.at("2027-11-08T09:00", ROOM)
                .with("layout", "\"board\"")
                .bookedBy(as(CAMILLE));
        BookingBody.at("2027-11-08T11:00", ROOM).with("layout", THEATRE).bookedBy(as(NADIA));
        String path = BookingBody.BOOKINGS + "/" + first.get("id").asString();

        assertThat(as(CAMILLE).patch(path, "{\"duration\":\"PT1H35M\"}").statusCode())
                .isEqualTo(409);
        assertThat(as(CAMILLE).patch(path, "{\"duration\":\"PT1H30M\"}").statusCode())
                .isEqualTo(200);
    }
}
