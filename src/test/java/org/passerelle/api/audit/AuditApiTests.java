package org.passerelle.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;

/** The record tells each person what was done to the bookings that concern them, and nobody more. */
class AuditApiTests extends HttpTest {

    private static final String AUDIT = "/api/v1/audit";

    private String booked(String title, String start, String room, String more) {
        String body = """
                {"title":"%s","start":"%s","duration":"PT30M","timeZone":"Europe/Paris","rooms":["%s"]%s}""".formatted(title, start, room, more);
        HttpResponse<String> made = as(CAMILLE).post(BookingBody.BOOKINGS, body);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    /** The lines about one booking, which are in the record a moment after it was written. */
    private List<JsonNode> lines(String person, String booking, int expected) {
        await().until(() -> all(ADMIN, booking).size() >= expected);
        return all(person, booking);
    }

    private List<JsonNode> all(String person, String booking) {
        HttpResponse<String> answer = as(person).get(AUDIT + "?booking=" + booking);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer).get("items").valueStream().toList();
    }

    @Test
    void tellsWhoDidWhatWithWhatItWasBefore() {
        String id = booked("Chronique", "2026-05-18T08:00", "melun-seine", "");
        assertThat(as(CAMILLE)
                        .patch(BookingBody.BOOKINGS + "/" + id, "{\"title\":\"Chronique bis\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(MANAGER).delete(BookingBody.BOOKINGS + "/" + id).statusCode())
                .isEqualTo(204);

        List<JsonNode> lines = lines(CAMILLE, id, 3);

        assertThat(lines)
                .extracting(line -> line.get("type").asString())
                .containsExactly("CANCELLED", "CHANGED", "CREATED");
        assertThat(lines)
                .extracting(line -> line.get("actor").get("email").asString())
                .containsExactly(MANAGER, CAMILLE, CAMILLE);
        assertThat(lines).extracting(line -> line.get("door").asString()).containsOnly("API");
        JsonNode field = lines.get(1).get("fields").get(0);
        assertThat(field.get("before").asString()).isEqualTo("Chronique");
        assertThat(field.get("after").asString()).isEqualTo("Chronique bis");
    }

    @Test
    void whoMayNotReadABookingIsToldOnlyThatItsTextChangedOrNothing() {
        String id = booked("Plan secret", "2026-05-18T09:00", "melun-seine", ",\"visibility\":\"PRIVATE\"");
        as(CAMILLE).patch(BookingBody.BOOKINGS + "/" + id, "{\"title\":\"Plan plus secret\"}");

        assertThat(lines(CAMILLE, id, 2)).hasSize(2);
        for (String manager : List.of(MANAGER, ADMIN)) {
            List<JsonNode> lines = lines(manager, id, 2);
            assertThat(lines).hasSize(2).noneMatch(line -> line.toString().contains("secret"));
            assertThat(lines).allMatch(line -> line.get("masked").asBoolean());
        }
        assertThat(lines(LOUIS, id, 2)).isEmpty();
        assertThat(lines(NADIA, id, 2)).isEmpty();
    }

    @Test
    void pagesAreReadOnAndHoldEachLineOnce() {
        String id = booked("Suite", "2026-05-18T10:00", "melun-seine", "");
        for (int i = 0; i < 4; i++) {
            as(CAMILLE).patch(BookingBody.BOOKINGS + "/" + id, "{\"title\":\"Suite %d\"}".formatted(i));
        }
        List<String> whole = lines(CAMILLE, id, 5).stream()
                .map(line -> line.get("id").asString())
                .toList();

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = TestClient.json(as(CAMILLE).get(AUDIT + "?limit=2&booking=" + id + cursor));
            page.get("items")
                    .valueStream()
                    .forEach(line -> read.add(line.get("id").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(read).isEqualTo(whole).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void filtersByTimeActorAndDoor() {
        String id = booked("Filtres", "2026-05-18T11:00", "melun-seine", "");
        assertThat(lines(CAMILLE, id, 1)).hasSize(1);
        String base = AUDIT + "?booking=" + id;

        assertThat(count(base + "&from=2026-03-25T09:00:00Z&to=2026-03-25T09:00:01Z"))
                .isEqualTo(1);
        assertThat(count(base + "&to=2026-03-25T09:00:00Z")).isZero();
        assertThat(count(base + "&from=2026-03-25T09:00:01Z")).isZero();
        assertThat(count(base + "&actor=" + CAMILLE + "&door=api")).isEqualTo(1);
        assertThat(count(base + "&actor=" + NADIA)).isZero();
        assertThat(count(base + "&door=MAIL")).isZero();
    }

    private int count(String path) {
        return TestClient.json(as(CAMILLE).get(path)).get("items").size();
    }

    @Test
    void asATableATitleIsNoFormula() {
        String id = booked("=HYPERLINK(1),\\\"x\\\"", "2026-05-18T12:00", "melun-seine", "");
        assertThat(lines(CAMILLE, id, 1)).hasSize(1);

        HttpResponse<String> table = as(CAMILLE).with("Accept", "text/csv").get(AUDIT + "?booking=" + id);

        assertThat(table.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(table.body())
                .startsWith("at,booking,version,type,door,actor,title,")
                .contains("\"'=HYPERLINK(1),\"\"x\"\"\"")
                .endsWith("\r\n");
    }

    @Test
    void aTableLeadsToItsNextPageWithTheSameFilters() {
        String id = booked("Table", "2026-05-18T13:00", "melun-seine", "");
        as(CAMILLE).patch(BookingBody.BOOKINGS + "/" + id, "{\"title\":\"Table bis\"}");
        assertThat(lines(CAMILLE, id, 2)).hasSize(2);
        TestClient reader = as(CAMILLE).with("Accept", "text/csv");
        String filters = "&actor=camille%40atelier-brie.example&from=2026-03-25T10%3A00%3A00%2B01%3A00";

        HttpResponse<String> first = reader.get(AUDIT + "?limit=1&booking=" + id + filters);
        String link = first.headers().firstValue("Link").orElseThrow();
        URI next = URI.create(link.substring(1, link.indexOf('>')));
        HttpResponse<String> second = reader.get(next.getRawPath() + "?" + next.getRawQuery());

        assertThat(first.body()).contains("CHANGED");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(second.body()).contains("CREATED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "booking=../x",
                "door=window",
                "actor=nobody",
                "limit=0",
                "limit=1001",
                "cursor=abc",
                "booking=%00"
            })
    void namesTheFieldThatCannotBeRead(String query) {
        HttpResponse<String> answer = as(CAMILLE).get(AUDIT + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(answer).get("errors").get(0).get("field").asString())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void knowsNothingOfABookingThatIsNotThere() {
        assertThat(all(ADMIN, "0123456789abcdef0123456789abcdef")).isEmpty();
    }
}
