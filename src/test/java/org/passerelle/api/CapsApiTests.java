package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;

/** What one person may take at a time, through the doors of the API and the pages. */
class CapsApiTests extends HttpTest {

    private static final String DIRECTORY = "/api/v1/admin/directory";
    private static final String OF_A_PERSON = "  person: \\{holds: 5, .*\\}";

    private String before = "";

    @BeforeEach
    void lowerTheCaps() {
        before = as(ADMIN).get(DIRECTORY).body();
        put(before.replaceFirst(OF_A_PERSON, "  person: {holds: 2, bookingsAnHour: 3}"));
    }

    @AfterEach
    void raiseThemAgain() {
        put(before);
    }

    private void put(String directory) {
        assertThat(as(ADMIN).putYaml(DIRECTORY, directory).statusCode()).isEqualTo(200);
    }

    /** Somebody whom no other test knows. */
    private TestClient person(String name) {
        String email = name + "@atelier-brie.example";
        as(ADMIN)
                .put(
                        "/api/v1/admin/people/" + email,
                        "{\"name\":\"" + name
                                + "\",\"role\":\"MEMBER\",\"organisation\":\"atelier-brie\",\"password\":\"" + PASSWORD
                                + "\"}");
        return anonymous()
                .withBearer(TestClient.json(as(email).post("/api/v1/tokens", "{\"name\":\"first\"}"))
                        .get("token")
                        .asString());
    }

    private static HttpResponse<String> order(TestClient client, String room, int hour, String more) {
        String start = "2027-01-13T" + (hour < 10 ? "0" : "") + hour + ":00";
        return client.post(
                "/api/v1/bookings",
                "{\"title\":\"Cap\",\"start\":\"" + start + "\",\"timeZone\":\"Europe/Paris\",\"duration\":\"PT30M\","
                        + "\"rooms\":[\"" + room + "\"]" + more + "}");
    }

    @Test
    void refusesTheThirdHoldAndSaysHowManyThereMayBeAndWhenTheNextLapses() {
        TestClient client = person("holder");
        order(client, "moret-visio", 8, ",\"hold\":\"PT10M\"");
        order(client, "moret-visio", 9, ",\"hold\":\"PT10M\"");

        HttpResponse<String> third =
                order(client.with("Accept-Language", "fr"), "moret-visio", 10, ",\"hold\":\"PT10M\"");

        assertThat(third.statusCode()).isEqualTo(422);
        assertThat(third.body())
                .contains("\"quota-exceeded\"", "Vous avez 2 options", "la prochaine expire dans 10 min");
    }

    @Test
    void answersTheFourthBookingOfAnHourWithTooManyRequestsAndWhenToTryAgain() {
        TestClient client = person("hasty");
        List<Callable<HttpResponse<String>>> orders = IntStream.range(8, 16)
                .<Callable<HttpResponse<String>>>mapToObj(hour -> () -> order(client, "chelles-visio", hour, ""))
                .toList();

        List<HttpResponse<String>> answers = Together.all(orders);

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .hasSize(5)
                .allSatisfy(answer -> {
                    assertThat(answer.headers().firstValue("Retry-After")).contains("1200");
                    assertThat(answer.body())
                            .contains("/problems/too-many-requests", "within an hour (3)", "possible in 20 min");
                });
    }

    @Test
    void givesAsManyTokensAsAPersonMayHaveToWhoeverAsksForMoreAtOnce() {
        TestClient client = person("collector");
        for (int i = 0; i < 95; i++) {
            client.post("/api/v1/tokens", "{\"name\":\"x\"}");
        }
        Callable<Integer> another =
                () -> client.post("/api/v1/tokens", "{\"name\":\"x\"}").statusCode();

        List<Integer> answers = Together.all(Collections.nCopies(16, another));

        assertThat(answers).filteredOn(status -> status == 201).hasSize(4);
        assertThat(answers).filteredOn(status -> status == 400).hasSize(12);
        assertThat(TestClient.json(client.get("/api/v1/tokens?limit=1000")).get("items"))
                .hasSize(100);
    }

    @Test
    void givesARoomAsManyImportsAsItMayHaveHoweverManyAreAddedAtOnce() {
        String calendar = "BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:x\\r\\nEND:VCALENDAR\\r\\n";
        String wanted = "{\"room\":\"rebais-visio\",\"file\":\"" + calendar + "\",\"name\":\"x\"}";
        Callable<Integer> another =
                () -> as(ADMIN).post("/api/v1/imports", wanted).statusCode();

        Together.all(Collections.nCopies(16, another));
        for (int i = 0; i < 10; i++) {
            // Those that were too many to be looked at at once may find a place now.
            as(ADMIN).post("/api/v1/imports", wanted);
        }

        assertThat(TestClient.json(as(ADMIN).get("/api/v1/imports?limit=1000")).get("items"))
                .filteredOn(each -> each.get("room").asString().equals("rebais-visio"))
                .hasSize(10);
    }

    @Test
    void givesAPersonAsManyFeedsAsTheyMayHaveHoweverManyAreAskedForAtOnce() {
        TestClient client = person("subscriber");
        String feed = "{\"scope\":\"ROOM\",\"of\":\"melun-seine\",\"detail\":\"BUSY\"}";
        for (int i = 0; i < 196; i++) {
            client.post("/api/v1/feeds", feed);
        }
        Callable<Integer> another = () -> client.post("/api/v1/feeds", feed).statusCode();

        List<Integer> answers = Together.all(Collections.nCopies(16, another));

        assertThat(answers).filteredOn(status -> status == 201).hasSize(4);
        assertThat(rotated(client)).isEqualTo(200);
        assertThat(client.post("/api/v1/feeds", feed).statusCode()).isEqualTo(400);
    }

    /** At the limit an address can still be changed. */
    private static int rotated(TestClient client) {
        String id = TestClient.json(client.get("/api/v1/feeds?limit=1"))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        return client.post("/api/v1/feeds/" + id + "/rotate", "").statusCode();
    }
}
