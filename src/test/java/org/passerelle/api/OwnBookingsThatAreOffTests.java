package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What was called off or declined stays among the bookings of whoever made it, with who did that and what they said. */
class OwnBookingsThatAreOffTests extends HttpTest {

    private static final String HALL = "val-d-europe-amphitheatre";
    private static final String WEEK = "&from=2026-11-02T00:00:00Z&to=2026-11-15T00:00:00Z";

    private Optional<JsonNode> listed(String person, JsonNode booking, String query) {
        HttpResponse<String> answer = as(person).get(BookingBody.BOOKINGS + "?limit=1000" + WEEK + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").equals(booking.get("id")))
                .findFirst();
    }

    private static String path(JsonNode booking) {
        return BookingBody.BOOKINGS + "/" + booking.get("id").asString();
    }

    @Test
    void whatTheSiteDeclinedIsListedWithItsDecision() {
        JsonNode booking =
                BookingBody.at("2026-11-03T09:00", HALL).called("Colloque").bookedBy(as(CAMILLE));
        as(ADMIN).post(path(booking) + "/decline", "{\"message\":\"Travaux dans la salle\"}");

        JsonNode mine = listed(CAMILLE, booking, "&mine=true").orElseThrow();
        assertThat(mine.get("state").asString()).isEqualTo("DECLINED");
        assertThat(mine.get("decision").get("message").asString()).isEqualTo("Travaux dans la salle");
        assertThat(listed(CAMILLE, booking, "&mine=true&site=val-d-europe")).isPresent();
        assertThat(listed(CAMILLE, booking, "&mine=true&site=melun")).isEmpty();
        // It holds no room any more, and is nobody else's.
        assertThat(listed(CAMILLE, booking, "&room=" + HALL)).isEmpty();
        assertThat(listed(LOUIS, booking, "&mine=true")).isEmpty();
        assertThat(browserOf(CAMILLE).get("/bookings?q=Colloque").body())
                .contains("Colloque", "Travaux dans la salle", "not agreed to by the site");
    }

    @Test
    void whoCalledItOffIsTold() {
        JsonNode booking = BookingBody.at("2026-11-04T09:00", "melun-almont")
                .called("Jury d'automne")
                .bookedBy(as(CAMILLE));
        as(MANAGER).delete(path(booking));

        JsonNode mine = listed(CAMILLE, booking, "&mine=true").orElseThrow();
        assertThat(mine.get("state").asString()).isEqualTo("CANCELLED");
        JsonNode off = mine.get("occurrences").get(0).get("cancellation");
        assertThat(off.get("by").asString()).isEqualTo(MANAGER);
        assertThat(off.get("at").asString()).isEqualTo(clock.instant().toString());
        assertThat(TestClient.json(as(NADIA).get(path(booking)))
                        .get("occurrences")
                        .get(0)
                        .get("cancellation")
                        .isNull())
                .isTrue();
        assertThat(browserOf(CAMILLE).get("/bookings?q=Jury").body()).contains("Jury d&#39;automne", "cancelled it on");
        assertThat(browserOf(CAMILLE)
                        .with("Accept-Language", "fr")
                        .get("/bookings/" + booking.get("id").asString())
                        .body())
                .contains("Annulée par");
    }

    @Test
    void whatTheOrganiserCalledOffNeedsNoNote() {
        JsonNode booking = BookingBody.at("2026-11-05T09:00", "melun-almont").bookedBy(as(CAMILLE));
        as(CAMILLE).delete(path(booking));

        JsonNode mine = listed(CAMILLE, booking, "&mine=true").orElseThrow();
        assertThat(mine.get("occurrences").get(0).get("cancellation").isNull()).isTrue();
        assertThat(mine.get("occurrences").get(0).get("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void whyAClosureCalledADateOffStandsOnThatDate() {
        JsonNode series = BookingBody.at("2026-11-06T14:00", "trilport-visio")
                .every("FREQ=WEEKLY;COUNT=2")
                .bookedBy(as(CAMILLE));
        HttpResponse<String> closed = as(ADMIN).post("/api/v1/closures", """
                        {"rooms": ["trilport-visio"], "from": "2026-11-13T00:00", "to": "2026-11-14T00:00",
                         "reason": "Fuite d'eau", "onBookings": "CANCEL"}""");
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(201);

        JsonNode seen = TestClient.json(as(CAMILLE).get(path(series)));
        assertThat(seen.get("occurrences").get(0).get("cancellation").isNull()).isTrue();
        assertThat(seen.get("occurrences")
                        .get(1)
                        .get("cancellation")
                        .get("message")
                        .asString())
                .contains("Fuite d'eau");
        assertThat(browserOf(CAMILLE)
                        .get("/bookings/" + series.get("id").asString())
                        .body())
                .contains("Fuite d&#39;eau");

        as(ADMIN).delete("/api/v1/closures/" + TestClient.json(closed).get("id").asString());
        JsonNode back = TestClient.json(as(CAMILLE).get(path(series)));
        assertThat(back.get("occurrences").get(1).get("state").asString()).isEqualTo("PLANNED");
        assertThat(back.get("occurrences").get(1).get("cancellation").isNull()).isTrue();
    }
}
