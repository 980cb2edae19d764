package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.approval.DecisionLinks;
import org.passerelle.booking.model.BookingId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Of those who do contrary things to one booking at once, by whatever door, one succeeds, and the others are told why not. */
class RacesApiTests extends HttpTest {

    private static final int ROUNDS = 5;

    @Autowired
    private DecisionLinks links;

    @Autowired
    private ReadingBookings reading;

    @Autowired
    private Accounts accounts;

    private static String path(JsonNode booking) {
        return BookingBody.BOOKINGS + "/" + booking.get("id").asString();
    }

    private JsonNode seen(JsonNode booking) {
        return TestClient.json(as(CAMILLE).get(path(booking)));
    }

    private void clockAt(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment));
    }

    private String link(JsonNode booking) {
        AccountId admin = (AccountId)
                accounts.person(new EmailAddress(ADMIN)).orElseThrow().id();
        return links.of(
                        reading.find(new BookingId(booking.get("id").asString()))
                                .orElseThrow(),
                        admin)
                .getPath();
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }

    @Test
    void ofManyDecisionsByApiPageAndLinkOneCounts() {
        TestClient page = browserOf(ADMIN);
        for (int round = 1; round <= ROUNDS; round++) {
            JsonNode asked = BookingBody.at("2027-02-%02dT09:00".formatted(7 + round), "val-d-europe-amphitheatre")
                    .bookedBy(as(CAMILLE));
            String id = asked.get("id").asString();
            String link = link(asked);
            String csrf = page.csrfOf("/requests");
            String moment = reading.find(new BookingId(id))
                    .orElseThrow()
                    .status()
                    .shifted()
                    .toString();

            List<HttpResponse<String>> answers = Together.all(List.<Callable<HttpResponse<String>>>of(
                    () -> as(ADMIN).post(path(asked) + "/approve", "{\"message\":\"api\"}"),
                    () -> as(ADMIN).post(path(asked) + "/decline", "{\"message\":\"api\"}"),
                    () -> anonymous().postForm(link, Map.of("press", "approve", "message", "link")),
                    () -> anonymous().postForm(link, Map.of("press", "decline", "message", "link")),
                    () -> page.postForm(
                            "/requests/" + id + "/decline",
                            Map.of("_csrf", csrf, "asked", moment, "message", "page"))));

            assertThat(statuses(answers)).allMatch(status -> status == 200 || status == 302 || status == 422);
            JsonNode decided = seen(asked);
            String state = decided.get("state").asString();
            assertThat(state).isIn("CONFIRMED", "DECLINED");
            assertThat(decided.get("decision").get("state").asString())
                    .isEqualTo(state.equals("CONFIRMED") ? "APPROVED" : "DECLINED");
            assertThat(decided.get("version").asLong())
                    .isEqualTo(asked.get("version").asLong() + 1);
            // Whoever wished the contrary is told so; the same wish again is granted only where nothing is said anew.
            assertThat(answers.get(state.equals("CONFIRMED") ? 1 : 0).statusCode())
                    .isEqualTo(422);
            assertThat(answers.get(state.equals("CONFIRMED") ? 3 : 2).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void ofWhoStaysAndWhoComesNextOneHasTheRoom() {
        for (int round = 1; round <= ROUNDS; round++) {
            String day = "2027-02-%02d".formatted(7 + round);
            JsonNode meeting =
                    BookingBody.at(day + "T09:00", "lizy-sur-ourcq-ourcq").bookedBy(as(CAMILLE));
            clock.reset();
            clockAt(Instant.parse(day + "T08:50:00Z"));

            List<HttpResponse<String>> answers = Together.all(List.<Callable<HttpResponse<String>>>of(
                    () -> as(CAMILLE).post(path(meeting) + "/extend", "{\"until\":\"%sT09:30:00Z\"}".formatted(day)),
                    () -> as(NADIA)
                            .post(
                                    BookingBody.BOOKINGS,
                                    BookingBody.at(day + "T10:00", "lizy-sur-ourcq-ourcq")
                                            .toString())));

            String end = seen(meeting).get("occurrences").get(0).get("end").asString();
            boolean stays = answers.get(0).statusCode() == 200;
            assertThat(statuses(answers)).isEqualTo(stays ? List.of(200, 409) : List.of(409, 201));
            assertThat(end).isEqualTo(day + (stays ? "T09:30:00Z" : "T09:00:00Z"));
        }
    }

    @Test
    void ofWhoConfirmsAsTheHoldExpiresAndWhoTakesTheRoomOneHasIt() {
        for (int round = 1; round <= ROUNDS; round++) {
            clock.reset();
            BookingBody order = BookingBody.at("2027-02-%02dT15:00".formatted(7 + round), "lizy-sur-ourcq-ourcq");
            JsonNode held = order.with("hold", "\"PT10M\"").bookedBy(as(CAMILLE));
            clock.advance(Duration.ofMinutes(10).minusMillis(1));

            List<HttpResponse<String>> answers = Together.all(List.<Callable<HttpResponse<String>>>of(
                    () -> as(CAMILLE).post(path(held) + "/confirm", ""), () -> {
                        clock.advance(Duration.ofMillis(1));
                        return as(NADIA).post(BookingBody.BOOKINGS, order.toString());
                    }));

            boolean isConfirmed = answers.get(0).statusCode() == 200;
            assertThat(statuses(answers)).isEqualTo(isConfirmed ? List.of(200, 409) : List.of(422, 201));
            assertThat(seen(held).get("state").asString()).isEqualTo(isConfirmed ? "CONFIRMED" : "CANCELLED");
            if (!isConfirmed) {
                assertThat(answers.get(0).body()).contains("hold-expired");
            }
        }
    }
}
