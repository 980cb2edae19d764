package org.passerelle.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.api.deputy.Colleagues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The reception of a site sees a day there, notes who has come, and nobody else does. */
class ReceptionPageTests extends HttpTest {

    private static final String SITE = "fontainebleau";
    private static final String ROOM = "fontainebleau-visio";
    private static final String KIM = """
            {"guests":[{"name":"Kim Lee","organisation":"Acme"},{"name":"Zoé"},{"name":"Zoé"}]}""";

    @Autowired
    MongoTemplate mongo;

    @Autowired
    GuestLists lists;

    private Colleagues union;
    private TestClient alix;
    private TestClient desk;

    @BeforeEach
    void beginAccounts() {
        union = new Colleagues(as(ADMIN), "union-chateau");
        union.begin("alix");
        union.put("desk", "SITE_MANAGER", "\"" + SITE + "\"");
        alix = union.as("alix");
        desk = anonymous().withCookies().with("Accept-Language", "en");
        desk.signIn(union.address("desk"), Colleagues.PASSWORD);
    }

    @AfterEach
    void endAccounts() {
        union.end("alix", "desk");
    }

    private String booked(String start, String title, String visibility) {
        HttpResponse<String> booked = alix.post(BookingBody.BOOKINGS, """
                {"title": "%s", "start": "%s", "duration": "PT1H", "visibility": "%s", "rooms": ["%s"]}""".formatted(title, start, visibility, ROOM));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private void at(String moment) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private String page(String day) {
        HttpResponse<String> page = desk.get("/reception?site=" + SITE + "&date=" + day);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        return page.body();
    }

    private static List<String> idsOf(String page) {
        Matcher ids = Pattern.compile("name=\"guest\" value=\"([0-9a-f]+)\"").matcher(page);
        return ids.results().map(each -> each.group(1)).toList();
    }

    private HttpResponse<String> press(TestClient by, String day, String guest, String undo) {
        return by.postForm(
                "/reception/guests",
                Map.of("_csrf", by.csrfOf("/preferences"), "site", SITE, "date", day, "guest", guest, "undo", undo));
    }

    @Test
    void showsADayWithWhatMayBeToldOfIt() {
        booked("2026-11-02T09:00", "Comité ouvert", "ORGANISATION");
        booked("2026-11-02T11:00", "Rachat secret", "PRIVATE");
        String guests = booked("2026-11-02T14:00", "Encore secret", "PRIVATE");
        alix.put("/api/v1/bookings/" + guests + "/guests", KIM);
        at("2026-11-02T08:10:00Z");

        String page = page("2026-11-02");

        assertThat(page)
                .contains("Today at", "as of 09:10", "nobody yet", "Check in")
                .containsSubsequence("09:00–10:00", "Comité ouvert", "alix", "11:00–12:00", "Reserved", "later")
                .containsSubsequence("14:00–15:00", "Reserved", "alix", "Kim Lee", ", Acme", "Zoé", "Has come")
                .contains("hx-trigger=\"every 30s, renew\"")
                .doesNotContain("secret");
        assertThat(page.replaceAll("(?s).*11:00–12:00(.*)14:00–15:00.*", "$1")).doesNotContain("alix");
        assertThat(page("2026-11-03")).contains("A day at", "Nobody meets here on this day.");
    }

    @Test
    void aGuestWhoHasComeIsNotedByOnePressAndTakenBackByAnother() {
        String id = booked("2026-11-04T09:00", "Comité", "ORGANISATION");
        alix.put("/api/v1/bookings/" + id + "/guests", KIM);
        at("2026-11-04T07:50:00Z");
        List<String> ids = idsOf(page("2026-11-04"));
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();

        HttpResponse<String> pressed = press(desk, "2026-11-04", ids.get(1), "false");
        at("2026-11-04T08:30:00Z");
        press(desk, "2026-11-04", ids.get(1), "false");

        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(page("2026-11-04")).containsOnlyOnce("came at 08:50").contains("2 of 3 guests still to come");
        assertThat(TestClient.json(union.as("desk").get("/api/v1/sites/" + SITE + "/guests?date=2026-11-04"))
                        .at("/items/0/guests/1/arrived")
                        .asString())
                .isEqualTo("2026-11-04T07:50:00Z");

        press(desk, "2026-11-04", ids.get(1), "true");
        assertThat(page("2026-11-04")).doesNotContain("came at");
    }

    @Test
    void whoIsNotExpectedIsNotNoted() {
        String id = booked("2026-11-05T09:00", "Comité", "ORGANISATION");
        alix.put("/api/v1/bookings/" + id + "/guests", KIM);
        String guest = idsOf(page("2026-11-06") + page("2026-11-05")).stream()
                .findFirst()
                .orElse("");
        assertThat(guest).as("no press for days ahead").isNotEmpty();

        alix.put("/api/v1/bookings/" + id + "/guests", "{\"guests\":[{\"name\":\"Zoé\"}]}");
        press(desk, "2026-11-05", guest, "false");

        assertThat(page("2026-11-05")).doesNotContain("came at");
        assertThat(union.as("desk")
                        .put("/api/v1/sites/" + SITE + "/guests/" + guest + "/arrival?date=2026-11-05", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseSeesTheDayOrNotesAnything() {
        String id = booked("2026-11-09T09:00", "Comité", "ORGANISATION");
        alix.put("/api/v1/bookings/" + id + "/guests", KIM);
        at("2026-11-09T07:50:00Z");
        String guest = idsOf(page("2026-11-09")).get(0);
        String path = "/api/v1/sites/" + SITE + "/guests/" + guest + "/arrival?date=2026-11-09";

        for (String other : List.of(NADIA, ADMIN, MANAGER)) {
            TestClient browser = browserOf(other);
            assertThat(browser.get("/reception?site=" + SITE).statusCode()).isEqualTo(404);
            assertThat(press(browser, "2026-11-09", guest, "false").statusCode())
                    .isEqualTo(404);
            assertThat(as(other).put(path, "").statusCode()).isEqualTo(403);
            assertThat(as(other).delete(path).statusCode()).isEqualTo(403);
        }
        assertThat(alix.put(path, "").statusCode()).isEqualTo(403);
        assertThat(page("2026-11-09")).doesNotContain("came at");
        assertThat(union.as("desk").put(path, "").statusCode()).isEqualTo(204);
        assertThat(page("2026-11-09")).contains("came at");
    }

    @Test
    void checksAMeetingInWhileItIsTime() {
        String id = booked("2026-11-10T09:00", "Rachat", "PRIVATE");
        Map<String, String> form = Map.of(
                "_csrf",
                desk.csrfOf("/preferences"),
                "site",
                SITE,
                "date",
                "2026-11-10",
                "booking",
                id,
                "start",
                "2026-11-10T08:00:00Z");
        at("2026-11-10T07:00:00Z");
        HttpResponse<String> early = desk.postForm("/reception/check-in", form);
        assertThat(desk.get(early.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("cannot be checked in now", "later");
        at("2026-11-10T07:45:00Z");

        desk.postForm("/reception/check-in", form);

        assertThat(page("2026-11-10")).contains("desk-there").doesNotContain("Rachat", "cannot be checked in");
        at("2026-11-10T09:30:00Z");
        assertThat(page("2026-11-10")).contains(">over<");
    }

    @Test
    void thatSomebodyCameIsForgottenWithTheirName() {
        String id = booked("2026-11-12T09:00", "Comité", "ORGANISATION");
        alix.put("/api/v1/bookings/" + id + "/guests", KIM);
        at("2026-11-12T07:50:00Z");
        press(desk, "2026-11-12", idsOf(page("2026-11-12")).get(0), "false");
        assertThat(arrivals(id)).isOne();

        clock.advance(Duration.ofDays(9));
        lists.forget();

        assertThat(arrivals(id)).isZero();
    }

    private long arrivals(String id) {
        long[] count = {0};
        mongo.getCollection("guestArrivals").find().forEach(each -> {
            count[0] += each.getString("_id").startsWith(id) ? 1 : 0;
        });
        return count[0];
    }
}
