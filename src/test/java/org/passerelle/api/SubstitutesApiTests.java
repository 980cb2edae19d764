package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Dates that get another room, as they are told over HTTP, in calendars and on pages. */
class SubstitutesApiTests extends HttpTest {

    private static JsonNode series(TestClient client, String start, String room) {
        return BookingBody.at(start, room)
                .every("FREQ=WEEKLY;COUNT=3")
                .with("onConflict", "\"SUBSTITUTE\"")
                .bookedBy(client);
    }

    private static String path(JsonNode booking) {
        return BOOKINGS + "/" + booking.get("id").asString();
    }

    @Test
    void tellsWhatBecameOfEachDate() {
        BookingBody.at("2027-02-10T09:00", "melun-seine").bookedBy(as(NADIA));
        BookingBody.at("2027-02-17T09:00", "melun-seine", "melun-almont", "melun-atelier")
                .bookedBy(as(NADIA));

        JsonNode series = series(as(CAMILLE), "2027-02-03T09:00", "melun-seine");

        JsonNode dates = series.get("occurrences");
        assertThat(dates.size()).isEqualTo(2);
        assertThat(dates.get(0).get("outcome").asString()).isEqualTo("KEPT");
        assertThat(dates.get(1).get("outcome").asString()).isEqualTo("SUBSTITUTED");
        assertThat(dates.get(1).get("rooms").toString()).isEqualTo("[\"melun-almont\"]");
        assertThat(series.get("skipped").get(0).get("outcome").asString()).isEqualTo("SKIPPED");
        assertThat(series.get("skipped").get(0).get("reason").asString()).isEqualTo("room-occupied");
        assertThat(TestClient.json(as(CAMILLE).get(path(series)))).isEqualTo(series);
    }

    @Test
    void takesOnlyARoomThatCanDoWhatTheWantedOneCan() {
        BookingBody.at("2027-03-10T09:00", "melun-visio").bookedBy(as(NADIA));

        JsonNode series = series(as(CAMILLE), "2027-03-03T09:00", "melun-visio");

        assertThat(series.get("occurrences").size()).isEqualTo(2);
        assertThat(series.get("skipped").size()).isEqualTo(1);
    }

    @Test
    void showsTheRoomOfTheDateInTheCalendar() {
        BookingBody.at("2027-04-14T09:00", "melun-seine").bookedBy(as(NADIA));
        JsonNode series = series(as(CAMILLE), "2027-04-07T09:00", "melun-seine");

        String calendar = as(CAMILLE).get(path(series) + "/calendar.ics").body();

        String override = calendar.substring(calendar.indexOf("RECURRENCE-ID;TZID=Europe/Paris:20270414T090000"));
        assertThat(override).contains("LOCATION:Salle Almont").doesNotContain("LOCATION:Salle Seine");
    }

    @Test
    void saysOnThePageWhichRoomStandsInForWhich() {
        BookingBody.at("2027-05-12T09:00", "melun-seine").bookedBy(as(NADIA));
        JsonNode series = series(as(CAMILLE), "2027-05-05T09:00", "melun-seine");
        String page = "/bookings/" + series.get("id").asString();

        String english =
                browserOf(CAMILLE).with("Accept-Language", "en").get(page).body();
        String french =
                browserOf(CAMILLE).with("Accept-Language", "fr").get(page).body();

        assertThat(english).contains("Salle Almont instead of Salle Seine, which was taken");
        assertThat(french).contains("Salle Almont au lieu de Salle Seine, qui était prise");
    }

    @Test
    void answersASingleBookingForWhichNoRoomIsFreeWithTheRoomThatWasAskedFor() {
        BookingBody.at("2027-06-02T09:00", "melun-seine", "melun-almont", "melun-atelier")
                .bookedBy(as(NADIA));
        String body = BookingBody.at("2027-06-02T09:00", "melun-seine")
                .with("onConflict", "\"SUBSTITUTE\"")
                .toString();

        var refused = as(CAMILLE).post(BOOKINGS, body);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(TestClient.json(refused).get("conflicts").size()).isEqualTo(1);
        assertThat(TestClient.json(refused).get("conflicts").get(0).get("room").asString())
                .isEqualTo("melun-seine");
    }
}
