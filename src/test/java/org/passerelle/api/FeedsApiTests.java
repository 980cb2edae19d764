package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import tools.jackson.databind.JsonNode;

class FeedsApiTests extends HttpTest {

    private static final String FEEDS = "/api/v1/feeds";

    @Test
    void showsABookingAtTheNextFetchAndTheBookingsFileToItsPeople() {
        String path = feedOf(CAMILLE, "melun-almont", "FULL");
        HttpResponse<String> before = anonymous().get(path);

        String id = book("Revue des flux", "2026-04-08T09:00", "melun-almont");
        HttpResponse<String> after = anonymous().get(path);
        HttpResponse<String> file = as(LOUIS).get("/api/v1/bookings/" + id + "/calendar.ics");
        HttpResponse<String> masked = as(NADIA).get("/api/v1/bookings/" + id + "/calendar.ics");

        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body()).doesNotContain("Revue des flux");
        assertThat(after.body()).contains("SUMMARY:Revue des flux").doesNotContain("ORGANIZER");
        assertThat(etag(after)).isNotEqualTo(etag(before));
        assertThat(file.body()).contains("SUMMARY:Revue des flux", "ORGANIZER;CN=");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(masked.body()).contains("SUMMARY:Busy").doesNotContain("Revue", "camille", "LOCATION");
    }

    @Test
    void answersCalendarProgramsWithoutCompressionOrChallengeWhateverTheySend() {
        String path = feedOf(CAMILLE, "melun-seine", "BUSY");
        TestClient program =
                anonymous().with("Accept-Encoding", "gzip, deflate, br").withBasic("some", "body");

        HttpResponse<String> known = program.get(path);
        HttpResponse<String> head = program.send("HEAD", path, BodyPublishers.noBody());
        HttpResponse<String> unknown = program.get(path.replace(".ics", "x.ics"));
        HttpResponse<String> same = program.with("If-None-Match", etag(known)).get(path);

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.headers().map()).doesNotContainKeys("content-encoding", "set-cookie", "www-authenticate");
        assertThat(known.headers().allValues("Cache-Control")).containsExactly("max-age=300, private");
        assertThat(known.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(known.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(etag(head)).isEqualTo(etag(known));
        assertThat(head.headers().firstValue("Content-Length"))
                .hasValue(Integer.toString(known.body().getBytes(StandardCharsets.UTF_8).length));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().map()).doesNotContainKey("www-authenticate");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
    }

    @Test
    void listsOnesFeedsWithTheirFetchesAndNeverTheAddress() {
        String path = feedOf(NADIA, "melun-visio", "MASKED");
        anonymous().get(path);
        anonymous().get(path);

        await().untilAsserted(() ->
                assertThat(feedOf(NADIA, "melun-visio").get("fetches").asLong()).isEqualTo(2));

        JsonNode feed = feedOf(NADIA, "melun-visio");
        assertThat(feed.get("of").asString()).isEqualTo("melun-visio");
        assertThat(feed.get("lastFetchedAt").asString()).isEqualTo("2026-03-25T09:00:00Z");
        assertThat(feed.propertyNames()).doesNotContain("url", "token");
    }

    @Test
    void closesTheAddressOfADeletedFeed() {
        JsonNode made = TestClient.json(as(MANAGER).post(FEEDS, request("ROOM", "melun-seine", "FULL")));
        String path = URI.create(made.get("url").asString()).getPath();
        String id = made.get("id").asString();
        anonymous().get(path);

        assertThat(as(CAMILLE).delete(FEEDS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(as(MANAGER).delete(FEEDS + "/" + id).statusCode()).isEqualTo(204);

        assertThat(anonymous().get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "SITE, lyon, FULL, of",
        "OPERATOR, nobody, BUSY, of",
        "NONE, melun-seine, FULL, scope",
        "ROOM, no-such-room, FULL, of",
        "ROOM, No Room, FULL, of",
        "ROOM, melun-seine, ALL, detail"
    })
    void refusesAFeedThatIsNotOfferedNamingTheField(String scope, String of, String detail, String field) {
        HttpResponse<String> answer = as(CAMILLE).post(FEEDS, request(scope, of, detail));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ORGANISATION, grand-groupe",
        "ORGANISATION, no-such-firm",
        "PERSON, louis@atelier-brie.example",
        "PERSON, nobody"
    })
    void keepsOrganisationsAndPeopleToThemselves(String scope, String of) {
        assertThat(as(CAMILLE).post(FEEDS, request(scope, of, "BUSY")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void offersFeedsOfEveryScopeToWhomeverTheyAreOpen() {
        String person = feedOf(LOUIS, "PERSON", LOUIS, "FULL");
        String firm = feedOf(LOUIS, "ORGANISATION", "atelier-brie", "MASKED");
        String site = feedOf(NADIA, "SITE", "moret", "FULL");
        String operator = feedOf(MANAGER, "OPERATOR", operatorOf("moret"), "FULL");
        book("Atelier des flux", "2026-04-09T09:00", "moret-visio");

        assertThat(anonymous().get(person).body()).doesNotContain("20260409T090000");
        assertThat(anonymous().get(firm).body()).contains("SUMMARY:Atelier des flux");
        assertThat(anonymous().get(site).body())
                .contains("20260409T090000", "SUMMARY:Busy")
                .doesNotContain("Atelier");
        assertThat(anonymous().get(operator).body()).contains("20260409T090000").doesNotContain("Atelier");
    }

    @Test
    void leavesOneAddressHoweverManyChangeItAtOnce() {
        String id = TestClient.json(
                        as(LOUIS).post(FEEDS, "{\"scope\":\"PERSON\",\"of\":\"" + LOUIS + "\",\"detail\":\"FULL\"}"))
                .get("id")
                .asString();

        List<HttpResponse<String>> changed =
                Together.all(Collections.nCopies(6, () -> as(LOUIS).post(FEEDS + "/" + id + "/rotate", "")));

        assertThat(changed).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(changed)
                .extracting(each ->
                        URI.create(TestClient.json(each).get("url").asString()).getPath())
                .filteredOn(path -> anonymous().get(path).statusCode() == 200)
                .hasSize(1);
        assertThat(as(LOUIS).post(FEEDS + "/" + id + "/rotate", "").statusCode())
                .isEqualTo(200);
        as(LOUIS).delete(FEEDS + "/" + id);
    }

    @Test
    void givesAFeedAnotherAddressInOnePress() {
        JsonNode made = TestClient.json(as(LOUIS).post(FEEDS, request("ROOM", "chelles-visio", "BUSY")));
        String rotate = FEEDS + "/" + made.get("id").asString() + "/rotate";

        assertThat(as(CAMILLE).post(rotate, "").statusCode()).isEqualTo(404);
        HttpResponse<String> rotated = as(LOUIS).post(rotate, "");

        assertThat(rotated.statusCode()).isEqualTo(200);
        String url = TestClient.json(rotated).get("url").asString();
        assertThat(anonymous().get(path(made.get("url").asString())).statusCode())
                .isEqualTo(404);
        assertThat(anonymous().get(path(url)).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOpeningHoursInTheFeedOfARoomThatAsksForThem() {
        String path = feedOf(NADIA, "rebais-visio", "BUSY");

        HttpResponse<String> asked = anonymous().get(path + "?availability=true");

        assertThat(asked.body()).contains("BEGIN:VAVAILABILITY", "BYDAY=MO,TU,WE,TH,FR");
        assertThat(anonymous().get(path).body()).doesNotContain("VAVAILABILITY");
        assertThat(anonymous()
                        .with("If-None-Match", etag(asked))
                        .get(path + "?availability=true")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void publishesFreeBusyToWhoeverHasTheAddressOfAFeedOfTheRoom() {
        String token = path(feedOf(NADIA, "senart-visio", "BUSY")).replaceAll("/feeds/|\\.ics", "");
        book("Secret", "2026-04-10T09:00", "senart-visio");
        String path = "/api/v1/freebusy/senart-visio.ifb?token=" + token;

        HttpResponse<String> day = anonymous().get(path + "&start=20260410&period=P1D");
        HttpResponse<String> hours = anonymous().get(path + "&start=2026-04-10T08:30:00%2B02:00&end=20260410T073000Z");
        HttpResponse<String> default42 = anonymous().get(path);

        assertThat(day.statusCode()).isEqualTo(200);
        assertThat(day.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(day.body())
                .contains(
                        "FREEBUSY;FBTYPE=BUSY:20260410T070000Z/20260410T080000Z\r\n",
                        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260409T220000Z/20260410T060000Z\r\n")
                .doesNotContain("Secret", "Busy");
        assertThat(hours.body()).contains("FREEBUSY;FBTYPE=BUSY:20260410T070000Z/20260410T073000Z");
        assertThat(default42.body()).contains("DTSTART:20260324T230000Z", "DTEND:20260505T230000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "'&start=tomorrow', 400",
        "'&start=20260410T080000Z&end=20260410T080000Z', 400",
        "'&start=20260410&end=20260411&period=P1D', 400",
        "'&period=P900D', 400",
        "'&period=-P1D', 400",
        "'&start=99999999999999999999999999999999999999999999', 400"
    })
    void refusesFreeBusyOfNoTimeThatThereIs(String query, int status) {
        String token = path(feedOf(LOUIS, "senart-visio", "BUSY")).replaceAll("/feeds/|\\.ics", "");

        assertThat(anonymous()
                        .get("/freebusy/senart-visio.ifb?token=" + token + query)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void knowsNoFreeBusyWithoutTheRightToken() {
        String token = path(feedOf(LOUIS, "moret-visio", "BUSY")).replaceAll("/feeds/|\\.ics", "");

        for (String query : List.of("", "?token=", "?token=x", "?token=" + token)) {
            HttpResponse<String> answer =
                    anonymous().withBasic("a", "b").get("/api/v1/freebusy/senart-visio.ifb" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(404);
            assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
        }
    }

    @Test
    void offersNoZoneOfTheLibraryThatReadsCalendars() {
        HttpResponse<String> answer = as(CAMILLE)
                .post(
                        "/api/v1/bookings",
                        "{\"title\":\"x\",\"start\":\"2026-04-08T09:00\",\"timeZone\":\"ical4j-local-1\","
                                + "\"duration\":\"PT1H\",\"rooms\":[\"melun-seine\"]}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("invalid-time-zone");
    }

    private String book(String title, String start, String room) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title":"%s","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"]}""".formatted(title, start, room));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String feedOf(String email, String room, String detail) {
        return feedOf(email, "ROOM", room, detail);
    }

    private String feedOf(String email, String scope, String of, String detail) {
        HttpResponse<String> made = as(email).post(FEEDS, request(scope, of, detail));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String url = TestClient.json(made).get("url").asString();
        assertThat(url).startsWith("http://127.0.0.1:" + port + "/feeds/").endsWith(".ics");
        return path(url);
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }

    private String operatorOf(String site) {
        return TestClient.json(as(CAMILLE).get("/api/v1/sites/" + site))
                .get("operator")
                .asString();
    }

    private JsonNode feedOf(String email, String of) {
        return TestClient.json(as(email).get(FEEDS))
                .get("items")
                .valueStream()
                .filter(feed -> feed.get("of").asString().equals(of))
                .findFirst()
                .orElseThrow();
    }

    private static String request(String scope, String of, String detail) {
        return "{\"scope\":\"%s\",\"of\":\"%s\",\"detail\":\"%s\"}".formatted(scope, of, detail);
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
