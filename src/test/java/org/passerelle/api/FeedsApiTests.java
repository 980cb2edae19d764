package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
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
                assertThat(onlyFeedOf(NADIA).get("fetches").asLong()).isEqualTo(2));

        JsonNode feed = onlyFeedOf(NADIA);
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
        "SITE, melun, FULL, scope",
        "PERSON, camille, BUSY, scope",
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
        HttpResponse<String> made = as(email).post(FEEDS, request("ROOM", room, detail));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String url = TestClient.json(made).get("url").asString();
        assertThat(url).startsWith("http://127.0.0.1:" + port + "/feeds/").endsWith(".ics");
        return URI.create(url).getPath();
    }

    private JsonNode onlyFeedOf(String email) {
        JsonNode items = TestClient.json(as(email).get(FEEDS)).get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static String request(String scope, String of, String detail) {
        return "{\"scope\":\"%s\",\"of\":\"%s\",\"detail\":\"%s\"}".formatted(scope, of, detail);
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
