package org.passerelle.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of bookings that another directory hits, in January 2028 at La Ferté, where no other test books. */
class ChangedDirectoryTests extends HttpTest {

    private static final String DIRECTORY = "/api/v1/admin/directory";
    private static final String CLOSURES = "/api/v1/closures/";
    private static final String ROOM = "la-ferte-sous-jouarre-meuliere";
    private static final String PLAIN =
            ROOM + ": {name: Salle Meulière, kind: MEETING, capacity: 8, equipment: [screen, whiteboard]}";
    private static final String SHORTER = PLAIN.replace("]}", "], rules: {hours: Mo-Fr 08:00-18:00}}");
    private static final String SMALLER = PLAIN.replace("capacity: 8", "capacity: 3");

    @Autowired
    private ClosedDaysWatch watch;

    @Autowired
    private SentMails sent;

    private final List<JsonNode> made = new ArrayList<>();
    private String before = "";

    @BeforeEach
    void remembersTheDirectory() {
        before = as(ADMIN).get(DIRECTORY).body();
        assertThat(before).contains(PLAIN);
    }

    @AfterEach
    void putsItBack() {
        assertThat(as(ADMIN).putYaml(DIRECTORY, before).statusCode()).isEqualTo(200);
        watch.look();
        made.forEach(booking -> as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + id(booking)));
    }

    private JsonNode put(String query, String what, String other) {
        assertThat(before).contains(what);
        HttpResponse<String> answer = as(ADMIN).putYaml(DIRECTORY + query, before.replace(what, other));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer);
    }

    private JsonNode booked(String start, String title) {
        JsonNode booking =
                BookingBody.at(start, ROOM).called(title).with("headcount", "4").bookedBy(as(CAMILLE));
        made.add(booking);
        return booking;
    }

    private JsonNode seen(JsonNode booking) {
        return TestClient.json(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + id(booking)));
    }

    private String state(JsonNode booking) {
        return seen(booking).get("state").asString();
    }

    private static String id(JsonNode made) {
        return made.get("id").asString();
    }

    private String only(JsonNode closures) {
        assertThat(closures).hasSize(1);
        return closures.get(0).asString();
    }

    private JsonNode settled(String closure, String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestClient.json(as(ADMIN).get(CLOSURES + closure))
                        .get("state")
                        .asString()
                        .equals(state));
        return TestClient.json(as(ADMIN).get(CLOSURES + closure));
    }

    private static List<String> outcomes(JsonNode closure) {
        return closure.get("affected")
                .valueStream()
                .map(each -> each.get("outcome").asString())
                .toList();
    }

    private void told(String person, String... words) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sent.to(person))
                        .extracting(mail -> mail.text("text/plain").orElse(""))
                        .anySatisfy(text -> assertThat(text).contains(words)));
    }

    @Test
    void callsOffWhatIsOutsideOfNewHoursAndBringsItBackUnderTheFormerDirectory() {
        JsonNode late = booked("2028-01-11T18:00", "Tardive");
        JsonNode early = booked("2028-01-11T09:00", "Matinale");

        JsonNode answer = put("?onBookings=CANCEL&reason=Nouveaux%20horaires", PLAIN, SHORTER);

        assertThat(answer.get("affected")).singleElement().satisfies(date -> {
            assertThat(date.get("booking").asString()).isEqualTo(id(late));
            assertThat(date.get("outcome").asString()).isEqualTo("CANCELLED");
        });
        String closure = only(answer.get("closures"));
        assertThat(settled(closure, "IN_FORCE").get("type").asString()).isEqualTo("DIRECTORY");
        assertThat(state(late)).isEqualTo("CANCELLED");
        assertThat(state(early)).isEqualTo("CONFIRMED");
        told(CAMILLE, "Tardive", "Nouveaux horaires");
        await().untilAsserted(() -> assertThat(
                        as(CAMILLE).get("/api/v1/audit?booking=" + id(late)).body())
                .contains("Nouveaux horaires"));

        as(ADMIN).putYaml(DIRECTORY, before);

        assertThat(outcomes(settled(closure, "ENDED"))).containsExactly("RESTORED");
        assertThat(state(late)).isEqualTo("CONFIRMED");
    }

    @Test
    void unlessMoreIsSaidItStaysAndItsPeopleAreTold() {
        JsonNode four = booked("2028-01-12T10:00", "Quatre chaises");

        told(CAMILLE, "Quatre chaises");
        clock.advance(Duration.ofMinutes(6)); // so soon after another mail about it none would leave
        JsonNode answer = put("", PLAIN, SMALLER);

        assertThat(outcomes(settled(only(answer.get("closures")), "IN_FORCE"))).containsExactly("KEPT");
        assertThat(state(four)).isEqualTo("CONFIRMED");
        told(CAMILLE, "Quatre chaises", "this booking stays as it is", "reste telle quelle");
        assertThat(as(ADMIN).delete(CLOSURES + only(answer.get("closures"))).statusCode())
                .isEqualTo(204);
    }

    @Test
    void offersAnotherRoomByMailWithALinkThatTakesIt() {
        JsonNode hit = booked("2028-01-13T18:00", "Chorale");

        JsonNode answer = put("?onBookings=PROPOSE", PLAIN, SHORTER);

        assertThat(outcomes(settled(only(answer.get("closures")), "IN_FORCE"))).containsExactly("OFFERED");
        told(CAMILLE, "Chorale", "Salle Petit Morin", "/rescue/");
        HttpResponse<String> moved = as(CAMILLE).post(BookingBody.BOOKINGS + "/" + id(hit) + "/rescue", "{}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(seen(hit).get("occurrences").get(0).get("rooms").get(0).asString())
                .isEqualTo("la-ferte-sous-jouarre-petit-morin");
        assertThat(outcomes(settled(only(answer.get("closures")), "IN_FORCE"))).containsExactly("MOVED");
    }

    @Test
    void aRoomThatIsBookedLeavesOnlyIfItsBookingsAreCalledOff() {
        JsonNode hit = booked("2028-01-14T10:00", "Sans salle");
        String without = before.replace("      " + PLAIN + "\n", "");

        for (String query : List.of("", "?onBookings=KEEP", "?onBookings=PROPOSE")) {
            HttpResponse<String> refused = as(ADMIN).putYaml(DIRECTORY + query, without);
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(refused.body()).contains(ROOM);
            assertThat(state(hit)).isEqualTo("CONFIRMED");
        }
        JsonNode answer = put("?onBookings=CANCEL", "      " + PLAIN + "\n", "");

        assertThat(answer.get("affected").get(0).get("outcome").asString()).isEqualTo("CANCELLED");
        assertThat(state(hit)).isEqualTo("CANCELLED");
        as(ADMIN).putYaml(DIRECTORY, before);
        settled(only(answer.get("closures")), "ENDED");
        assertThat(state(hit)).isEqualTo("CONFIRMED");
    }

    @Test
    void whatIsSaidOfDaysThatAreClosedNowIsNotAskedAgain() {
        String site = "  la-ferte-sous-jouarre:\n";
        String shut = site + "    closures: [{from: 2028-01-18, to: 2028-01-18, reason: Inventaire}]\n";
        JsonNode hit = booked("2028-01-18T10:00", "Inventoriée");

        JsonNode answer = put("?onBookings=KEEP&reason=Inventaire", site, shut);
        watch.look();

        settled(only(answer.get("closures")), "IN_FORCE");
        assertThat(state(hit)).isEqualTo("CONFIRMED");
        assertThat(as(ADMIN).get("/api/v1/closures?site=la-ferte-sous-jouarre").body())
                .doesNotContain("ASKING");
    }

    @Test
    void managersGetTheListByMail() {
        String plain = before.lines()
                .filter(line -> line.contains("melun-seine: {"))
                .findFirst()
                .orElseThrow();
        made.add(BookingBody.at("2028-01-19T19:30", "melun-seine")
                .lasting("PT30M")
                .called("Veillée")
                .bookedBy(as(CAMILLE)));

        JsonNode answer = put(
                "?onBookings=KEEP&reason=Le%20soir%20ferme",
                plain, plain.replace("]}", "], rules: {hours: Mo-Fr 08:00-19:45}}"));

        settled(only(answer.get("closures")), "IN_FORCE");
        told(MANAGER, "Le soir ferme", "19:30", "Salle Seine", "/closures/" + only(answer.get("closures")));
    }

    @Test
    void thePageShowsWhatIsHitBeforeItIsDone() {
        JsonNode hit = booked("2028-01-20T18:00", "Sur la page");
        TestClient browser = browserOf(ADMIN).with("Accept-Language", "en");
        String other = before.replace(PLAIN, SHORTER);

        String shown = browser.postForm("/directory/look", Map.of("_csrf", browser.csrfOf("/directory"), "text", other))
                .body();
        assertThat(shown).contains("One date is affected", "value=\"CANCEL\"", "value=\"PROPOSE\"");
        assertThat(state(hit)).isEqualTo("CONFIRMED");
        String seen = shown.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        Map<String, String> form = Map.of(
                "_csrf", browser.csrfOf("/directory"), "text", other, "then", "CANCEL", "reason", "Soir", "seen", seen);
        assertThat(browser.postForm("/directory", form).statusCode()).isEqualTo(302);

        await().atMost(Duration.ofSeconds(30)).until(() -> state(hit).equals("CANCELLED"));
        String done = browser.get("/directory").body();
        assertThat(done).contains("The directory is in force");
        String closure = done.replaceAll("(?s).*href=\"(/closures/[^\"]+)\".*", "$1");
        assertThat(browser.get("/closures").body()).contains(closure, "Changed directory");
        assertThat(browser.get(closure).body()).contains("Soir", "cancelled", "Undo what was done to the bookings");
        assertThat(browser.postForm("/directory", form).body())
                .as("over another directory it is looked at again")
                .contains("changed the directory meanwhile");
        assertThat(browser.postForm(
                                "/directory/look", Map.of("_csrf", browser.csrfOf("/directory"), "text", "sites: 7"))
                        .body())
                .contains("Line 1, column");
        assertThat(browserOf(MANAGER).get("/directory").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (String query : List.of("?onBookings=SHRED", "?reason=%0A", "?reason=" + "x".repeat(201))) {
            assertThat(as(ADMIN).putYaml(DIRECTORY + query, before).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }
}
