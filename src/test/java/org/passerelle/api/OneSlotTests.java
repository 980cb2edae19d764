package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.time.Interval;
import tools.jackson.databind.JsonNode;

/** Many clients at one room, over HTTP: exactly those win who get along, and all others are told what was in their way. */
class OneSlotTests extends HttpTest {

    private static final int CLIENTS = 200;

    private TestClient camille = anonymous();

    @BeforeEach
    void takeAToken() {
        String token = TestClient.json(as(CAMILLE).post("/api/v1/tokens", "{\"name\":\"many\"}"))
                .get("token")
                .asString();
        camille = anonymous().withBearer(token);
    }

    private List<HttpResponse<String>> postAtOnce(List<BookingBody> bodies) {
        return Together.all(bodies.stream()
                .<Callable<HttpResponse<String>>>map(body -> () -> camille.post(BOOKINGS, body.toString()))
                .toList());
    }

    private static List<JsonNode> won(List<HttpResponse<String>> responses) {
        assertThat(responses).extracting(HttpResponse::statusCode).containsOnly(201, 409);
        return responses.stream()
                .filter(response -> response.statusCode() == 201)
                .map(TestClient::json)
                .toList();
    }

    private static List<Interval> times(JsonNode booking) {
        List<Interval> times = new ArrayList<>();
        booking.get("occurrences").forEach(date -> times.add(interval(date, "start", "end")));
        return times;
    }

    private static Interval interval(JsonNode node, String from, String to) {
        return Interval.of(
                Instant.parse(node.get(from).asString()),
                Instant.parse(node.get(to).asString()));
    }

    /** Every refusal names times of winners that its own request overlaps. */
    private static void assertToldOf(List<JsonNode> won, List<HttpResponse<String>> responses) {
        Set<Interval> taken = won.stream().flatMap(each -> times(each).stream()).collect(Collectors.toSet());
        for (HttpResponse<String> response : responses) {
            if (response.statusCode() == 409) {
                JsonNode problem = TestClient.json(response);
                assertThat(problem.get("type").asString()).isEqualTo("/problems/room-occupied");
                assertThat(problem.get("conflicts"))
                        .isNotEmpty()
                        .allSatisfy(conflict -> assertThat(taken).contains(interval(conflict, "from", "to")));
            }
        }
    }

    private List<Interval> busy(String room, String day) {
        HttpResponse<String> response =
                camille.get("/api/v1/rooms/%s/busy?from=%sT00:00:00Z&to=%sT23:00:00Z".formatted(room, day, day));
        List<Interval> busy = new ArrayList<>();
        TestClient.json(response)
                .get("busy")
                .valueStream()
                .filter(each -> each.get("type").asString().equals("BUSY"))
                .forEach(each -> busy.add(interval(each, "from", "to")));
        return busy;
    }

    @Test
    void letsOneOfTwoHundredClientsHaveTheSlot() {
        List<HttpResponse<String>> responses =
                postAtOnce(Collections.nCopies(CLIENTS, BookingBody.at("2026-06-01T09:00", "melun-seine")));

        assertThat(won(responses)).hasSize(1);
        assertToldOf(won(responses), responses);
        assertThat(busy("melun-seine", "2026-06-01")).hasSize(1);
    }

    @Test
    void letsExactlyACompatibleSetOfOverlappingTimesWin() {
        List<BookingBody> bodies = new ArrayList<>();
        List<Interval> asked = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            LocalDateTime start = LocalDateTime.parse("2026-06-02T08:00").plusMinutes(5L * (i % 120));
            bodies.add(BookingBody.at(start.toString(), "melun-seine"));
            Instant instant = start.minusHours(2).toInstant(ZoneOffset.UTC);
            asked.add(Interval.of(instant, instant.plusSeconds(3600)));
        }

        List<HttpResponse<String>> responses = postAtOnce(bodies);

        List<JsonNode> won =
                won(responses.stream().filter(each -> each.statusCode() != 422).toList());
        List<Interval> times =
                won.stream().flatMap(each -> times(each).stream()).toList();
        for (int i = 0; i < times.size(); i++) {
            assertThat(times.subList(0, i)).noneMatch(times.get(i)::overlaps);
        }
        for (int i = 0; i < CLIENTS; i++) {
            if (responses.get(i).statusCode() == 409) {
                assertThat(times).anyMatch(asked.get(i)::overlaps);
            }
        }
        assertToldOf(won, responses);
    }

    @Test
    void neverMakesAPartialBookingOfManyRooms() {
        List<BookingBody> bodies = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String other = List.of("melun-seine", "melun-almont", "val-d-europe-telepresence")
                    .get(i % 3);
            bodies.add(BookingBody.at("2026-06-03T19:00", other, "melun-visio"));
        }

        List<HttpResponse<String>> responses = postAtOnce(bodies);

        assertThat(won(responses))
                .singleElement()
                .satisfies(
                        booking -> assertThat(booking.get("occurrences").get(0).get("rooms"))
                                .hasSize(2));
        Interval evening = Interval.of(Instant.parse("2026-06-03T17:00:00Z"), Instant.parse("2026-06-03T18:00:00Z"));
        long taken = List.of("melun-seine", "melun-almont", "val-d-europe-telepresence").stream()
                .filter(room -> busy(room, "2026-06-03").stream().anyMatch(evening::overlaps))
                .count();
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void letsOneOfManyMovesHaveTheGap() {
        List<String> ids = new ArrayList<>();
        for (int week = 1; week <= 24; week++) {
            LocalDate day = LocalDate.of(2026, 6, 4).plusWeeks(week);
            ids.add(BookingBody.at(day + "T18:00", "melun-visio")
                    .bookedBy(camille)
                    .get("id")
                    .asString());
        }

        List<HttpResponse<String>> responses = Together.all(ids.stream()
                .<Callable<HttpResponse<String>>>map(
                        id -> () -> camille.patch(BOOKINGS + "/" + id, "{\"start\":\"2026-06-05T09:00\"}"))
                .toList());

        assertThat(responses).extracting(HttpResponse::statusCode).containsOnly(200, 409);
        assertThat(responses)
                .filteredOn(response -> response.statusCode() == 200)
                .hasSize(1);
        assertThat(busy("melun-visio", "2026-06-05")).hasSize(1);
        for (int i = 0; i < ids.size(); i++) {
            int version = TestClient.json(camille.get(BOOKINGS + "/" + ids.get(i)))
                    .get("version")
                    .asInt();
            assertThat(version).isEqualTo(responses.get(i).statusCode() == 200 ? 2 : 1);
        }
    }

    @Test
    void letsOneOfManySeriesThatMeetOnOneDateWin() {
        List<BookingBody> bodies = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LocalDate first = LocalDate.of(2027, 2, 5).minusWeeks(i % 4);
            bodies.add(BookingBody.at(first + "T09:00", "melun-almont").every("FREQ=WEEKLY;COUNT=5"));
        }

        List<HttpResponse<String>> responses = postAtOnce(bodies);

        List<JsonNode> won = won(responses);
        assertThat(won)
                .singleElement()
                .satisfies(series -> assertThat(times(series)).hasSize(5));
        assertToldOf(won, responses);
    }

    @Test
    void weighsACombinedRoomAgainstItsParts() {
        List<BookingBody> bodies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            bodies.add(BookingBody.at("2026-06-08T09:00", "melun-grand-salon"));
            bodies.add(BookingBody.at("2026-06-08T09:00", "melun-seine"));
            bodies.add(BookingBody.at("2026-06-08T09:00", "melun-almont"));
        }

        List<JsonNode> won = won(postAtOnce(bodies));

        List<String> rooms = won.stream()
                .map(each -> each.get("rooms").get(0).asString())
                .sorted()
                .toList();
        assertThat(rooms).isIn(List.of("melun-grand-salon"), List.of("melun-almont", "melun-seine"));
    }

    @Test
    void givesFiveProjectorsToFiveOfSixTakers() {
        List<HttpResponse<String>> responses =
                postAtOnce(Collections.nCopies(6, BookingBody.at("2026-06-09T09:00", "melun-projector")));

        assertThat(won(responses)).hasSize(5);
        assertThat(busy("melun-projector", "2026-06-09")).hasSize(1);
    }
}
