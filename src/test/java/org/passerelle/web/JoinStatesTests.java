package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;

/** What the page behind a link says of a hold, of an early end, and of the one date of a series that was changed. */
class JoinStatesTests extends HttpTest {

    private static final String ROOM = "rebais-visio";
    private static final String FAR = "montreal-telepresence";

    private String book(String start, String more) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Rachat secret", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H",
                         "rooms": ["%s", "%s"], "conference": {"provider": "jitsi"}%s}""".formatted(start, ROOM, FAR, more));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String weekly(String start) {
        return book(start, ", \"recurrence\": \"FREQ=WEEKLY;COUNT=3\"");
    }

    private String link(String booking) {
        HttpResponse<String> answer = as(CAMILLE).get("/api/v1/bookings/" + booking + "/conference");
        return URI.create(TestClient.json(answer).get("joinUrl").asString()).getPath();
    }

    private void at(String instant) {
        clock.reset();
        clock.advance(Duration.between(MutableClock.TODAY, Instant.parse(instant)));
    }

    private String pageAt(String instant, String link) {
        at(instant);
        return anonymous().get(link).body();
    }

    private void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    @Test
    void speaksOfTheHoldAndUntilWhenItLasts() {
        at("2026-06-08T08:00:00Z");
        String booking = book("2026-06-10T17:00", ", \"hold\": \"PT10M\"");
        String link = link(booking);

        HttpResponse<String> held = anonymous().get(link);

        assertThat(held.statusCode()).isEqualTo(200);
        assertThat(held.body())
                .contains("only held", "10:10 (Paris time) / 04:10 (Montreal time)", "17:00–18:00", "11:00–12:00")
                .doesNotContain("manager", "Rachat", "was changed");
        assertThat(held.headers().firstValue("Refresh")).contains("60");
        assertThat(anonymous().with("Accept-Language", "fr").get(link).body())
                .contains("seulement retenues", "jusqu’à 10:10 (heure de Paris)");
        assertThat(browserOf(CAMILLE)
                        .get("/bookings/" + booking + "/conference")
                        .body())
                .contains("only held", "held until 10:10");
        assertThat(anonymous().postForm(link, Map.of()).headers().firstValue("Location"))
                .isEmpty();

        done(as(CAMILLE).post("/api/v1/bookings/" + booking + "/confirm", ""));
        assertThat(anonymous().get(link).body()).contains("not open yet").doesNotContain("only held");
    }

    @Test
    void speaksOfAHoldThatLapsed() {
        at("2026-06-08T08:00:00Z");
        String link = link(book("2026-06-11T17:00", ", \"hold\": \"PT10M\""));
        at("2026-06-08T08:10:00Z");

        HttpResponse<String> page = anonymous().get(link);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("nobody booked them in time").doesNotContain("17:00");
    }

    @Test
    void saysThatItWasEndedEarlyAndLetsNobodyIn() {
        String booking = book("2026-06-15T17:00", "");
        String link = link(booking);
        at("2026-06-15T15:20:30Z");
        done(as(CAMILLE).post("/api/v1/bookings/" + booking + "/end", ""));

        HttpResponse<String> page = anonymous().get(link);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body())
                .contains("is over: it was ended early", "17:21 (Paris time) / 11:21 (Montreal time)")
                .doesNotContain("Rachat");
        assertThat(anonymous().postForm(link, Map.of()).statusCode()).isEqualTo(410);
        assertThat(browserOf(CAMILLE)
                        .get("/bookings/" + booking + "/conference")
                        .body())
                .contains("ended early", "17:00–17:21");
    }

    @Test
    void goesOnToTheNextDateOnceTheTimeOfOneThatWasEndedEarlyIsPast() {
        String booking = weekly("2026-06-16T17:00");
        String link = link(booking);
        at("2026-06-16T15:20:30Z");
        done(as(CAMILLE).post("/api/v1/bookings/" + booking + "/end?recurrenceId=2026-06-16T15:00:00Z", ""));

        assertThat(anonymous().get(link).body()).contains("ended early");
        assertThat(pageAt("2026-06-16T15:40:00Z", link)).contains("not open yet", "Tuesday 23 June 2026");
    }

    @Test
    void saysThatItWasChangedForTheDateThatWasAndNoOther() {
        String booking = weekly("2026-07-06T17:00");
        String link = link(booking);
        String second = "/api/v1/bookings/" + booking + "/occurrences/2026-07-13T15:00:00Z";

        done(as(CAMILLE).patch(second, "{\"start\": \"2026-07-13T18:00\"}"));

        assertThat(pageAt("2026-07-05T15:00:00Z", link)).contains("6 July").doesNotContain("was changed");
        assertThat(pageAt("2026-07-12T15:00:00Z", link)).contains("was changed", "13 July", "18:00–19:00");
        assertThat(pageAt("2026-07-13T16:00:00Z", link)).contains("It is time", "was changed");
        assertThat(pageAt("2026-07-19T15:00:00Z", link)).contains("20 July").doesNotContain("was changed");
    }

    @Test
    void saysThatItWasChangedForADateInOtherRooms() {
        String booking = weekly("2026-09-01T17:00");
        String link = link(booking);
        String second = "/api/v1/bookings/" + booking + "/occurrences/2026-09-08T15:00:00Z";

        done(as(CAMILLE).patch(second, "{\"rooms\": [\"" + FAR + "\"]}"));

        assertThat(pageAt("2026-08-31T15:00:00Z", link)).doesNotContain("was changed");
        assertThat(pageAt("2026-09-07T15:00:00Z", link)).contains("was changed", "8 September");
        assertThat(pageAt("2026-09-14T15:00:00Z", link)).doesNotContain("was changed");
    }

    @Test
    void saysNothingOfTheKindWhenAnotherDateIsCalledOffOrOneMoreBooked() {
        String booking = weekly("2026-07-08T17:00");
        String link = link(booking);

        done(as(CAMILLE).delete("/api/v1/bookings/" + booking + "/occurrences/2026-07-15T15:00:00Z"));
        done(as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"recurrence\": \"FREQ=WEEKLY;COUNT=4\"}"));

        for (String day : List.of("2026-07-07", "2026-07-21", "2026-07-28")) {
            assertThat(pageAt(day + "T15:00:00Z", link))
                    .contains("not open yet")
                    .doesNotContain("was changed");
        }
    }

    @Test
    void saysThatItWasChangedWhenAllDatesWere() {
        String booking = weekly("2026-07-09T17:00");
        String link = link(booking);

        done(as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"start\": \"2026-07-09T18:00\"}"));

        for (String day : List.of("2026-07-08", "2026-07-15", "2026-07-22")) {
            assertThat(pageAt(day + "T15:00:00Z", link)).contains("was changed", "18:00–19:00", "12:00–13:00");
        }
    }

    @Test
    void saysNothingOfTheKindOfAMeetingOfWhichOnlyTheTitleChanged() {
        String booking = weekly("2026-07-10T17:00");
        String link = link(booking);

        done(as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"title\": \"Autre\"}"));

        assertThat(pageAt("2026-07-09T15:00:00Z", link)).doesNotContain("was changed");
    }

    @Test
    void tellsEachDateOnTheClocksOfItsOwnDay() {
        String booking = weekly("2026-10-19T17:00");
        String link = link(booking);
        String page = "/bookings/" + booking + "/conference";
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "en");

        assertThat(pageAt("2026-10-18T15:00:00Z", link)).contains("19 October", "17:00–18:00", "11:00–12:00");
        assertThat(pageAt("2026-10-25T15:00:00Z", link)).contains("26 October", "17:00–18:00", "12:00–13:00");
        assertThat(pageAt("2026-11-01T15:00:00Z", link)).contains("2 November", "17:00–18:00", "11:00–12:00");

        at("2026-10-18T15:00:00Z");
        String second = browser.get(page + "?date=2026-10-26T16:00:00Z").body();
        assertThat(second)
                .contains("Monday 26 October 2026", "17:00–18:00", "12:00–13:00", "16:50 (Paris time) / 11:50")
                .contains("Before: Monday 19 October 2026", "After: Monday 2 November 2026")
                .doesNotContain("11:00–12:00");
        assertThat(browser.get(page).body())
                .contains("Monday 19 October 2026", "11:00–12:00", "After: Monday 26 October 2026")
                .doesNotContain("Before:");
        assertThat(browser.get("/bookings/" + booking).body()).contains(page + "?date=2026-10-26T16:00:00Z");
        assertThat(browser.get(page + "?date=2026-10-27T16:00:00Z").statusCode())
                .isEqualTo(404);
        assertThat(browser.get(page + "?date=soon").statusCode()).isEqualTo(404);

        done(as(CAMILLE).delete("/api/v1/bookings/" + booking + "/occurrences/2026-10-26T16:00:00Z"));
        assertThat(browser.get(page + "?date=2026-10-26T16:00:00Z").body())
                .contains("called off", "Monday 26 October 2026")
                .doesNotContain("Kept for this conference");
        assertThat(browser.get(page).body()).contains("After: Monday 2 November 2026");
    }
}
