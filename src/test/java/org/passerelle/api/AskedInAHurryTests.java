package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What programs ask for carelessly is read as it is meant, or refused with words that help. */
class AskedInAHurryTests extends HttpTest {

    private static JsonNode busy(TestClient client, String room, String from, String to) {
        return TestClient.json(client.get("/api/v1/rooms/" + room + "/busy?from=" + from + "&to=" + to))
                .get("busy");
    }

    private static List<String> stretches(JsonNode busy) {
        List<String> told = new ArrayList<>();
        busy.forEach(each -> told.add(each.get("type").asString() + " "
                + each.get("from").asString() + " " + each.get("to").asString()));
        return told;
    }

    @Test
    void tellsClosedHoursAndHolidaysBesideWhatIsTaken() {
        BookingBody.at("2026-05-04T10:00", "melun-seine").bookedBy(as(NADIA));

        JsonNode busy = busy(as(CAMILLE), "melun-seine", "2026-05-01T00:00:00Z", "2026-05-05T00:00:00Z");

        // 1 May is a holiday, followed by a Saturday and a Sunday; on Monday the room opens from 8 to 20 in Paris.
        assertThat(stretches(busy))
                .containsExactly(
                        "UNAVAILABLE 2026-05-01T00:00:00Z 2026-05-04T06:00:00Z",
                        "BUSY 2026-05-04T08:00:00Z 2026-05-04T09:00:00Z",
                        "UNAVAILABLE 2026-05-04T18:00:00Z 2026-05-05T00:00:00Z");
    }

    @Test
    void readsTwentyFourAsTheEndOfTheDay() {
        HttpResponse<String> made = as(CAMILLE).post(BOOKINGS, """
                        {"title":"x","start":"2026-05-06T08:00","end":"2026-05-05T24:00","timeZone":"Europe/Paris",
                         "rooms":["melun-seine"]}""");
        HttpResponse<String> late = as(CAMILLE).post(BOOKINGS, """
                        {"title":"x","start":"2026-05-06T19:00","end":"2026-05-06T24:00","timeZone":"Europe/Paris",
                         "rooms":["melun-seine"]}""");

        assertThat(made.statusCode()).isEqualTo(400);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("outside-opening-hours");
        assertThat(busy(as(CAMILLE), "melun-seine", "2026-05-05T24:00:00Z", "2026-05-06T24:00:00Z"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rooms",
                "sites",
                "bookings",
                "imports",
                "feeds",
                "tokens",
                "waitlist",
                "suites",
                "admin/people",
                "admin/organisations"
            })
    void refusesABrokenCursorOfEachList(String list) {
        for (String cursor : List.of("zzz", "Zm9v", "")) {
            HttpResponse<String> answer = as(ADMIN).get("/api/v1/" + list + "?cursor=" + cursor);

            assertThat(answer.statusCode()).as(list + " " + answer.body()).isEqualTo(400);
            assertThat(TestClient.json(answer).at("/errors/0/field").asString()).isEqualTo("cursor");
        }
    }

    @Test
    void listsWhatWasLeftOutInOrderOfTime() {
        BookingBody.at("2026-05-11T09:00", "melun-almont").bookedBy(as(NADIA));

        JsonNode series = BookingBody.at("2026-05-11T09:00", "melun-almont")
                .every("FREQ=DAILY;COUNT=8")
                .with("onConflict", "\"SKIP\"")
                .bookedBy(as(CAMILLE));

        assertThat(series.get("skipped").findValuesAsString("start")).isSorted().hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource({"en,opens at 08:30", "fr,signalée à partir de 08:30"})
    void saysFromWhenOneMayCheckIn(String language, String words) {
        JsonNode booking = BookingBody.at("2026-05-13T09:00", "melun-almont").bookedBy(as(CAMILLE));

        HttpResponse<String> early = as(CAMILLE)
                .with("Accept-Language", language)
                .post(BOOKINGS + "/" + booking.get("id").asString() + "/check-in", "");
        as(CAMILLE).delete(BOOKINGS + "/" + booking.get("id").asString());

        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("too-soon", words, "Salle Almont (Melun Val de Seine)");
    }

    @Test
    void namesTheParameterThatSaysWhichDateIsMeant() {
        JsonNode series = BookingBody.at("2026-05-18T09:00", "melun-almont")
                .every("FREQ=DAILY;COUNT=2")
                .bookedBy(as(CAMILLE));
        String path = BOOKINGS + "/" + series.get("id").asString();

        for (String step : List.of("check-in", "end")) {
            HttpResponse<String> answer = as(CAMILLE).post(path + "/" + step, "");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(TestClient.json(answer).at("/errors/0/field").asString()).isEqualTo("recurrenceId");
        }
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-05-19T06:45:00Z")));
        assertThat(as(CAMILLE).post(path + "/check-in", "").statusCode()).isEqualTo(200);
    }
}
