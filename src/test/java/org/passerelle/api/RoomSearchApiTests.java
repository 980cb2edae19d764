package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What looking for rooms answers over HTTP, and what is told when rooms are taken. */
class RoomSearchApiTests extends HttpTest {

    private static final String PATH = "/api/v1/availability/rooms";
    private static final String TUESDAY = "\"from\":\"2027-10-05T09:00:00+02:00\",\"to\":\"2027-10-05T10:00:00+02:00\"";
    private static final String AT_MELUN = ",\"attendees\":6,\"sites\":[\"melun\"],\"kinds\":[\"MEETING\"]";

    private static String body(String... parts) {
        return "{" + String.join("", parts) + "}";
    }

    private static List<String> rooms(HttpResponse<String> response) {
        return TestClient.json(response)
                .get("rooms")
                .valueStream()
                .map(room -> room.get("room").asString())
                .toList();
    }

    @Test
    void ranksTheRoomsThatFit() {
        HttpResponse<String> response = as(CAMILLE).post(PATH, body(TUESDAY, AT_MELUN));

        JsonNode first = TestClient.json(response).at("/rooms/0");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(rooms(response)).startsWith("melun-seine", "melun-almont");
        assertThat(first.propertyNames())
                .containsExactly("room", "site", "name", "capacity", "kind", "score", "reasons", "missing");
        assertThat(first.get("score").asInt()).isBetween(0, 100);
        assertThat(first.at("/reasons/0").asString()).isEqualTo("Seats 8, the right size.");
        assertThat(first.get("missing")).isEmpty();
    }

    @Test
    void neverShowsWhatIsTakenAndTellsWhatComesClose() {
        BookingBody.at("2027-10-06T09:00", "melun-seine").bookedBy(as(NADIA));
        BookingBody.at("2027-10-06T09:00", "melun-almont").bookedBy(as(NADIA));
        String wednesday = TUESDAY.replace("10-05", "10-06");

        HttpResponse<String> response =
                as(CAMILLE).with("Accept-Language", "fr").post(PATH, body(wednesday, AT_MELUN));

        JsonNode misses = TestClient.json(response).get("nearMisses");
        assertThat(rooms(response)).isEmpty();
        assertThat(misses).hasSizeBetween(3, 10);
        assertThat(misses.get(0).propertyNames()).containsExactly("room", "rooms", "from", "to", "change");
        assertThat(misses.valueStream().map(miss -> miss.get("change").asString()))
                .anyMatch(change -> change.contains("plus tard"))
                .anyMatch(change -> change.contains("km"));
    }

    @Test
    void listsTheDatesOfASeriesThatARoomMisses() {
        BookingBody.at("2027-10-14T09:00", "melun-seine").bookedBy(as(NADIA));
        String thursdays = TUESDAY.replace("10-05", "10-07") + ",\"recurrence\":\"FREQ=WEEKLY;COUNT=3\"";

        HttpResponse<String> response = as(CAMILLE).post(PATH, body(thursdays, AT_MELUN));

        JsonNode room = TestClient.json(response)
                .get("rooms")
                .valueStream()
                .filter(each -> each.get("room").asString().equals("melun-seine"))
                .findFirst()
                .orElseThrow();
        assertThat(rooms(response)).first().isEqualTo("melun-almont");
        assertThat(room.at("/missing/0/from").asString()).isEqualTo("2027-10-14T07:00:00Z");
        assertThat(room.get("missing")).hasSize(1);
    }

    @Test
    void findsWhatIsCarriedToARoomAndReachedOnWheels() {
        String needs =
                ",\"attendees\":4,\"sites\":[\"melun\"],\"equipment\":[\"projector\"],\"stepFree\":true,\"limit\":1";

        HttpResponse<String> response = as(CAMILLE).post(PATH, body(TUESDAY, needs));

        assertThat(rooms(response)).hasSize(1);
    }

    @Test
    void keepsTheWallTimeOfASeriesWhenClocksChange() {
        String weekly = "\"from\":\"2027-10-26T09:00:00+02:00\",\"to\":\"2027-10-26T10:00:00+02:00\""
                + ",\"recurrence\":\"FREQ=WEEKLY;COUNT=2\"";
        BookingBody.at("2027-11-02T09:00", "melun-visio").bookedBy(as(NADIA));

        HttpResponse<String> response =
                as(CAMILLE).post(PATH, body(weekly, ",\"attendees\":2,\"sites\":[\"melun\"],\"kinds\":[\"VISIO\"]"));

        assertThat(TestClient.json(response).at("/rooms/0/missing/0/from").asString())
                .isEqualTo("2027-11-02T08:00:00Z");
    }

    @Test
    void refusesASeriesWithoutEndAsABookingDoes() {
        HttpResponse<String> response =
                as(CAMILLE).post(PATH, body(TUESDAY, AT_MELUN, ",\"recurrence\":\"FREQ=DAILY\""));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(response).at("/reasons/0/code").asString()).isEqualTo("too-many-occurrences");
    }

    private static Arguments refused(String field, String what) {
        return Arguments.of(field, what);
    }

    static Stream<Arguments> nonsense() {
        String manySites =
                IntStream.range(0, 5000).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(","));
        return Stream.of(
                refused("to", body(TUESDAY.replace("T10:00", "T09:00"), AT_MELUN)),
                refused("to", body(TUESDAY.replace("T10:00", "T08:00"), AT_MELUN)),
                refused("to", body(TUESDAY.replace("\"to\":\"2027", "\"to\":\"2126"), AT_MELUN)),
                refused("to", body(TUESDAY.replace("\"to\":\"2027", "\"to\":\"9999"), AT_MELUN)),
                refused("from", body("\"to\":\"2027-10-05T10:00:00Z\"", AT_MELUN)),
                refused("from", body(TUESDAY.replace("09:00:00+02:00", "09:00"), AT_MELUN)),
                refused("attendees", body(TUESDAY)),
                refused("attendees", body(TUESDAY, ",\"attendees\":0")),
                refused("attendees", body(TUESDAY, ",\"attendees\":-1")),
                refused("attendees", body(TUESDAY, ",\"attendees\":100001")),
                refused("attendees", body(TUESDAY, ",\"attendees\":99999999999")),
                refused("sites", body(TUESDAY, ",\"attendees\":4,\"sites\":[\"atlantis\"]")),
                refused("sites", body(TUESDAY, ",\"attendees\":4,\"sites\":[\"Melun !\"]")),
                refused("sites", body(TUESDAY, ",\"attendees\":4,\"sites\":[null]")),
                refused("sites", body(TUESDAY, ",\"attendees\":4,\"sites\":[" + manySites + "]")),
                refused("kinds", body(TUESDAY, ",\"attendees\":4,\"kinds\":[\"CASTLE\"]")),
                refused("equipment", body(TUESDAY, ",\"attendees\":4,\"equipment\":[\"\"]")),
                refused("limit", body(TUESDAY, ",\"attendees\":4,\"limit\":0")),
                refused("timeZone", body(TUESDAY, ",\"attendees\":4,\"timeZone\":\"Mars/Olympus\"")),
                refused("recurrence", body(TUESDAY, ",\"attendees\":4,\"recurrence\":\"FREQ=SECONDLY\"")),
                refused(
                        "recurrence",
                        body(
                                TUESDAY.replace("\"to\":\"2027-10-05", "\"to\":\"2027-10-07"),
                                ",\"attendees\":4,\"recurrence\":\"FREQ=DAILY;COUNT=3\"")),
                refused("seats", body(TUESDAY, ",\"attendees\":4,\"seats\":4")));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void namesTheFieldThatMakesNoSense(String field, String what) {
        HttpResponse<String> response = as(CAMILLE).post(PATH, what);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(response).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void tellsWhatToBookInsteadAndItCanBeBooked() {
        BookingBody wanted = BookingBody.at("2027-10-08T09:00", "melun-seine");
        wanted.bookedBy(as(NADIA));

        HttpResponse<String> refusal = as(CAMILLE).post(BookingBody.BOOKINGS, wanted.toString());

        JsonNode alternatives = TestClient.json(refusal).get("alternatives");
        assertThat(refusal.statusCode()).isEqualTo(409);
        assertThat(alternatives).hasSizeBetween(1, 5);
        assertThat(alternatives.at("/0/room").asString()).isEqualTo("melun-almont");
        assertThat(alternatives.at("/0/rooms/0").asString()).isEqualTo("melun-almont");
        assertThat(alternatives.at("/0/from").asString()).isEqualTo("2027-10-08T07:00:00Z");
        assertThat(alternatives.at("/0/change").asString()).isEqualTo("another room");
        BookingBody.at("2027-10-08T09:00", alternatives.at("/0/room").asString())
                .bookedBy(as(CAMILLE));
    }

    @Test
    void tellsWhatToChangeAnEditToInstead() {
        BookingBody.at("2027-10-11T09:00", "melun-seine").bookedBy(as(NADIA));
        JsonNode mine = BookingBody.at("2027-10-11T14:00", "melun-seine").bookedBy(as(CAMILLE));

        HttpResponse<String> refusal = as(CAMILLE)
                .patch(BookingBody.BOOKINGS + "/" + mine.get("id").asString(), "{\"start\":\"2027-10-11T09:00\"}");

        assertThat(refusal.statusCode()).isEqualTo(409);
        assertThat(TestClient.json(refusal).at("/alternatives/0/room").asString())
                .isEqualTo("melun-almont");
    }

    @Test
    void tellsWhatToChangeOneDateToInstead() {
        BookingBody.at("2027-10-12T09:00", "melun-seine").bookedBy(as(NADIA));
        JsonNode mine = BookingBody.at("2027-10-12T14:00", "melun-seine").bookedBy(as(CAMILLE));

        HttpResponse<String> refusal = as(CAMILLE)
                .patch(
                        BookingBody.BOOKINGS + "/" + mine.get("id").asString() + "/occurrences/2027-10-12T12:00:00Z",
                        "{\"start\":\"2027-10-12T09:00\"}");

        assertThat(refusal.statusCode()).isEqualTo(409);
        assertThat(TestClient.json(refusal).at("/alternatives/0/room").asString())
                .isEqualTo("melun-almont");
        assertThat(TestClient.json(refusal).at("/alternatives/0/from").asString())
                .isEqualTo("2027-10-12T07:00:00Z");
    }

    @Test
    void tellsWhereToGoOnWhenABookingCannotBeExtended() {
        JsonNode mine = BookingBody.at("2027-10-13T14:00", "melun-seine").bookedBy(as(CAMILLE));
        BookingBody.at("2027-10-13T15:00", "melun-seine").bookedBy(as(NADIA));

        HttpResponse<String> refusal = as(CAMILLE)
                .post(
                        BookingBody.BOOKINGS + "/" + mine.get("id").asString() + "/extend",
                        "{\"until\":\"2027-10-13T13:30:00Z\"}");

        JsonNode first = TestClient.json(refusal).at("/alternatives/0");
        assertThat(refusal.statusCode()).isEqualTo(409);
        assertThat(first.get("room").asString()).isEqualTo("melun-almont");
        assertThat(first.get("from").asString()).isEqualTo("2027-10-13T13:00:00Z");
        assertThat(first.get("to").asString()).isEqualTo("2027-10-13T13:30:00Z");
    }
}
