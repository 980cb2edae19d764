package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** A date of an approved series that is to move is asked for alone, over the API and on the pages. */
class MoveRequestsApiTests extends HttpTest {

    private static final String HALL = "val-d-europe-amphitheatre";

    /** Approved, on this day and a week later from nine to ten in Paris, in winter. */
    private JsonNode agreed(String day) {
        JsonNode booking = BookingBody.at(day + "T09:00", HALL)
                .called("Chorale " + day)
                .every("FREQ=WEEKLY;COUNT=2")
                .bookedBy(as(CAMILLE));
        assertThat(as(ADMIN).post(path(booking) + "/approve", "").statusCode()).isEqualTo(200);
        return booking;
    }

    private static String path(JsonNode booking) {
        return BookingBody.BOOKINGS + "/" + booking.get("id").asString();
    }

    private static String firstDate(JsonNode booking) {
        return booking.get("occurrences").get(0).get("recurrenceId").asString();
    }

    private JsonNode moved(JsonNode booking, String start) {
        HttpResponse<String> answer = as(CAMILLE)
                .patch(
                        path(booking) + "/occurrences/" + firstDate(booking),
                        "{\"start\":\"" + start + "\",\"timeZone\":\"Europe/Paris\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer);
    }

    private JsonNode seen(String person, JsonNode booking) {
        return TestClient.json(as(person).get(path(booking)));
    }

    private List<String> waiting(String person, String query) {
        return TestClient.json(as(person).get("/api/v1/requests" + query))
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private int booked(String start) {
        HttpResponse<String> answer =
                as(NADIA).post(BookingBody.BOOKINGS, BookingBody.at(start, HALL).toString());
        return answer.statusCode();
    }

    @Test
    void theBookingStaysAndBothPlacesAreHeld() {
        JsonNode booking = agreed("2027-11-02");

        JsonNode asked = moved(booking, "2027-11-02T15:00");

        assertThat(asked.get("state").asString()).isEqualTo("CONFIRMED");
        JsonNode date = asked.get("occurrences").get(0);
        assertThat(date.get("start").asString()).isEqualTo("2027-11-02T08:00:00Z");
        JsonNode requested = date.get("requested");
        assertThat(requested.get("start").asString()).isEqualTo("2027-11-02T14:00:00Z");
        assertThat(requested.get("rooms").get(0).asString()).isEqualTo(HALL);
        assertThat(requested.get("decideBy").asString()).isEqualTo("2027-11-02T08:00:00Z");
        assertThat(requested.get("decision").isNull()).isTrue();
        assertThat(asked.get("occurrences").get(1).get("requested").isNull()).isTrue();
        assertThat(booked("2027-11-02T09:00")).isEqualTo(409);
        assertThat(booked("2027-11-02T15:00")).isEqualTo(409);
        JsonNode busy = TestClient.json(as(NADIA)
                        .get("/api/v1/rooms/" + HALL + "/busy?from=2027-11-02T00:00:00Z&to=2027-11-03T00:00:00Z"))
                .get("busy");
        assertThat(busy.valueStream().map(each -> each.get("type").asString())).contains("TENTATIVE");
        // Strangers see that the room is taken, and not for whom.
        assertThat(seen(NADIA, booking)
                        .get("occurrences")
                        .get(0)
                        .get("requested")
                        .isNull())
                .isTrue();
    }

    @Test
    void approvalMovesItAndDeclineDoesNot() {
        JsonNode booking = agreed("2027-11-16");
        String id = booking.get("id").asString();
        moved(booking, "2027-11-16T15:00");
        assertThat(waiting(ADMIN, "?site=val-d-europe")).contains(id);
        assertThat(waiting(CAMILLE, "")).isEmpty();
        assertThat(as(CAMILLE).post(path(booking) + "/approve", "").statusCode())
                .isEqualTo(403);
        assertThat(as(MANAGER).post(path(booking) + "/approve", "").statusCode())
                .isEqualTo(403);

        HttpResponse<String> declined = as(ADMIN).post(path(booking) + "/decline", "{\"message\":\"Le chœur répète\"}");

        assertThat(declined.statusCode()).as(declined.body()).isEqualTo(200);
        JsonNode left = seen(CAMILLE, booking);
        assertThat(left.get("state").asString()).isEqualTo("CONFIRMED");
        JsonNode date = left.get("occurrences").get(0);
        assertThat(date.get("start").asString()).isEqualTo("2027-11-16T08:00:00Z");
        assertThat(date.get("state").asString()).isEqualTo("PLANNED");
        JsonNode decision = date.get("requested").get("decision");
        assertThat(decision.get("state").asString()).isEqualTo("DECLINED");
        assertThat(decision.get("by").asString()).isEqualTo(ADMIN);
        assertThat(decision.get("message").asString()).isEqualTo("Le chœur répète");
        assertThat(booked("2027-11-16T15:00")).isEqualTo(201);
        assertThat(waiting(ADMIN, "")).doesNotContain(id);

        moved(booking, "2027-11-17T15:00");
        HttpResponse<String> approved = as(ADMIN)
                .post(path(booking) + "/approve?recurrenceId=" + firstDate(booking), "{\"message\":\"D'accord\"}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(TestClient.json(approved)
                        .get("occurrences")
                        .get(0)
                        .get("recurrenceId")
                        .asString())
                .isEqualTo(firstDate(booking));
        assertThat(seen(CAMILLE, booking).toString()).contains("2027-11-17T14:00:00Z", "D'accord");
        assertThat(booked("2027-11-16T09:00")).isEqualTo(201);
        assertThat(as(ADMIN)
                        .post(path(booking) + "/approve?recurrenceId=2027-11-18T08:00:00Z", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void managersSeeTheMoveAndDecideByOnePress() {
        JsonNode booking = agreed("2027-12-07");
        String id = booking.get("id").asString();
        moved(booking, "2027-12-07T15:00");
        TestClient browser = browserOf(ADMIN).with("Accept-Language", "fr");

        String page = browser.get("/requests").body();
        assertThat(page).contains("/bookings/" + id, "mar. 7 déc., 15:00–16:00", "mar. 7 déc., 09:00–10:00");
        String asked = page.substring(page.indexOf("/requests/" + id + "/approve"))
                .replaceFirst("(?s).*?name=\"asked\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> pressed = browser.postForm(
                "/requests/" + id + "/approve",
                Map.of("_csrf", browser.csrfOf("/requests"), "asked", asked, "message", "Entendu"));

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(seen(CAMILLE, booking).get("occurrences").get(0).get("start").asString())
                .isEqualTo("2027-12-07T14:00:00Z");
        assertThat(browser.get("/requests").body()).doesNotContain("/bookings/" + id);
        assertThat(browserOf(CAMILLE).get("/bookings/" + id).body()).contains("Entendu");
    }

    @Test
    void theOrganiserLeavesItAsItIsByOnePress() {
        JsonNode booking = agreed("2027-12-15");
        String id = booking.get("id").asString();
        moved(booking, "2027-12-15T15:00");
        TestClient browser = browserOf(CAMILLE);
        assertThat(browser.get("/bookings/" + id).body())
                .contains("/bookings/" + id + "/withdraw", "Wed 15 Dec, 15:00");

        HttpResponse<String> pressed = browser.postForm(
                "/bookings/" + id + "/withdraw",
                Map.of("_csrf", browser.csrfOf("/bookings/" + id), "date", firstDate(booking)));

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(seen(CAMILLE, booking)
                        .get("occurrences")
                        .get(0)
                        .get("requested")
                        .isNull())
                .isTrue();
        assertThat(booked("2027-12-15T15:00")).isEqualTo(201);
    }

    @Test
    void theCalendarOfTheRoomHasBothPlaces() {
        JsonNode booking = agreed("2026-12-10");
        HttpResponse<String> feed =
                as(ADMIN).post("/api/v1/feeds", "{\"scope\":\"ROOM\",\"of\":\"" + HALL + "\",\"detail\":\"BUSY\"}");
        assertThat(feed.statusCode()).as(feed.body()).isEqualTo(201);
        String url = TestClient.json(feed).get("url").asString();
        String address = url.substring(url.indexOf('/', 8));
        assertThat(anonymous().get(address).body()).doesNotContain("20261210T140000Z", "20261210T150000;");

        moved(booking, "2026-12-10T15:00");

        String both = anonymous().get(address).body();
        assertThat(both).containsPattern("DTSTART[^\r\n]*20261210T(15|14)0000").contains("STATUS:TENTATIVE");
        List<String> uids = both.lines().filter(line -> line.startsWith("UID:")).toList();
        assertThat(uids.stream().filter(uid -> uid.startsWith("UID:busy-requested-")))
                .hasSize(1);

        as(ADMIN).post(path(booking) + "/decline", "");
        assertThat(anonymous().get(address).body()).doesNotContain("busy-requested-");
    }

    @Test
    void theRecordTellsWhatWasAskedForAndHowItWasDecided() {
        JsonNode booking = agreed("2028-01-04");
        moved(booking, "2028-01-04T15:00");
        HttpResponse<String> declined = as(ADMIN).post(path(booking) + "/decline", "{\"message\":\"Répétition\"}");
        assertThat(declined.statusCode()).as(declined.body()).isEqualTo(200);

        // What was written is in the record a moment later.
        JsonNode record = await().until(
                        () -> TestClient.json(as(CAMILLE)
                                        .get("/api/v1/audit?booking="
                                                + booking.get("id").asString()))
                                .get("items"),
                        lines -> lines.size() == 4);
        assertThat(record.valueStream().map(line -> line.get("type").asString()))
                .as("%s", record)
                .startsWith("DECLINED", "REQUESTED");
        JsonNode asked = record.get(1);
        assertThat(asked.get("recurrenceId").asString()).isEqualTo(firstDate(booking));
        assertThat(asked.get("dates")
                        .get(0)
                        .get("after")
                        .get("requested")
                        .get("start")
                        .asString())
                .isEqualTo("2028-01-04T14:00:00Z");
        assertThat(record.get(0).toString()).contains("Répétition");
        assertThat(browserOf(CAMILLE)
                        .get("/bookings/" + booking.get("id").asString() + "/history")
                        .body())
                .contains("asked for instead");
    }
}
