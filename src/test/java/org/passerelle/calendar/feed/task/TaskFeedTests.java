package org.passerelle.calendar.feed.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** What a site has to do as a calendar under a secret address, for whoever runs the site and as long as they do. */
class TaskFeedTests extends HttpTest {

    private static final String FEEDS = "/api/v1/feeds";
    private static final String BOOKINGS = "/api/v1/bookings";

    private static String feed(String site, String detail) {
        return "{\"scope\":\"TASKS\",\"of\":\"%s\",\"detail\":\"%s\"}".formatted(site, detail);
    }

    private JsonNode made(String person, String site, String detail) {
        HttpResponse<String> made = as(person).post(FEEDS, feed(site, detail));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made);
    }

    private static String path(JsonNode made) {
        return URI.create(made.get("url").asString()).getPath();
    }

    private String ordered(String start) {
        HttpResponse<String> booked = as(CAMILLE).post(BOOKINGS, """
                {"title": "Conseil secret", "start": "%s", "duration": "PT2H", "timeZone": "Europe/Paris",
                 "rooms": ["roissy-horizon"], "layout": "theatre", "headcount": 20,
                 "services": [{"service": "roissy-lunch", "quantity": 3, "note": "sans noix"}]}""".formatted(start));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    /** Those of one booking, each unfolded and in one line. */
    private List<String> events(String path, String booking) {
        HttpResponse<String> calendar = anonymous().get(path);
        assertThat(calendar.statusCode()).as(calendar.body()).isEqualTo(200);
        return Arrays.stream(calendar.body().replace("\r\n ", "").split("BEGIN:VEVENT"))
                .filter(event -> event.contains("/bookings/" + booking))
                .toList();
    }

    @Test
    void eachThingToDoIsAnEventThatSaysNothingOfTheMeeting() {
        String booking = ordered("2027-02-09T12:00");
        JsonNode made = made(ADMIN, "roissy", "FULL");

        List<String> events = events(path(made), booking);

        assertThat(events).hasSize(3);
        assertThat(events.get(0))
                .contains("SUMMARY:Furnish: Theatre", "LOCATION:Salle Horizon\\, Roissy", "DTEND:20270209T110000Z");
        assertThat(events.get(1))
                .contains(
                        "SUMMARY:Bring or do: 3 × Plateaux-repas",
                        "DTSTART:20270209T110000Z",
                        "DTEND:20270209T130000Z",
                        "12:00 to 14:00",
                        "20 people",
                        "sans noix",
                        "STATUS:CONFIRMED",
                        "TRANSP:TRANSPARENT");
        assertThat(events.get(2)).contains("SUMMARY:Clear away: Theatre", "DTSTART:20270209T130000Z");
        String all = anonymous().get(path(made)).body();
        assertThat(all).contains("X-WR-CALNAME:To do: Roissy").doesNotContain("Conseil", "Camille", "camille");
        assertThat(events(path(made(ADMIN, "roissy", "MASKED")), booking))
                .hasSize(3)
                .noneMatch(event -> event.contains("sans noix"));
    }

    @Test
    void whatIsCalledOffIsNotToBeDoneAndAnEndedAddressIsUnknown() {
        String booking = ordered("2027-02-11T12:00");
        JsonNode made = made(ADMIN, "roissy", "FULL");
        assertThat(events(path(made), booking)).hasSize(3);

        as(CAMILLE).delete(BOOKINGS + "/" + booking);
        assertThat(events(path(made), booking)).isEmpty();
        as(ADMIN).delete(FEEDS + "/" + made.get("id").asString());
        assertThat(anonymous().get(path(made)).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsForThoseWhoRunTheSiteAndOpensNothingElse() {
        assertThat(as(CAMILLE).post(FEEDS, feed("roissy", "FULL")).statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).post(FEEDS, feed("roissy", "FULL")).statusCode()).isEqualTo(403);
        assertThat(as(ADMIN).post(FEEDS, feed("Ro issy", "FULL")).statusCode()).isIn(400, 403);
        assertThat(as(ADMIN).post(FEEDS, feed("roissy", "BUSY")).statusCode()).isEqualTo(400);
        String token = path(made(MANAGER, "melun", "FULL")).replaceAll(".*/|\\.ics", "");
        assertThat(anonymous().get("/freebusy/melun-seine.ifb?token=" + token).statusCode())
                .isEqualTo(404);
        assertThat(as(MANAGER)
                        .post(
                                "/api/v1/webhooks",
                                "{\"url\":\"https://a.example/x\",\"events\":[\"booking.created\"],\"scope\":\"TASKS\",\"of\":\"melun\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aManagerFindsItOnThePages() {
        TestClient manager = browserOf(MANAGER).with("Accept-Language", "en");

        assertThat(manager.get("/tasks").body()).contains("/calendars?subject=TASKS");
        assertThat(manager.get("/calendars?subject=TASKS:melun").body())
                .contains("value=\"TASKS:melun\" selected")
                .doesNotContain("TASKS:roissy");
        assertThat(manager.get("/webhooks").body()).doesNotContain("TASKS:");
        assertThat(manager.postedAndShown("/calendars", Map.of("subject", "TASKS:melun", "detail", "BUSY")))
                .contains("Of what is to be done");
    }
}
