package org.passerelle.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.api.deputy.Colleagues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever may change what a booking is about names its guests; the reception of the site sees them, and soon nobody. */
class GuestListsTests extends HttpTest {

    private static final String BOOKINGS = BookingBody.BOOKINGS;
    private static final String ROOM = "lizy-sur-ourcq-visio";
    private static final String KIM = """
            {"guests":[{"name":"Kim Lee","organisation":"Acme"},{"name":"Zoé"}]}""";

    @Autowired
    GuestLists lists;

    @Autowired
    MongoTemplate mongo;

    private Colleagues union;
    private TestClient alix;
    private TestClient dany;
    private TestClient desk;

    @BeforeEach
    void beginAccounts() {
        union = new Colleagues(as(ADMIN), "union-ourcq");
        union.begin("alix", "dany");
        union.put("desk", "SITE_MANAGER", "\"lizy-sur-ourcq\"");
        alix = union.as("alix");
        dany = union.as("dany");
        desk = union.as("desk");
    }

    @AfterEach
    void endAccounts() {
        union.end("alix", "dany", "desk");
    }

    private String booked(String start, String visibility) {
        return BookingBody.at(start, ROOM)
                .with("visibility", '"' + visibility + '"')
                .bookedBy(alix)
                .get("id")
                .asString();
    }

    private static HttpResponse<String> name(TestClient by, String id, String guests) {
        return by.put(BOOKINGS + "/" + id + "/guests", guests);
    }

    private static HttpResponse<String> expected(TestClient by, String date) {
        return by.get("/api/v1/sites/lizy-sur-ourcq/guests?date=" + date);
    }

    @Test
    void theReceptionSeesNamesRoomTimesAndHostAndNoTitle() {
        String id = booked("2026-10-05T09:00", "PRIVATE");
        assertThat(name(alix, id, KIM).statusCode()).isEqualTo(200);

        HttpResponse<String> answer = expected(desk, "2026-10-05");

        JsonNode arrival = TestClient.json(answer).at("/items/0");
        assertThat(arrival.at("/guests/0/name").asString()).isEqualTo("Kim Lee");
        assertThat(arrival.at("/guests/0/organisation").asString()).isEqualTo("Acme");
        assertThat(arrival.at("/rooms/0").asString()).isEqualTo(ROOM);
        assertThat(arrival.get("from").asString()).isEqualTo("2026-10-05T07:00:00Z");
        assertThat(arrival.get("host").asString()).isEqualTo("alix");
        assertThat(answer.body()).doesNotContain("Comité", id);
        assertThat(TestClient.json(expected(desk, "2026-10-06")).get("items").isEmpty())
                .isTrue();
    }

    @Test
    void nobodyElseSeesOrNamesGuests() {
        String id = booked("2026-10-05T11:00", "ORGANISATION");
        name(alix, id, KIM);

        for (TestClient other : List.of(dany, as(NADIA), as(ADMIN), as(MANAGER))) {
            assertThat(other.get(BOOKINGS + "/" + id + "/guests").statusCode()).isEqualTo(403);
            assertThat(name(other, id, "{\"guests\":[]}").statusCode()).isEqualTo(403);
            assertThat(expected(other, "2026-10-05").statusCode()).isEqualTo(403);
        }
        assertThat(TestClient.json(alix.get(BOOKINGS + "/" + id + "/guests"))
                        .get("guests")
                        .size())
                .isEqualTo(2);
        alix.put("/api/v1/me/deputies/" + union.address("dany"), "{}");
        assertThat(name(dany, id, "{\"guests\":[]}").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsExpectedIsNoMoreOnceTheBookingIsOff() {
        String id = booked("2026-10-07T09:00", "ORGANISATION");
        name(alix, id, KIM);

        alix.delete(BOOKINGS + "/" + id);

        assertThat(TestClient.json(expected(desk, "2026-10-07")).get("items").isEmpty())
                .isTrue();
    }

    @Test
    void saysWhichNameMakesNoSense() {
        String id = booked("2026-10-08T09:00", "ORGANISATION");
        String many = IntStream.range(0, GuestLists.MOST + 1)
                .mapToObj(i -> "{\"name\":\"g" + i + "\"}")
                .collect(Collectors.joining(",", "{\"guests\":[", "]}"));

        assertThat(name(alix, id, many).body()).contains("\"guests\"");
        assertThat(name(alix, id, "{}").body()).contains("\"guests\"");
        assertThat(name(alix, id, "{\"guests\":[{\"name\":\" \"}]}").body()).contains("guests[0].name");
        assertThat(name(alix, id, "{\"guests\":[{\"name\":\"a\\u0000b\"}]}").statusCode())
                .isEqualTo(400);
        assertThat(TestClient.json(alix.get(BOOKINGS + "/" + id + "/guests"))
                        .get("guests")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void namesAreForgottenAWeekAfterTheLastDateAndNotBefore() {
        String id = booked("2026-03-26T09:00", "ORGANISATION");
        name(alix, id, KIM);

        clock.advance(Duration.ofDays(8).minusMinutes(1));
        lists.forget();
        assertThat(stored()).contains("Kim Lee");
        clock.advance(Duration.ofHours(2));
        lists.forget();

        assertThat(stored()).doesNotContain("Kim Lee");
    }

    private String stored() {
        StringBuilder all = new StringBuilder();
        mongo.getCollection("guestLists").find().forEach(each -> all.append(each.toJson()));
        return all.toString();
    }

    @Test
    void aBrowserNamesThemOneALineAndTheReceptionHasAPage() {
        String id = booked("2026-10-09T09:00", "PRIVATE");
        TestClient browser = anonymous().withCookies().with("Accept-Language", "en");
        browser.signIn(union.address("alix"), Colleagues.PASSWORD);
        String page = "/bookings/" + id + "/guests";
        assertThat(browser.get("/bookings/" + id).body()).contains("href=\"" + page + "\"");

        browser.postForm(page, Map.of("_csrf", browser.csrfOf(page), "names", "Kim <Lee>, Acme\n\n  Zoé  \n"));

        assertThat(browser.get(page).body()).contains("Kept.", "Kim &lt;Lee&gt;, Acme\nZoé</textarea>");
        String long101 = "x".repeat(101);
        String wrong = browser.postedAndShown(page, Map.of("names", "Kim\n, Acme\n" + long101));
        assertThat(wrong)
                .contains("Line 2 has no name", "Line 3 is too long", "Kim\n, Acme\n" + long101 + "</textarea>");
        String many = browser.postedAndShown(page, Map.of("names", ", Acme\n" + "Kim\n".repeat(150)));
        assertThat(many).contains("these are 151").doesNotContain("Kept.");
        assertThat(browser.get("/reception").statusCode()).isEqualTo(404);
        TestClient reception = anonymous().withCookies().with("Accept-Language", "en");
        reception.signIn(union.address("desk"), Colleagues.PASSWORD);
        assertThat(reception.get("/reception?date=2026-10-09").body())
                .contains("09:00–10:00", "Kim &lt;Lee&gt;", ", Acme", "Zoé", "alix")
                .doesNotContain("Comité");
        assertThat(reception.get("/reception?site=melun").statusCode()).isEqualTo(404);
        assertThat(reception.get("/day").body()).contains("href=\"/reception\"");
        TestClient colleague = anonymous().withCookies();
        colleague.signIn(union.address("dany"), Colleagues.PASSWORD);
        assertThat(colleague.get(page).statusCode()).isEqualTo(403);
    }
}
