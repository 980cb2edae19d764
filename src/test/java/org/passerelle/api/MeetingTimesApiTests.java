package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What asking for a common time answers over HTTP. */
class MeetingTimesApiTests extends HttpTest {

    private static final String PATH = "/api/v1/availability/conference";
    private static final String MELUN = "{\"site\":\"melun\",\"attendees\":4}";
    private static final String MONTREAL = "{\"site\":\"montreal\",\"attendees\":4}";
    private static final String WINDOW = "{\"from\":\"2026-09-07T00:00:00Z\",\"to\":\"2026-09-12T00:00:00Z\"}";
    private static final String WORKING = ",\"dayHours\":{\"from\":\"09:00\",\"to\":\"18:00\"}";

    private static String body(String parties, String duration, String window, String more) {
        return "{\"parties\":[%s],\"duration\":\"%s\",\"window\":%s%s}".formatted(parties, duration, window, more);
    }

    private static String both(String more) {
        return body(MELUN + "," + MONTREAL, "PT1H", WINDOW, more);
    }

    @Test
    void tellsEachRoomItsOwnTime() {
        HttpResponse<String> response = as(CAMILLE).post(PATH, both(WORKING));

        JsonNode slots = TestClient.json(response).get("slots");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(slots).hasSize(10);
        JsonNode first = slots.get(0);
        assertThat(first.propertyNames()).containsExactly("from", "to", "rooms", "score");
        assertThat(first.get("from").asString()).isEqualTo("2026-09-07T13:00:00Z");
        assertThat(first.get("to").asString()).isEqualTo("2026-09-07T14:00:00Z");
        assertThat(first.get("rooms").get(0).get("site").asString()).isEqualTo("melun");
        assertThat(first.get("rooms").get(0).get("localFrom").asString()).isEqualTo("2026-09-07T15:00");
        assertThat(first.get("rooms").get(0).get("timeZone").asString()).isEqualTo("Europe/Paris");
        assertThat(first.get("rooms").get(1).get("room").asString()).startsWith("montreal-");
        assertThat(first.get("rooms").get(1).get("localFrom").asString()).isEqualTo("2026-09-07T09:00");
        assertThat(first.get("rooms").get(1).get("localTo").asString()).isEqualTo("2026-09-07T10:00");
    }

    @Test
    void offersOnlyWhatCanBeBookedAndNothingTwice() {
        String window = "{\"from\":\"2026-09-14T07:00:00Z\",\"to\":\"2026-09-14T08:00:00Z\"}";
        String suites = ",\"kinds\":[\"TELEPRESENCE\"]";
        String question = body("{\"site\":\"melun\",\"attendees\":4}", "PT1H", window, suites);

        HttpResponse<String> before = as(CAMILLE).post(PATH, question);
        BookingBody.at("2026-09-14T09:30", "melun-telepresence").bookedBy(as(NADIA));
        HttpResponse<String> after = as(CAMILLE).post(PATH, question);

        assertThat(TestClient.json(before).at("/slots/0/rooms/0/room").asString())
                .isEqualTo("melun-telepresence");
        assertThat(after.statusCode()).isEqualTo(422);
    }

    @Test
    void putsTheBestFirstWhenAsked() {
        JsonNode slots = TestClient.json(as(CAMILLE).post(PATH, both(",\"order\":\"score\",\"limit\":5")))
                .get("slots");

        assertThat(slots).hasSize(5);
        assertThat(slots.valueStream().map(slot -> slot.get("score").asInt()).toList())
                .isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void findsASeriesInLikeRooms() {
        String more = ",\"sameKind\":true,\"recurrence\":\"FREQ=WEEKLY;COUNT=4\",\"step\":\"PT1H\",\"limit\":1";

        JsonNode slots =
                TestClient.json(as(CAMILLE).post(PATH, both(more + WORKING))).get("slots");

        assertThat(slots).hasSize(1);
        assertThat(slots.at("/0/rooms/0/room").asString()).isEqualTo("melun-visio");
    }

    @Test
    void namesWhoStandsInTheWayAndWhatWouldHelpInBothLanguages() {
        String amsterdam = "{\"site\":\"amsterdam\",\"attendees\":4}";
        String question = body(
                MELUN + "," + MONTREAL + "," + amsterdam,
                "PT1H",
                WINDOW,
                ",\"dayHours\":{\"from\":\"09:00\",\"to\":\"13:00\"}");

        HttpResponse<String> english = as(CAMILLE).post(PATH, question);
        HttpResponse<String> french = as(CAMILLE).with("Accept-Language", "fr").post(PATH, question);

        JsonNode problem = TestClient.json(english);
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/refused");
        assertThat(problem.at("/reasons/0/code").asString()).isEqualTo("no-common-slot");
        assertThat(problem.at("/reasons/0/message").asString())
                .contains("could, without")
                .contains("Montréal");
        assertThat(problem.get("binding")).hasSize(1);
        assertThat(problem.at("/binding/0/position").asInt()).isEqualTo(1);
        assertThat(problem.at("/binding/0/site").asString()).isEqualTo("montreal");
        assertThat(problem.at("/relaxation/change").asString()).startsWith("Outside the hours");
        assertThat(problem.at("/relaxation/from").asString()).isEqualTo("2026-09-07T12:00:00Z");
        assertThat(problem.at("/relaxation/rooms")).hasSize(3);
        assertThat(TestClient.json(french).at("/reasons/0/message").asString())
                .contains("Les autres le pourraient sans");
        assertThat(TestClient.json(french).at("/relaxation/change").asString())
                .isEqualTo("En dehors des heures demandées");
    }

    @Test
    void saysWhichSiteHasNoSuchRoom() {
        String crowd = "{\"site\":\"montreal\",\"attendees\":900}";

        HttpResponse<String> response = as(CAMILLE).post(PATH, body(MELUN + "," + crowd, "PT1H", WINDOW, ""));

        assertThat(TestClient.json(response).at("/reasons/0/message").asString())
                .contains("no room at");
        assertThat(TestClient.json(response).at("/binding/0/position").asInt()).isEqualTo(1);
    }

    static Stream<Arguments> hostile() {
        String many = (MELUN + ",").repeat(4_999) + MELUN;
        return Stream.of(
                Arguments.of("parties", "{\"duration\":\"PT1H\",\"window\":" + WINDOW + "}"),
                Arguments.of("parties", body("", "PT1H", WINDOW, "")),
                Arguments.of("parties", body(many, "PT1H", WINDOW, "")),
                Arguments.of("parties[0]", body("null", "PT1H", WINDOW, "")),
                Arguments.of(
                        "parties[1].site",
                        body(MELUN + ",{\"site\":\"atlantis\",\"attendees\":1}", "PT1H", WINDOW, "")),
                Arguments.of("parties[0].site", body("{\"site\":\"../../etc\",\"attendees\":1}", "PT1H", WINDOW, "")),
                Arguments.of("parties[0].site", body("{\"attendees\":1}", "PT1H", WINDOW, "")),
                Arguments.of("parties[0].attendees", body("{\"site\":\"melun\"}", "PT1H", WINDOW, "")),
                Arguments.of("parties[0].attendees", body("{\"site\":\"melun\",\"attendees\":0}", "PT1H", WINDOW, "")),
                Arguments.of("parties[0].attendees", body("{\"site\":\"melun\",\"attendees\":-3}", "PT1H", WINDOW, "")),
                Arguments.of("parties[0].romm", body("{\"site\":\"melun\",\"romm\":1}", "PT1H", WINDOW, "")),
                Arguments.of(
                        "parties[0].equipment",
                        body("{\"site\":\"melun\",\"attendees\":1,\"equipment\":[\"\"]}", "PT1H", WINDOW, "")),
                Arguments.of("duration", body(MELUN, "PT0S", WINDOW, "")),
                Arguments.of("duration", body(MELUN, "-PT1H", WINDOW, "")),
                Arguments.of("duration", body(MELUN, "P100000D", WINDOW, "")),
                Arguments.of("duration", body(MELUN, "P6D", WINDOW, "")),
                Arguments.of("window", "{\"parties\":[" + MELUN + "],\"duration\":\"PT1H\"}"),
                Arguments.of("window.from", body(MELUN, "PT1H", "{\"to\":\"2026-09-12T00:00:00Z\"}", "")),
                Arguments.of(
                        "window.to",
                        body(MELUN, "PT1H", "{\"from\":\"2026-09-12T00:00:00Z\",\"to\":\"2026-09-07T00:00:00Z\"}", "")),
                Arguments.of(
                        "window.to",
                        body(MELUN, "PT1H", "{\"from\":\"2026-09-12T00:00:00Z\",\"to\":\"2126-09-07T00:00:00Z\"}", "")),
                Arguments.of(
                        "window.to", body(MELUN, "PT1H", "{\"from\":\"2026-09-12T00:00:00Z\",\"to\":\"soon\"}", "")),
                Arguments.of("limit", body(MELUN, "PT1H", WINDOW, ",\"limit\":0")),
                Arguments.of("limit", body(MELUN, "PT1H", WINDOW, ",\"limit\":101")),
                Arguments.of(
                        "dayHours.to",
                        body(MELUN, "PT1H", WINDOW, ",\"dayHours\":{\"from\":\"18:00\",\"to\":\"09:00\"}")),
                Arguments.of("dayHours.from", body(MELUN, "PT1H", WINDOW, ",\"dayHours\":{\"to\":\"09:00\"}")),
                Arguments.of(
                        "dayHours.from",
                        body(MELUN, "PT1H", WINDOW, ",\"dayHours\":{\"from\":\"25:00\",\"to\":\"26:00\"}")),
                Arguments.of("order", body(MELUN, "PT1H", WINDOW, ",\"order\":\"random\"")),
                Arguments.of("kinds", body(MELUN, "PT1H", WINDOW, ",\"kinds\":[\"EQUIPMENT\"]")),
                Arguments.of("step", body(MELUN, "PT1H", WINDOW, ",\"step\":\"PT7M\"")),
                Arguments.of("step", body(MELUN, "PT1H", WINDOW, ",\"step\":\"P2D\"")),
                Arguments.of("recurrence", body(MELUN, "PT1H", WINDOW, ",\"recurrence\":\"FREQ=DAILY\"")),
                Arguments.of("recurrence", body(MELUN, "PT1H", WINDOW, ",\"recurrence\":\"FREQ=DAILY;COUNT=999999\"")),
                Arguments.of("recurrence", body(MELUN, "PT1H", WINDOW, ",\"recurrence\":\"FREQ=HOURLY;COUNT=2\"")),
                Arguments.of("colour", body(MELUN, "PT1H", WINDOW, ",\"colour\":\"red\"")));
    }

    @ParameterizedTest(name = "{0}: {index}")
    @MethodSource("hostile")
    void refusesWhatMakesNoSense(String field, String body) {
        HttpResponse<String> response = as(CAMILLE).post(PATH, body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(TestClient.json(response).at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(TestClient.json(response).at("/errors/0/message").asString())
                .hasSizeGreaterThan(10)
                .doesNotStartWith("conference.");
        assertThat(response.body()).hasSizeLessThan(5_000);
    }

    @Test
    void answersTheLargestQuestionsWithinTheirBounds() {
        String parties = Stream.generate(() -> MELUN)
                .limit(50)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        String years = "{\"from\":\"2026-04-01T00:00:00Z\",\"to\":\"2028-06-01T00:00:00Z\"}";

        HttpResponse<String> crowd = as(CAMILLE).post(PATH, body(parties, "PT1H", years, ",\"order\":\"score\""));
        HttpResponse<String> past = as(CAMILLE)
                .post(
                        PATH,
                        body(MELUN, "PT1H", "{\"from\":\"2020-02-01T00:00:00Z\",\"to\":\"2020-03-01T00:00:00Z\"}", ""));
        HttpResponse<String> series = as(CAMILLE)
                .post(PATH, body(MELUN, "PT1H", years, ",\"recurrence\":\"FREQ=DAILY;COUNT=750\",\"order\":\"score\""));

        assertThat(crowd.statusCode()).isEqualTo(422);
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(TestClient.json(past).at("/relaxation/change").asString()).startsWith("Later");
        assertThat(series.statusCode()).isEqualTo(422);
    }

    @Test
    void doesNotLookForGuests() {
        assertThat(anonymous().post(PATH, both("")).statusCode()).isEqualTo(401);
        assertThat(as(MANAGER).post(PATH, both("")).statusCode()).isEqualTo(200);
        assertThat(as(ADMIN).post(PATH, both("")).statusCode()).isEqualTo(200);
    }
}
