package org.passerelle.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What waits for a decision while its place is shut, in January 2028, in which no other test asks for anything. */
class ClosedRequestsTests extends HttpTest {

    private static final String HALL = "val-d-europe-amphitheatre";
    private static final String CLOSURES = "/api/v1/closures";

    @Autowired
    private SentMails sent;

    private JsonNode requested(String start, String title) {
        return BookingBody.at(start, HALL).called(title).bookedBy(as(CAMILLE));
    }

    /** Agreed to at nine, and asked for at three in the afternoon instead. */
    private JsonNode moving(String day, String title) {
        JsonNode booking = requested(day + "T09:00", title);
        as(ADMIN).post(path(booking) + "/approve", "");
        String date = booking.get("occurrences").get(0).get("recurrenceId").asString();
        HttpResponse<String> answer = as(CAMILLE)
                .patch(
                        path(booking) + "/occurrences/" + date,
                        "{\"start\":\"" + day + "T15:00\",\"timeZone\":\"Europe/Paris\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return booking;
    }

    private static String path(JsonNode booking) {
        return BookingBody.BOOKINGS + "/" + booking.get("id").asString();
    }

    private JsonNode seen(JsonNode booking) {
        return TestClient.json(as(CAMILLE).get(path(booking)));
    }

    private JsonNode closed(String day, String then) {
        HttpResponse<String> made = as(ADMIN).post(CLOSURES, """
                {"rooms":["%s"],"from":"%sT12:00","to":"%sT20:00","reason":"Parquet verni","onBookings":"%s"}
                """.formatted(HALL, day, day, then));
        String id = TestClient.json(made).get("id").asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> closure(id).get("state").asString().equals("IN_FORCE"));
        return closure(id);
    }

    private JsonNode closure(String id) {
        return TestClient.json(as(ADMIN).get(CLOSURES + "/" + id));
    }

    private void told(String title, String word) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sent.to(CAMILLE))
                        .extracting(mail -> mail.text("text/plain").orElse(""))
                        .anySatisfy(text -> assertThat(text).contains(title, word)));
    }

    @ParameterizedTest
    @CsvSource({"2028-01-24, CANCEL", "2028-01-25, PROPOSE"})
    void whatIsAskedForInTheClosureIsDeclinedAndTheDateStays(String day, String then) {
        JsonNode booking = moving(day, "Orchestre " + then);

        JsonNode closure = closed(day, then);

        assertThat(closure.get("affected")).singleElement().satisfies(date -> {
            assertThat(date.get("requested").asBoolean()).isTrue();
            assertThat(date.get("outcome").asString()).isEqualTo("REQUEST_DECLINED");
        });
        JsonNode date = seen(booking).get("occurrences").get(0);
        assertThat(date.get("state").asString()).isEqualTo("PLANNED");
        assertThat(date.get("start").asString()).isEqualTo(day + "T08:00:00Z");
        JsonNode decision = date.get("requested").get("decision");
        assertThat(decision.get("state").asString()).isEqualTo("DECLINED");
        assertThat(decision.get("message").asString()).isEqualTo("Parquet verni");
        told("Orchestre " + then, "Parquet verni");
        assertThat(as(ADMIN).get("/api/v1/requests?site=val-d-europe").body())
                .doesNotContain(booking.get("id").asString());
        as(ADMIN).delete(CLOSURES + "/" + closure.get("id").asString());
        as(CAMILLE).delete(path(booking));
    }

    @Test
    void whatIsKeptWaitsOnAndWhoeverAskedIsTold() {
        JsonNode move = moving("2028-01-26", "Fanfare");
        JsonNode request = requested("2028-01-26T17:00", "Harmonie");

        told("Fanfare", "a accepté");
        told("Harmonie", "Votre demande");
        clock.advance(Duration.ofMinutes(6)); // so soon after another mail about it none would leave
        JsonNode closure = closed("2028-01-26", "KEEP");

        assertThat(closure.get("affected")).hasSize(2);
        assertThat(seen(move)
                        .get("occurrences")
                        .get(0)
                        .get("requested")
                        .get("decision")
                        .isNull())
                .isTrue();
        assertThat(seen(request).get("state").asString()).isEqualTo("REQUESTED");
        told("Fanfare", "Parquet verni");
        told("Harmonie", "Parquet verni");
        as(ADMIN).delete(CLOSURES + "/" + closure.get("id").asString());
        as(CAMILLE).delete(path(move));
        as(CAMILLE).delete(path(request));
    }

    @Test
    void aRequestInTheClosureIsCalledOffAndIsBackWhenThatIsUndone() {
        JsonNode request = requested("2028-01-27T17:00", "Batucada");

        JsonNode closure = closed("2028-01-27", "CANCEL");

        assertThat(seen(request).get("state").asString()).isEqualTo("CANCELLED");
        told("Batucada", "Parquet verni");
        as(ADMIN).delete(CLOSURES + "/" + closure.get("id").asString());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> seen(request).get("state").asString().equals("REQUESTED"));
        as(CAMILLE).delete(path(request));
    }
}
