package org.passerelle.web.closures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;

/** Closures in a browser without scripts, in the spring of 2027, in which no other test books. */
class ClosuresPageTests extends HttpTest {

    private static HttpResponse<String> close(TestClient browser, String room, String day, String then) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", browser.csrfOf("/closures/new"));
        form.put("where", room);
        form.put("from", day + "T08:00");
        form.put("to", day + "T20:00");
        form.put("reason", "Peinture <b>fraîche</b>");
        form.put("then", then);
        return browser.postForm("/closures", form);
    }

    private static String target(HttpResponse<String> redirect) {
        String location = redirect.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/closures"));
    }

    @Test
    void showsWhatIsAffectedThenClosesAndOpensAgain() {
        JsonNode hit = BookingBody.at("2027-05-11T14:00", "melun-telepresence")
                .with("visibility", "\"ORGANISATION\"")
                .bookedBy(as(CAMILLE));
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");

        String asked = browser.get("/closures/new?where=melun-telepresence&from=2027-05-11T08:00&to=2027-05-11T20:00"
                        + "&reason=Peinture&then=CANCEL")
                .body();
        assertThat(asked).contains("One date is affected", "Comité", "14:00–15:00", "Cancel them, with the reason");
        assertThat(as(CAMILLE)
                        .get(BookingBody.BOOKINGS + "/" + hit.get("id").asString())
                        .body())
                .contains("CONFIRMED");

        String page = target(close(browser, "melun-telepresence", "2027-05-11", "CANCEL"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browser.get(page).body())
                        .contains("One date is affected", "cancelled", "Peinture &lt;b&gt;"));
        assertThat(browser.get("/closures").body()).contains(page, "One date is affected");
        assertThat(browserOf(CAMILLE)
                        .with("Accept-Language", "en")
                        .get("/day?site=melun&date=2027-05-11")
                        .statusCode())
                .isEqualTo(200);

        browser.postForm(page + "/end", Map.of("_csrf", browser.csrfOf(page)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browser.get(page).body())
                        .contains("open again")
                        .contains("brought back"));
        assertThat(browser.get(page).body()).doesNotContain("Yes, open again");
    }

    @Test
    void saysInFrenchWhatIsMissing() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "fr");

        assertThat(browser.get("/closures/new?where=melun&from=2027-05-12T08:00&to=2027-05-12T07:00&reason=x")
                        .body())
                .contains("La fin doit être à venir");
        assertThat(browser.get("/closures/new?where=chelles&from=2027-05-12T08:00&to=2027-05-12T09:00&reason=x")
                        .body())
                .contains("Choisissez l’un de vos sites");
        assertThat(target(close(browser, "chelles-visio", "2027-05-12", "KEEP")))
                .startsWith("/closures/new");
    }

    @Test
    void organisersTakeWhatTheyAreOffered() {
        BookingBody.at("2027-05-13T14:00", "melun-almont").bookedBy(as(LOUIS));
        TestClient manager = browserOf(MANAGER);
        String page = target(close(manager, "melun-almont", "2027-05-13", "PROPOSE"));
        TestClient louis = browserOf(LOUIS).with("Accept-Language", "en");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(louis.get("/bookings").body()).contains("href=\"/moves\""));
        String moves = louis.get("/moves").body();
        assertThat(moves).contains("Salle Almont will be closed", "Move there");
        String take = moves.replaceAll("(?s).*action=\"(/moves/[^\"]*/take)\".*", "$1");
        louis.postForm(take, Map.of("_csrf", louis.csrfOf("/moves")));

        assertThat(louis.get("/moves").body()).contains("Done.", "None of your bookings has to move.");
        assertThat(manager.with("Accept-Language", "en").get(page).body()).contains("moved");
        manager.postForm(page + "/end", Map.of("_csrf", manager.csrfOf(page)));
    }

    @Test
    void isNoPageForThoseWhoManageNothing() {
        TestClient browser = browserOf(CAMILLE);

        assertThat(browser.get("/closures").statusCode()).isEqualTo(404);
        assertThat(browser.get("/closures/new").statusCode()).isEqualTo(404);
        assertThat(browser.get("/bookings").body()).doesNotContain("href=\"/closures\"");
        assertThat(browserOf(MANAGER).get("/requests").body()).contains("href=\"/closures\"");
    }

    @Test
    void closesOnceHoweverOftenItsButtonIsPressed() {
        TestClient browser = browserOf(MANAGER);
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "_csrf", browser.csrfOf("/closures/new"),
                "where", "melun-visio",
                "from", "2027-05-28T08:00",
                "to", "2027-05-28T20:00",
                "reason", "Peinture",
                "key", "a-form"));

        Callable<String> press = () -> target(browser.postForm("/closures", form));
        List<String> closures = Together.all(List.of(press, press, press));
        form.put("reason", "Vitrage");

        assertThat(closures).hasSize(3).containsOnly(closures.get(0));
        assertThat(target(browser.postForm("/closures", form))).isNotEqualTo(closures.get(0));
    }
}
