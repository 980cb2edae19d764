package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What is offered over HTTP can be had, and in the order in which people would have it. */
class OffersApiTests extends HttpTest {

    private static List<String> texts(JsonNode list, String field) {
        List<String> found = new ArrayList<>();
        list.forEach(each -> found.add(each.get(field).asString()));
        return found;
    }

    private static JsonNode alternatives(HttpResponse<String> refusal) {
        return TestClient.json(refusal).get("alternatives");
    }

    @Test
    void offersALargerRoomWhereThereAreTooManyPeople() {
        BookingBody eleven = BookingBody.at("2027-09-08T09:00", "melun-seine").with("headcount", "11");

        HttpResponse<String> refused = as(CAMILLE).post(BOOKINGS, eleven.toString());
        JsonNode first = alternatives(refused).get(0);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(first.get("room").asString()).isEqualTo("melun-almont");
        BookingBody.at("2027-09-08T09:00", first.get("room").asString())
                .with("headcount", "11")
                .bookedBy(as(CAMILLE));
    }

    @Test
    void everyAlternativeOfASeriesCanBeBookedAsThatSeries() {
        BookingBody.at("2027-09-15T09:00", "melun-seine").bookedBy(as(NADIA));
        BookingBody.at("2027-09-22T09:00", "melun-almont").bookedBy(as(NADIA));
        BookingBody.at("2027-09-29T10:00", "melun-seine").bookedBy(as(NADIA));

        HttpResponse<String> refused = as(CAMILLE)
                .post(
                        BOOKINGS,
                        BookingBody.at("2027-09-15T09:00", "melun-seine")
                                .every("FREQ=WEEKLY;COUNT=3")
                                .toString());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(alternatives(refused)).isNotEmpty();
        for (JsonNode each : alternatives(refused)) {
            JsonNode made = new BookingBody("x", "", "PT1H", each.get("rooms").toString(), "")
                    .every("FREQ=WEEKLY;COUNT=3")
                    .from(each.get("from").asString(), each.get("to").asString())
                    .bookedBy(as(CAMILLE));
            assertThat(made.get("occurrences")).hasSize(3);
            as(CAMILLE).delete(BOOKINGS + "/" + made.get("id").asString());
        }
    }

    @Test
    void triesAllFollowingDatesWhenTheseAreChanged() {
        JsonNode series = BookingBody.at("2027-10-05T09:00", "melun-visio")
                .every("FREQ=DAILY;COUNT=3")
                .bookedBy(as(CAMILLE));
        BookingBody.at("2027-10-06T14:00", "melun-seine").bookedBy(as(NADIA));
        BookingBody.at("2027-10-07T14:00", "melun-almont").bookedBy(as(NADIA));
        String path =
                BOOKINGS + "/" + series.get("id").asString() + "/occurrences/2027-10-06T07:00:00Z?andFollowing=true";

        HttpResponse<String> refused =
                as(CAMILLE).patch(path, "{\"start\":\"2027-10-06T14:00\",\"rooms\":[\"melun-seine\"]}");

        // Almont is free on the first of them and not on the second.
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(texts(alternatives(refused), "room")).doesNotContain("melun-almont");
    }

    @Test
    void offersWhoeverStaysOnNoOtherTown() {
        JsonNode now = BookingBody.at("2026-09-08T09:00", "coulommiers-visio").bookedBy(as(CAMILLE));
        BookingBody.at("2026-09-08T10:20", "coulommiers-visio").bookedBy(as(NADIA));
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-09-08T07:30:00Z")));

        HttpResponse<String> refused = as(CAMILLE)
                .post(BOOKINGS + "/" + now.get("id").asString() + "/extend", "{\"until\":\"2026-09-08T08:30:00Z\"}");
        List<String> changes = texts(alternatives(refused), "change");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(changes).isNotEmpty().noneMatch(change -> change.contains("km"));
        assertThat(alternatives(refused).get(0).get("to").asString()).isEqualTo("2026-09-08T08:20:00Z");
        assertThat(as(CAMILLE)
                        .post(
                                BOOKINGS + "/" + now.get("id").asString() + "/extend",
                                "{\"until\":\"2026-09-08T08:20:00Z\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void ranksPlainRoomsBeforeSuitesThatNobodyAskedForAndSaysHowManyAreLeft() {
        String question = "{\"from\":\"2026-06-10T08:00:00Z\",\"to\":\"2026-06-10T09:00:00Z\",\"attendees\":4%s}";

        JsonNode all = TestClient.json(as(CAMILLE).post("/api/v1/availability/rooms", question.formatted("")));
        JsonNode three =
                TestClient.json(as(CAMILLE).post("/api/v1/availability/rooms", question.formatted(",\"limit\":3")));
        List<String> kinds = texts(all.get("rooms"), "kind");
        JsonNode suites = TestClient.json(as(CAMILLE)
                .post("/api/v1/availability/rooms", question.formatted(",\"kinds\":[\"TELEPRESENCE\",\"MEETING\"]")));

        assertThat(kinds.indexOf("TELEPRESENCE")).isGreaterThan(kinds.lastIndexOf("MEETING"));
        assertThat(all.get("more").asInt()).isZero();
        assertThat(three.get("rooms")).hasSize(3);
        assertThat(three.get("more").asInt()).isEqualTo(kinds.size() - 3);
        assertThat(texts(suites.get("rooms"), "kind")).contains("TELEPRESENCE", "MEETING");
    }

    @Test
    void saysWhetherThereAreMoreCommonTimes() {
        String question = """
                {"parties":[{"site":"melun","attendees":2},{"site":"chelles","attendees":2}],"duration":"PT1H",
                 "window":{"from":"2026-06-11T00:00:00Z","to":"2026-06-12T00:00:00Z"},"limit":%d,
                 "dayHours":{"from":"16:00","to":"24:00"}}""";

        JsonNode few = TestClient.json(as(CAMILLE).post("/api/v1/availability/conference", question.formatted(2)));
        JsonNode all = TestClient.json(as(CAMILLE).post("/api/v1/availability/conference", question.formatted(100)));

        assertThat(few.get("more").asBoolean()).isTrue();
        assertThat(all.get("more").asBoolean()).isFalse();
        assertThat(all.get("slots").size())
                .isEqualTo(13); // from 16:00 to 19:00 by the quarter-hour, for rooms close at 20:00
    }

    @Test
    void namesAnotherRoomThereInsteadOfLeavingASiteOut() {
        BookingBody.at("2027-06-16T15:00", "montreal-telepresence")
                .lasting("PT5H")
                .bookedBy(as(NADIA));
        String question = """
                {"parties":[{"site":"melun","attendees":4},{"site":"montreal","attendees":4}],"duration":"PT1H",
                 "window":{"from":"2027-06-16T13:00:00Z","to":"2027-06-16T17:00:00Z"},"kinds":["TELEPRESENCE"]}""";

        HttpResponse<String> refused = as(CAMILLE).post("/api/v1/availability/conference", question);
        JsonNode problem = TestClient.json(refused);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(problem.at("/reasons/0/message").asString()).contains("With another room at Montréal");
        assertThat(problem.at("/relaxation/change").asString())
                .startsWith("In another room:")
                .contains("Montréal");
        assertThat(texts(problem.at("/relaxation/rooms"), "room")).contains("melun-telepresence");
    }
}
