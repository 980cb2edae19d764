package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What making, changing and calling off a booking answers over HTTP. */
class BookingApiTests extends HttpTest {

    private static String path(JsonNode booking) {
        return BOOKINGS + "/" + booking.get("id").asString();
    }

    @Test
    void answersANewBookingWithItsPlaceAndVersion() {
        HttpResponse<String> response = as(CAMILLE)
                .post(
                        BOOKINGS,
                        BookingBody.at("2026-08-03T09:00", "melun-seine").toString());

        JsonNode booking = TestClient.json(response);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains(path(booking));
        assertThat(response.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(booking.get("state").asString()).isEqualTo("CONFIRMED");
        assertThat(as(CAMILLE).get(path(booking)).body()).isEqualTo(response.body());
    }

    @Test
    void answersARepeatedKeyWithTheSameBookingAndAnotherBodyWithARefusal() {
        TestClient client = as(CAMILLE).with("Idempotency-Key", "august-4");
        BookingBody body = BookingBody.at("2026-08-04T09:00", "melun-seine");

        HttpResponse<String> first = client.post(BOOKINGS, body.toString());
        HttpResponse<String> second = client.post(BOOKINGS, " " + body);
        HttpResponse<String> reordered = client.post(BOOKINGS, """
                {"rooms": ["melun-seine"], "duration": "PT1H", "timeZone": "Europe/Paris", "start": "2026-08-04T09:00", "title": "%s"}""".formatted(body.title()));
        HttpResponse<String> other = client.post(BOOKINGS, body.called("Other").toString());

        assertThat(reordered.statusCode()).isEqualTo(200);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void refusesAnEditOfAnOldVersion() {
        JsonNode booking = BookingBody.at("2026-08-05T09:00", "melun-seine").bookedBy(as(CAMILLE));
        TestClient client = as(CAMILLE).with("If-Match", "\"1\"");

        HttpResponse<String> first = client.patch(path(booking), "{\"title\":\"Second\"}");
        HttpResponse<String> stale = client.patch(path(booking), "{\"title\":\"Third\"}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(TestClient.json(stale).get("type").asString()).isEqualTo("/problems/stale");
        assertThat(client.delete(path(booking)).statusCode()).isEqualTo(412);
    }

    @Test
    void leavesABookingAsItWasWhenItsChangeIsRefused() {
        JsonNode booking = BookingBody.at("2026-08-06T09:00", "melun-seine").bookedBy(as(CAMILLE));
        BookingBody.at("2026-08-06T14:00", "melun-seine").bookedBy(as(NADIA));
        String before = as(CAMILLE).get(path(booking)).body();

        HttpResponse<String> occupied =
                as(CAMILLE).patch(path(booking), "{\"title\":\"x\",\"start\":\"2026-08-06T14:30\"}");
        HttpResponse<String> refused =
                as(CAMILLE).patch(path(booking), "{\"title\":\"x\",\"start\":\"2026-08-08T09:00\"}");

        assertThat(occupied.statusCode()).isEqualTo(409);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(codes(refused)).contains("outside-opening-hours");
        assertThat(as(CAMILLE).get(path(booking)).body()).isEqualTo(before);
    }

    private static String codes(HttpResponse<String> refused) {
        StringBuilder codes = new StringBuilder();
        TestClient.json(refused)
                .get("reasons")
                .forEach(reason -> codes.append(reason.get("code").asString()).append(' '));
        return codes.toString();
    }

    @Test
    void saysWhyARuleRefuses() {
        assertThat(reasonsOf(BookingBody.at("2026-03-24T09:00", "melun-seine"))).contains("in-the-past");
        assertThat(reasonsOf(BookingBody.at("2026-07-14T09:00", "melun-seine"))).contains("site-closed");
        assertThat(reasonsOf(BookingBody.at("2026-08-07T07:30", "melun-seine"))).contains("outside-opening-hours");
        assertThat(reasonsOf(BookingBody.at("2032-08-06T09:00", "melun-seine"))).contains("too-far-ahead");
        assertThat(reasonsOf(BookingBody.at("2026-08-07T09:00", "melun-seine").with("headcount", "9")))
                .contains("over-capacity");
        assertThat(reasonsOf(BookingBody.at("2026-08-07T09:00", "nowhere"))).contains("unknown-room");
        assertThat(reasonsOf(BookingBody.at("2026-08-07T09:00", "melun-seine").every("FREQ=DAILY")))
                .contains("too-many-occurrences");
    }

    private String reasonsOf(BookingBody body) {
        HttpResponse<String> response = as(CAMILLE).post(BOOKINGS, body.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        return codes(response);
    }

    @Test
    void cancelsAgainWithoutComplaint() {
        JsonNode booking = BookingBody.at("2026-08-10T09:00", "melun-seine").bookedBy(as(CAMILLE));

        int first = as(CAMILLE).delete(path(booking)).statusCode();
        int second = as(CAMILLE).delete(path(booking)).statusCode();

        assertThat(first).isEqualTo(204);
        assertThat(second).isEqualTo(204);
        assertThat(TestClient.json(as(CAMILLE).get(path(booking))).get("state").asString())
                .isEqualTo("CANCELLED");
        BookingBody.at("2026-08-10T09:00", "melun-seine").bookedBy(as(NADIA));
    }

    @Test
    void splitsASeriesAndShowsBothParts() {
        JsonNode series = BookingBody.at("2026-08-11T09:00", "melun-almont")
                .every("FREQ=WEEKLY;COUNT=4")
                .bookedBy(as(CAMILLE));

        HttpResponse<String> later = as(CAMILLE)
                .patch(
                        path(series) + "/occurrences/2026-08-25T07:00:00Z?andFollowing=true",
                        "{\"start\":\"2026-08-25T11:00\"}");

        assertThat(later.statusCode()).as(later.body()).isEqualTo(200);
        assertThat(TestClient.json(later).get("id").asString())
                .isEqualTo(series.get("id").asString() + ".1");
        assertThat(TestClient.json(later).get("occurrences")).hasSize(2);
        assertThat(TestClient.json(as(CAMILLE).get(path(series)))
                        .get("recurrence")
                        .asString())
                .isEqualTo("FREQ=WEEKLY;COUNT=2");
    }

    @Test
    void readsTheEndOfAMovedDateFromWhereItIs() {
        JsonNode series = BookingBody.at("2026-08-12T09:00", "melun-seine")
                .every("FREQ=WEEKLY;COUNT=2")
                .bookedBy(as(CAMILLE));
        String date = path(series) + "/occurrences/2026-08-12T07:00:00Z";
        as(CAMILLE).patch(date, "{\"start\":\"2026-08-12T14:00\"}");

        HttpResponse<String> longer = as(CAMILLE).patch(date, "{\"end\":\"2026-08-12T16:00\"}");

        JsonNode moved = TestClient.json(longer).get("occurrences").get(0);
        assertThat(moved.get("start").asString()).isEqualTo("2026-08-12T12:00:00Z");
        assertThat(moved.get("end").asString()).isEqualTo("2026-08-12T14:00:00Z");
    }

    @Test
    void refusesToConfirmALapsedHold() {
        JsonNode held = BookingBody.at("2026-08-13T09:00", "melun-seine")
                .with("hold", "\"PT10M\"")
                .bookedBy(as(CAMILLE));
        clock.advance(Duration.ofMinutes(10));

        HttpResponse<String> late = as(CAMILLE).post(path(held) + "/confirm", "");

        assertThat(held.get("state").asString()).isEqualTo("HELD");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(codes(late)).contains("hold-expired");
    }
}
