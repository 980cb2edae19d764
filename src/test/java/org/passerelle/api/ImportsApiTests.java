package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.calendar.imports.Imports;
import org.passerelle.platform.PasserelleProperties;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportsApiTests extends HttpTest {

    private static final String IMPORTS = "/api/v1/imports";

    @Autowired
    private PasserelleProperties settings;

    @Autowired
    private Imports imports;

    @Test
    void occupiesTheRoomOnEveryDateOfAnExternalCalendar() {
        JsonNode made = add("melun-atelier", "Ancien système", calendar("""
                UID:a
                SUMMARY:Conseil municipal
                DTSTART;TZID=Romance Standard Time:20260928T090000
                DTEND;TZID=Romance Standard Time:20260928T100000
                RRULE:FREQ=WEEKLY;COUNT=4
                EXDATE;TZID=Romance Standard Time:20261005T090000
                """, """
                UID:a
                RECURRENCE-ID;TZID=Romance Standard Time:20261012T090000
                SUMMARY:Conseil municipal, plus tard
                DTSTART;TZID=Romance Standard Time:20261012T140000
                DTEND;TZID=Romance Standard Time:20261012T150000
                """, """
                UID:free
                SUMMARY:Anniversaire
                TRANSP:TRANSPARENT
                DTSTART;VALUE=DATE:20260929
                """, """
                UID:broken
                SUMMARY:Sans début
                """));

        JsonNode found = made.get("found");
        assertThat(found.get("occupying").asInt()).isEqualTo(3);
        assertThat(found.get("broken")).hasSize(1);
        assertThat(found.get("broken").get(0).get("uid").asString()).isEqualTo("broken");
        assertThat(busy("melun-atelier", "2026-09-28", "2026-10-20"))
                .containsExactly(
                        "2026-09-28T07:00:00Z/2026-09-28T08:00:00Z",
                        "2026-10-12T12:00:00Z/2026-10-12T13:00:00Z",
                        "2026-10-19T07:00:00Z/2026-10-19T08:00:00Z");
        String day = "/api/v1/bookings?room=melun-atelier&from=2026-09-28T00:00:00Z&to=2026-09-29T00:00:00Z";
        assertThat(as(MANAGER).get(day).body()).contains("Conseil municipal");
        assertThat(as(CAMILLE).get(day).body())
                .doesNotContain("Conseil municipal")
                .contains("\"masked\":true");
        assertThat(book(CAMILLE, "2026-09-28T09:30", "melun-atelier").statusCode())
                .isEqualTo(409);
    }

    @Test
    void followsChangesAndRemovalsAndFreesEverythingAtTheEnd() throws IOException {
        write(
                "externe",
                calendar(
                        event("one", "Un", "20260901T0900", "20260901T1000"),
                        event("two", "Deux", "20260902T0900", "20260902T1000")));
        String id = add("melun-atelier", "Externe", "externe").get("id").asString();

        write(
                "externe",
                calendar(
                        event("one", "Un", "20260902T0900", "20260902T1000"),
                        event("three", "Trois", "20260903T0900", "20260903T1000")));
        JsonNode refreshed = TestClient.json(as(MANAGER).post(IMPORTS + "/" + id + "/refresh", ""));

        assertThat(refreshed.get("found").get("collisions")).isEmpty();
        assertThat(busy("melun-atelier", "2026-09-01", "2026-09-05"))
                .containsExactly(
                        "2026-09-02T07:00:00Z/2026-09-02T08:00:00Z", "2026-09-03T07:00:00Z/2026-09-03T08:00:00Z");

        assertThat(as(MANAGER).delete(IMPORTS + "/" + id).statusCode()).isEqualTo(204);
        assertThat(busy("melun-atelier", "2026-09-01", "2026-09-05")).isEmpty();
        assertThat(as(MANAGER).delete(IMPORTS + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatItHasWhenTheFileIsGoneOrNoCalendar() throws IOException {
        write("fragile", calendar(event("one", "Un", "20260706T0900", "20260706T1000")));
        String id = add("melun-seine", "Fragile", "fragile").get("id").asString();

        write("fragile", "<html>Please sign in</html>");
        JsonNode wrong = TestClient.json(as(MANAGER).post(IMPORTS + "/" + id + "/refresh", ""));
        Files.delete(file("fragile"));
        JsonNode gone = TestClient.json(as(MANAGER).post(IMPORTS + "/" + id + "/refresh", ""));

        assertThat(wrong.get("standing").get("failure").asString()).isEqualTo("WEB_PAGE");
        assertThat(gone.get("standing").get("failure").asString()).isEqualTo("NO_SUCH_FILE");
        assertThat(gone.get("standing").get("failures").asInt()).isEqualTo(2);
        assertThat(gone.get("standing").get("nextLookAt").asString()).isEqualTo("2026-03-25T10:00:00Z");
        assertThat(gone.get("found").get("occupying").asInt()).isEqualTo(1);
        assertThat(busy("melun-seine", "2026-07-06", "2026-07-07")).hasSize(1);
    }

    @Test
    void showsWhatCollidesAndOccupiesTheRoomOnceItIsFree() {
        HttpResponse<String> ours = book(CAMILLE, "2026-07-08T09:30", "melun-atelier");
        assertThat(ours.statusCode()).as(ours.body()).isEqualTo(201);
        String id = add(
                        "melun-atelier",
                        "En conflit",
                        calendar(
                                event("clash", "Chevauchement", "20260708T0900", "20260708T1000"),
                                event("fits", "Ailleurs", "20260709T0900", "20260709T1000")))
                .get("id")
                .asString();

        JsonNode listed = listed(id).get("found");
        assertThat(listed.get("occupying").asInt()).isEqualTo(1);
        assertThat(listed.get("collisions")).hasSize(1);
        JsonNode collision = listed.get("collisions").get(0);
        assertThat(collision.get("title").asString()).isEqualTo("Chevauchement");
        assertThat(collision.get("from").asString()).isEqualTo("2026-07-08T07:00:00Z");
        // With the quarter of an hour in which its tables are set up.
        assertThat(collision.get("taken").get(0).get("from").asString()).isEqualTo("2026-07-08T07:15:00Z");

        as(CAMILLE).delete(ours.headers().firstValue("Location").orElseThrow());

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(listed(id).get("found").get("collisions")).isEmpty());
        assertThat(listed(id).get("found").get("occupying").asInt()).isEqualTo(2);
        assertThat(busy("melun-atelier", "2026-07-08", "2026-07-09"))
                .containsExactly("2026-07-08T07:00:00Z/2026-07-08T08:00:00Z");
    }

    @Test
    void letsOneOfTwoOverlappingEventsHaveWhatTheOtherLeaves() {
        add(
                "melun-telepresence",
                "Double",
                calendar(
                        event("long", "Long", "20260710T0900", "20260710T1100"),
                        event("inside", "Dedans", "20260710T0930", "20260710T1000"),
                        event("later", "Après", "20260710T1030", "20260710T1200")));

        assertThat(busy("melun-telepresence", "2026-07-10", "2026-07-11"))
                .containsExactly("2026-07-10T07:00:00Z/2026-07-10T10:00:00Z");
    }

    @Test
    void looksAgainByItselfWhenItIsTime() throws IOException {
        write("encore", calendar(event("one", "Un", "20260713T0900", "20260713T1000")));
        String id = add("melun-seine", "Encore", "encore").get("id").asString();
        write("encore", calendar(event("one", "Un", "20260714T0900", "20260714T1000")));

        imports.lookAtDue();
        assertThat(busy("melun-seine", "2026-07-13", "2026-07-14")).hasSize(1);

        clock.advance(Duration.ofMinutes(16));
        imports.lookAtDue();
        assertThat(busy("melun-seine", "2026-07-13", "2026-07-14")).isEmpty();
        assertThat(busy("melun-seine", "2026-07-14", "2026-07-15")).hasSize(1);
        as(MANAGER).delete(IMPORTS + "/" + id);
    }

    @Test
    void fetchesNothingFromPrivateAddresses() {
        JsonNode made = TestClient.json(as(MANAGER).post(IMPORTS, """
                {"room":"melun-seine","url":"http://localhost:%d/secret.ics","name":"Inside"}""".formatted(port)));

        assertThat(made.get("standing").get("failure").asString()).isEqualTo("PRIVATE_ADDRESS");
        assertThat(made.get("source").get("shown").asString()).isEqualTo("localhost");
        assertThat(made.toString()).doesNotContain("secret.ics");
        as(MANAGER).delete(IMPORTS + "/" + made.get("id").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "melun-seine, file:///etc/passwd, url",
        "melun-seine, ftp://example.org/x.ics, url",
        "melun-seine, http://user:pass@example.org/x.ics, url",
        "melun-seine, http:///x.ics, url",
        "melun-seine, 'https://example.org/a b', url",
        "no-such-room, https://example.org/x.ics, room",
        "No Room, https://example.org/x.ics, room"
    })
    void refusesWhatCannotBeImportedNamingTheField(String room, String url, String field) {
        HttpResponse<String> answer =
                as(MANAGER).post(IMPORTS, "{\"room\":\"%s\",\"url\":\"%s\",\"name\":\"x\"}".formatted(room, url));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void isForManagersOfTheRoomsSiteOnly() {
        String body = "{\"room\":\"chelles-visio\",\"file\":\"none\",\"name\":\"x\"}";
        String id = add("melun-seine", "Privé", calendar(event("p", "P", "20260720T0900", "20260720T1000")))
                .get("id")
                .asString();

        assertThat(as(CAMILLE).post(IMPORTS, body).statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).post(IMPORTS, body).statusCode()).isEqualTo(403);
        assertThat(as(ADMIN).get(IMPORTS).body()).contains(id);
        for (String stranger : List.of(CAMILLE, NADIA)) {
            assertThat(as(stranger).get(IMPORTS).statusCode()).isEqualTo(403);
            assertThat(as(stranger).post(IMPORTS + "/" + id + "/refresh", "").statusCode())
                    .isEqualTo(403);
            assertThat(as(stranger).delete(IMPORTS + "/" + id).statusCode()).isEqualTo(403);
        }
        as(MANAGER).delete(IMPORTS + "/" + id);
    }

    @Test
    void takesACalendarAsLongAsABodyAndSaysThatAWebPageIsNone() {
        String description = "DESCRIPTION:" + "x".repeat(900_000) + "\n";
        JsonNode large = add(
                "melun-atelier",
                "Grand",
                calendar(event("large", "Grand", "20261201T0900", "20261201T1000") + description));
        JsonNode page = add("melun-atelier", "Page", "<!DOCTYPE html>\n<html><body>Sign in</body></html>");
        JsonNode text = add("melun-atelier", "Texte", "Bonjour,\nvoici.");

        assertThat(large.get("found").get("occupying").asInt()).isEqualTo(1);
        assertThat(page.get("standing").get("failure").asString()).isEqualTo("WEB_PAGE");
        assertThat(text.get("standing").get("failure").asString()).isEqualTo("NOT_A_CALENDAR");
        String refreshed = IMPORTS + "/" + large.get("id").asString() + "/refresh";
        assertThat(TestClient.json(as(MANAGER).post(refreshed, ""))
                        .get("found")
                        .get("occupying")
                        .asInt())
                .isEqualTo(1);
    }

    private JsonNode add(String room, String name, String file) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("room", room, "name", name, "file", file));
        HttpResponse<String> made = as(MANAGER).post(IMPORTS, body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made);
    }

    private JsonNode listed(String id) {
        return TestClient.json(as(MANAGER).get(IMPORTS))
                .get("items")
                .valueStream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> busy(String room, String from, String to) {
        return TestClient.json(as(NADIA)
                        .get("/api/v1/rooms/%s/busy?from=%sT00:00:00Z&to=%sT00:00:00Z".formatted(room, from, to)))
                .get("busy")
                .valueStream()
                .filter(each -> !each.get("type").asString().equals("UNAVAILABLE"))
                .map(each -> each.get("from").asString() + "/" + each.get("to").asString())
                .toList();
    }

    private HttpResponse<String> book(String email, String start, String room) {
        return as(email).post("/api/v1/bookings", """
                        {"title":"Nous","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"]}""".formatted(start, room));
    }

    private Path file(String name) {
        return settings.dataDir().resolve("calendars").resolve(name + ".ics");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    private static String event(String uid, String title, String start, String end) {
        return """
                UID:%s
                SUMMARY:%s
                DTSTART;TZID=Europe/Paris:%s00
                DTEND;TZID=Europe/Paris:%s00
                """.formatted(uid, title, start, end);
    }

    private static String calendar(String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Elsewhere//EN\n");
        for (String event : events) {
            text.append("BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\n")
                    .append(event)
                    .append("END:VEVENT\n");
        }
        return text.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
    }
}
