package org.passerelle.web.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;

/** What the network's administrator does without the file, and what a manager reads of it; in January 2028. */
class NetworkPagesTests extends HttpTest {

    private static final String DIRECTORY = "/api/v1/admin/directory";
    private static final String NETWORK = "/manage/network";
    private static final String OPERATORS = "/manage/operators";
    private static final String NEW_SITE = "/manage/places/sites/new";
    private static final String SEINE = "/manage/places/melun/rooms/melun-seine";

    private String before = "";

    @BeforeEach
    void remember() {
        before = yaml();
    }

    @AfterEach
    void putBack() {
        as(ADMIN).putYaml(DIRECTORY, before);
    }

    private String yaml() {
        return as(ADMIN).get(DIRECTORY).body();
    }

    private TestClient english(String who) {
        return browserOf(who).with("Accept-Language", "en");
    }

    private static String shown(TestClient browser, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return browser.get(answer.headers().firstValue("Location").orElseThrow())
                .body();
    }

    private static PlaceSheet newSite(TestClient admin, String id) {
        return PlaceSheet.at(admin, NEW_SITE)
                .with("id", id)
                .with("name", "Nangis")
                .with("operator", "ville-de-melun")
                .with("zone", "Europe/Paris")
                .with("address", "1 rue du Général Leclerc, 77370 Nangis")
                .with("position.latitude", "48.5550")
                .with("position.longitude", "3.0130");
    }

    @Test
    void aSiteIsAddedWithARoomAndRemovedWithWhatIsBookedThere() {
        TestClient admin = english(ADMIN);
        assertThat(newSite(admin, "melun").send().body()).contains("This id is taken already.");
        assertThat(newSite(admin, "Nan gis").send().body()).contains("Only lower-case letters");
        assertThat(newSite(admin, "nangis").with("operator", "nobody").send().body())
                .contains("Nothing is saved yet", "href=\"#operator\"", "value=\"Nangis\"");
        assertThat(yaml()).isEqualTo(before);

        assertThat(shown(admin, newSite(admin, "nangis").send()))
                .contains("The site is there. Add its rooms next.", "Remove the site");
        String added = "/manage/places/nangis/rooms/new";
        assertThat(PlaceSheet.at(admin, added)
                        .with("id", "nangis-marche")
                        .with("name", "Marché")
                        .with("kind", "MEETING")
                        .with("capacity", "6")
                        .send()
                        .statusCode())
                .isEqualTo(302);
        assertThat(yaml()).contains("latitude: 48.5550", "nangis-marche: {name: Marché, kind: MEETING, capacity: 6}");
        String booked = BookingBody.at("2028-01-11T10:00", "nangis-marche")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();

        String remove = "/manage/places/nangis/remove";
        String asked = admin.get(remove).body();
        assertThat(asked).contains("It goes with its room.", "One date is booked there", "/bookings/" + booked);
        assertThat(admin.postForm(remove, Map.of("_csrf", admin.csrfOf(remove))).statusCode())
                .as("without a word about the booking")
                .isEqualTo(200);
        assertThat(yaml()).contains("nangis");
        assertThat(shown(admin, PlaceSheet.agreeing(admin, remove, asked).send()))
                .contains("Nangis is removed.");
        assertThat(yaml()).isEqualTo(before);
        assertThat(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + booked).body()).contains("CANCELLED");
        assertThat(admin.get("/manage/places/melun/remove").body()).contains("It is managed by Accueil de Melun.");
    }

    private static String send(TestClient admin, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", admin.csrfOf(OPERATORS));
        return shown(admin, admin.postForm(path, form));
    }

    @Test
    void operatorsAreAddedChangedAndRemovedAndTheSecondOfTwoIsTold() {
        TestClient admin = english(ADMIN);
        Map<String, String> coop = Map.of("id", "coop-brie", "name", "Coop <b>Brie</b>");
        assertThat(send(admin, OPERATORS, coop)).contains("It is there.", "Coop &lt;b&gt;Brie");
        assertThat(send(admin, OPERATORS, coop)).contains("There is an operator of this id already.");
        assertThat(send(admin, OPERATORS, Map.of("id", "coop-brie", "name", "Coop", "was", "Coop <b>Brie</b>")))
                .contains("It is saved.");
        assertThat(send(admin, OPERATORS, Map.of("id", "coop-brie", "name", "Mine", "was", "Coop <b>Brie</b>")))
                .contains("Somebody else has changed this operator");
        assertThat(yaml()).contains("coop-brie: Coop");
        assertThat(send(admin, OPERATORS, Map.of("id", "a b", "name", "x"))).contains("Only lower-case letters");
        assertThat(send(admin, OPERATORS + "/ville-de-melun/remove", Map.of("was", "Ville de Melun")))
                .contains("unknown operator ville-de-melun");
        assertThat(send(admin, OPERATORS + "/coop-brie/remove", Map.of("was", "Coop")))
                .contains("It is removed.");
        assertThat(yaml()).isEqualTo(before);
    }

    @Test
    void rulesCapsAndBridgesOfTheNetworkStandInAForm() {
        TestClient admin = english(ADMIN);
        PlaceSheet form = PlaceSheet.at(admin, NETWORK);
        assertThat(form.value("mailDomain")).isEqualTo("rooms.it77.example");
        assertThat(form.value("bridges.0.id")).isEqualTo("pont-jitsi");
        PlaceSheet second = PlaceSheet.at(admin, NETWORK);

        assertThat(shown(
                        admin,
                        form.with("rules.longest", "11 h")
                                .with("caps.person.holds", "7")
                                .with("caps.organisations.0.id", "grand-groupe")
                                .with("caps.organisations.0.holds", "100")
                                .with("bridges.pont-jitsi.changes.0.from", "2028-01-10")
                                .with("bridges.pont-jitsi.changes.0.ports", "20")
                                .send()))
                .contains("It is saved, and in force.");
        assertThat(yaml())
                .contains("longest: PT11H", "person: {holds: 7, openBookings", "grand-groupe: {holds: 100}")
                .contains(
                        "pont-jitsi: {provider: jitsi, ports: 400, block: 10, changes: [{from: '2028-01-10', ports: 20}]}")
                .contains("# `organisations` may follow");
        assertThat(admin.get("/directory/versions").body()).contains("by the form of the network’s rules");

        String told = second.with("rules.longest", "10 h").send().body();
        assertThat(told).contains("has changed this meanwhile", "12 h, now 11 h");
        assertThat(shown(
                        admin,
                        PlaceSheet.at(admin, NETWORK)
                                .with("bridges.0.ports", "300")
                                .send()))
                .contains("It is saved");
        assertThat(yaml()).as("what the table has no column for stays").contains("ports: 300, block: 10, changes: [");
        String wrong = PlaceSheet.at(admin, NETWORK)
                .with("mailDomain", "No Domain")
                .with("caps.person.holds", "many")
                .with("bridges.0.provider", "")
                .send()
                .body();
        assertThat(wrong).contains("href=\"#mailDomain\"", "href=\"#caps.person.holds\"", "href=\"#bridges\"");
    }

    @Test
    void aManagerReadsWhatWasChangedOfTheirRoomsAndNoMore() {
        TestClient manager = english(MANAGER);
        TestClient admin = english(ADMIN);
        String suite = "/manage/places/melun/rooms/melun-telepresence";
        PlaceSheet.at(admin, suite)
                .with("endpoint.codec.credential", "codec-of-history")
                .send();
        PlaceSheet.at(manager, SEINE)
                .with("capacity", "9")
                .with("name", "<i>Seine</i>")
                .send();
        as(ADMIN).putYaml(DIRECTORY, yaml().replace("Salle Almont", "Almont").replace("name: Chelles", "name: Hidden"));

        assertThat(manager.get(SEINE + "/history").body())
                .contains("Accueil de Melun", "on a page", "8, now 9", "&lt;i&gt;Seine&lt;/i&gt;")
                .doesNotContain("Almont", "<i>Seine");
        assertThat(manager.get("/manage/places/melun/history").body())
                .contains("Salle Almont, now Almont", "by a file", "8, now 9")
                .doesNotContain("codec-of-history", "Hidden");
        assertThat(manager.get(suite + "/history").body()).doesNotContain("codec-of-history");
        assertThat(admin.get(suite + "/history").body()).contains("codec-of-history");
        assertThat(manager.get("/manage/places/chelles/history").statusCode()).isEqualTo(404);
        assertThat(manager.get("/manage/places/melun/rooms/chelles-visio/history")
                        .statusCode())
                .isEqualTo(404);
        assertThat(browserOf(MANAGER)
                        .with("Accept-Language", "fr")
                        .get(SEINE + "/history")
                        .body())
                .contains("Ce qui a changé\u202f: ", "sur une page");
    }

    @Test
    void nobodyElseHasThesePages() {
        for (String who : List.of(MANAGER, CAMILLE)) {
            TestClient browser = browserOf(who);
            String csrf = browser.csrfOf("/password");
            for (String path : List.of(NETWORK, OPERATORS, NEW_SITE, "/manage/places/melun/remove")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
                assertThat(browser.postForm(path, Map.of("_csrf", csrf, "id", "x-y", "name", "Mine", "seen", "1"))
                                .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(browser.postForm(OPERATORS + "/ville-de-melun/remove", Map.of("_csrf", csrf))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(yaml()).isEqualTo(before);
    }
}
