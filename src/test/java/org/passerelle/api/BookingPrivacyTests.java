package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.BookingBody.BOOKINGS;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Who sees what of whose bookings, and in what pieces a list of them comes. */
class BookingPrivacyTests extends HttpTest {

    private static final String SECRET = "Reprise de la Tuilerie";
    private static final String DAY = "?from=2026-09-%1$02dT00:00:00Z&to=2026-09-%1$02dT23:00:00Z";

    private JsonNode secret(int day, String visibility) {
        return BookingBody.at("2026-09-%02dT09:00".formatted(day), "melun-seine")
                .called(SECRET)
                .with("notes", "\"" + SECRET + "\"")
                .with("attendees", "[{\"email\":\"tuilerie@example.org\",\"name\":\"Tuilerie\"}]")
                .with("visibility", '"' + visibility + '"')
                .bookedBy(as(CAMILLE));
    }

    /** Whether {@code person} finds the title alone and in lists; it must be the same everywhere. */
    private boolean sees(String person, JsonNode booking, int day) {
        String alone =
                as(person).get(BOOKINGS + "/" + booking.get("id").asString()).body();
        String list = as(person).get(BOOKINGS + DAY.formatted(day)).body();
        String ofRoom = as(person)
                .get(BOOKINGS + DAY.formatted(day) + "&room=melun-seine")
                .body();
        String ofSite =
                as(person).get(BOOKINGS + DAY.formatted(day) + "&site=melun").body();
        boolean sees = alone.contains(SECRET);
        for (String body : List.of(alone, own(list, booking), own(ofRoom, booking), own(ofSite, booking))) {
            assertThat(body).contains(booking.get("id").asString(), "\"masked\":" + !sees);
            assertThat(body.contains(SECRET)).isEqualTo(sees);
            assertThat(body.contains("tuilerie@example.org")).isEqualTo(sees);
            assertThat(body.contains(CAMILLE)).isEqualTo(sees);
        }
        return sees;
    }

    /** What a list says of {@code booking}; others may be on the same day. */
    private static String own(String list, JsonNode booking) {
        return TestClient.json(list)
                .get("items")
                .valueStream()
                .filter(item -> item.get("id").equals(booking.get("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in the list: " + list))
                .toString();
    }

    @Test
    void showsABookingToColleaguesAndTheManagerOfTheSite() {
        JsonNode booking = secret(1, "ORGANISATION");

        assertThat(sees(CAMILLE, booking, 1)).isTrue();
        assertThat(sees(LOUIS, booking, 1)).isTrue();
        assertThat(sees(MANAGER, booking, 1)).isTrue();
        assertThat(sees(NADIA, booking, 1)).isFalse();
        assertThat(sees(ADMIN, booking, 1)).isFalse();
    }

    @Test
    void showsAPrivateBookingToItsOrganiserOnly() {
        JsonNode booking = secret(2, "PRIVATE");

        assertThat(sees(CAMILLE, booking, 2)).isTrue();
        assertThat(sees(LOUIS, booking, 2)).isFalse();
        assertThat(sees(MANAGER, booking, 2)).isFalse();
    }

    @Test
    void showsAPublicBookingToEverybody() {
        JsonNode booking = secret(3, "PUBLIC");

        assertThat(sees(NADIA, booking, 3)).isTrue();
    }

    @Test
    void hidesTheManagersViewFromTheManagerOfAnotherSite() {
        JsonNode booking = BookingBody.at("2026-09-04T09:00", "chelles-visio")
                .called(SECRET)
                .bookedBy(as(CAMILLE));

        String body =
                as(MANAGER).get(BOOKINGS + "/" + booking.get("id").asString()).body();

        assertThat(body).doesNotContain(SECRET);
    }

    @Test
    void tellsNobodyWhatIsInTheWay() {
        secret(7, "ORGANISATION");

        HttpResponse<String> conflict = as(NADIA)
                .post(
                        BOOKINGS,
                        BookingBody.at("2026-09-07T09:30", "melun-grand-salon").toString());
        HttpResponse<String> busy = as(NADIA).get("/api/v1/rooms/melun-grand-salon/busy" + DAY.formatted(7));

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(busy.statusCode()).isEqualTo(200);
        assertThat(conflict.body() + busy.body()).doesNotContain(SECRET, "camille", "atelier", "tuilerie");
        assertThat(TestClient.json(busy).get("busy"))
                .filteredOn(each -> each.get("type").asString().equals("BUSY"))
                .hasSize(1);
    }

    @Test
    void refusesChangesByAnybodyElseAndMasksWhatTheAdministratorChanges() {
        JsonNode booking = secret(8, "ORGANISATION");
        String path = BOOKINGS + "/" + booking.get("id").asString();

        HttpResponse<String> byAdmin = as(ADMIN).patch(path, "{\"start\":\"2026-09-08T11:00\"}");

        assertThat(as(NADIA).patch(path, "{\"title\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(as(LOUIS).delete(path).statusCode()).isEqualTo(403);
        assertThat(as(NADIA).post(path + "/approve", "").statusCode()).isEqualTo(403);
        assertThat(byAdmin.statusCode()).isEqualTo(200);
        assertThat(byAdmin.body()).doesNotContain(SECRET);
    }

    @Test
    void listsManyBookingsInPagesWithoutLosingOrRepeatingOne() {
        String token = TestClient.json(as(NADIA).post("/api/v1/tokens", "{\"name\":\"pages\"}"))
                .get("token")
                .asString();
        TestClient nadia = anonymous().withBearer(token);
        List<String> made = new ArrayList<>();
        for (int day = 0; day < 15; day++) {
            for (int hour = 8; hour < 16; hour++) {
                LocalDate date = LocalDate.of(2026, 10, 5).plusDays(day + day / 5 * 2L);
                made.add(BookingBody.at("%sT%02d:00".formatted(date, hour), "melun-almont")
                        .bookedBy(nadia)
                        .get("id")
                        .asString());
            }
        }
        String query = BOOKINGS + "?from=2026-10-01T00:00:00Z&to=2026-10-31T00:00:00Z&room=melun-almont&mine=true";

        List<String> whole = ids(TestClient.json(nadia.get(query + "&limit=1000")));
        List<String> paged = new ArrayList<>();
        JsonNode page = TestClient.json(nadia.get(query));
        paged.addAll(ids(page));
        int sizeOfFirst = paged.size();
        while (!page.get("next").isNull()) {
            page = TestClient.json(
                    nadia.get(query + "&limit=7&cursor=" + page.get("next").asString()));
            paged.addAll(ids(page));
        }

        assertThat(sizeOfFirst).isEqualTo(100);
        assertThat(paged).isEqualTo(whole).isEqualTo(made);
        assertThat(new HashSet<>(paged)).hasSize(120);
        assertThat(ids(TestClient.json(as(CAMILLE).get(query + "&limit=1000")))).doesNotContainAnyElementsOf(made);
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }
}
