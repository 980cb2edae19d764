package org.passerelle.api.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import tools.jackson.databind.JsonNode;

/** The workstations of a site, of which any will do, through the API. */
class DeskBookingTests extends HttpTest {

    private static final String DESKS = "val-d-europe-postes";
    private static final String ROOMS = "/api/v1/availability/rooms";

    @Test
    void tellsHowManyThereAre() {
        JsonNode desks = TestClient.json(as(CAMILLE).get("/api/v1/rooms/" + DESKS));
        JsonNode room = TestClient.json(as(CAMILLE).get("/api/v1/rooms/melun-seine"));

        assertThat(desks.get("kind").asString()).isEqualTo("DESK");
        assertThat(desks.get("units").asInt()).isEqualTo(40);
        assertThat(room.get("units").isNull()).isTrue();
        assertThat(as(CAMILLE).get("/api/v1/rooms?kind=DESK&minCapacity=40").body())
                .contains(DESKS)
                .doesNotContain("melun-postes");
    }

    @Test
    void givesAsManyDesksAsThereAreToAllWhoAskAtOnce() {
        Callable<HttpResponse<String>> one = () -> as(CAMILLE).post(BOOKINGS, body("2027-05-10", 1));
        Callable<HttpResponse<String>> three = () -> as(NADIA).post(BOOKINGS, body("2027-05-10", 3));
        List<Callable<HttpResponse<String>>> takers =
                IntStream.range(0, 24).mapToObj(i -> i % 2 == 0 ? one : three).toList();

        List<HttpResponse<String>> answers = Together.all(takers);

        int given = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .mapToInt(answer -> TestClient.json(answer).get("rooms").size())
                .sum();
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409);
        assertThat(given).isBetween(38, 40);
        assertThat(as(CAMILLE).post(BOOKINGS, body("2027-05-10", 41 - given)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void isBusyOnceTheLastDeskIsTaken() {
        String busy = "/api/v1/rooms/" + DESKS + "/busy?from=2027-05-11T00:00:00Z&to=2027-05-12T00:00:00Z";
        booked("2027-05-11", 39);
        JsonNode before = TestClient.json(as(NADIA).get(busy));

        booked("2027-05-11", 1);

        assertThat(before.get("busy"))
                .noneMatch(time -> time.get("type").asString().equals("BUSY"));
        assertThat(TestClient.json(as(NADIA).get(busy)).get("busy"))
                .anyMatch(time -> time.get("type").asString().equals("BUSY")
                        && time.get("from").asString().equals("2027-05-11T06:30:00Z"));
    }

    @Test
    void findsTheDesksThatHaveOneForEverybody() {
        booked("2027-05-12", 35);

        assertThat(found(5)).contains(DESKS, "melun-postes", "fontainebleau-postes");
        assertThat(found(6)).contains("melun-postes").doesNotContain(DESKS);
        assertThat(found(13)).contains("melun-postes").doesNotContain("fontainebleau-postes");
    }

    @Test
    void offersNoDeskToWhoLooksForARoom() {
        JsonNode answer = TestClient.json(as(CAMILLE)
                .post(ROOMS, "{\"from\":\"2027-05-13T07:00:00Z\",\"to\":\"2027-05-13T08:00:00Z\",\"attendees\":1}"));

        assertThat(answer.get("rooms").toString()).contains("melun-seine").doesNotContain("postes");
    }

    @Test
    void offersAsManyDesksNearbyWhereTooFewAreLeft() {
        booked("2027-05-21", 38);

        HttpResponse<String> refused = as(CAMILLE).post(BOOKINGS, body("2027-05-21", 3));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(TestClient.json(refused).get("alternatives"))
                .anyMatch(offer ->
                        offer.get("rooms").toString().equals("[\"melun-postes\",\"melun-postes\",\"melun-postes\"]"));
    }

    @Test
    void seatsOnePersonAtEachDesk() {
        HttpResponse<String> three =
                as(CAMILLE).post(BOOKINGS, body("2027-05-14", 2).replace("}", ",\"headcount\":3}"));

        assertThat(three.statusCode()).isEqualTo(422);
        assertThat(three.body()).contains("over-capacity");
    }

    @Test
    void tellsACalendarProgramOnceAndHowMany() {
        String id = booked("2027-05-18", 3).get("id").asString();

        String calendar = as(CAMILLE)
                .get("/api/v1/bookings/" + id + "/calendar.ics")
                .body()
                .replace("\r\n ", "");

        assertThat(calendar).contains("LOCATION:3 × Postes de travail").containsOnlyOnce("mailto:" + DESKS);
    }

    private List<String> found(int people) {
        HttpResponse<String> answer = as(CAMILLE)
                .post(
                        ROOMS,
                        "{\"from\":\"2027-05-12T06:30:00Z\",\"to\":\"2027-05-12T10:30:00Z\",\"attendees\":" + people
                                + ",\"kinds\":[\"DESK\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer)
                .get("rooms")
                .valueStream()
                .map(room -> room.get("room").asString())
                .toList();
    }

    private JsonNode booked(String date, int desks) {
        HttpResponse<String> answer = as(CAMILLE).post(BOOKINGS, body(date, desks));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return TestClient.json(answer);
    }

    private static String body(String date, int desks) {
        String rooms = Collections.nCopies(desks, '"' + DESKS + '"').stream().collect(Collectors.joining(","));
        return "{\"title\":\"Télétravail\",\"date\":\"%s\",\"part\":\"MORNING\",\"rooms\":[%s]}".formatted(date, rooms);
    }
}
