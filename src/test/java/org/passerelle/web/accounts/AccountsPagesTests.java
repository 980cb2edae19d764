package org.passerelle.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;

/** Accounts and organisations, kept on pages; in March 2027 at Rebais, where no other test books then. */
class AccountsPagesTests extends HttpTest {

    private static final String GOOD = "quatre mots au hasard";

    private TestClient admin() {
        return browserOf(ADMIN).with("Accept-Language", "en");
    }

    private static String shown(TestClient browser, HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(next -> browser.get(next).body())
                .orElse(answer.body());
    }

    private static Map<String, String> person(String email, String name, String role) {
        Map<String, String> form = new HashMap<>(Map.of("email", email, "name", name, "role", role));
        form.put("organisation", "atelier-brie");
        form.put("password", GOOD);
        return form;
    }

    private static String seen(TestClient browser, String page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"")
                .matcher(browser.get(page).body());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    @Test
    void somebodyIsAddedFoundChangedAndEnded() {
        TestClient admin = admin();
        String page = "/people/zoe.ajout@atelier-brie.example";

        String added = admin.postedAndShown(
                "/people/new", person("zoe.ajout@atelier-brie.example", "Zoé <b>Ajout</b>", "MEMBER"));
        assertThat(added)
                .contains("The account is there.", "Zoé &lt;b&gt;Ajout")
                .doesNotContain("<b>Ajout");
        assertThat(anonymous()
                        .withCookies()
                        .signIn("zoe.ajout@atelier-brie.example", GOOD)
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.get("/people?q=ajout+brie").body()).contains(page, "1 person");
        assertThat(admin.get("/people?q=ajout&role=SITE_MANAGER").body()).contains("Nobody");

        Map<String, String> manager = person("", "Zoé Ajout", "SITE_MANAGER");
        manager.put("password", "");
        manager.put("sites", "rebais");
        manager.put("seen", seen(admin, page));
        assertThat(admin.postedAndShown(page, manager)).contains("It is saved.");
        assertThat(as(ADMIN).get("/api/v1/admin/people?limit=1000").body()).contains("\"rebais\"");

        assertThat(admin.postedAndShown(page, manager))
                .as("read before it was changed")
                .contains("Somebody else has changed this account");
        assertThat(shown(admin, admin.postForm(page + "/end", Map.of("_csrf", admin.csrfOf(page)))))
                .contains("The access of zoe.ajout@atelier-brie.example has ended");
        assertThat(admin.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsChanged() {
        TestClient admin = admin();

        Map<String, String> wrong = person("no address", "", "KING");
        wrong.put("organisation", "");
        assertThat(admin.postedAndShown("/people/new", wrong))
                .contains("This is no mail address.", "Say what they are called", "Choose a role.");
        assertThat(admin.postedAndShown("/people/new", person("yann@atelier-brie.example", "Yann", "SITE_MANAGER")))
                .contains("A site manager manages at least one site");
        Map<String, String> easy = person("yann@atelier-brie.example", "Yann", "MEMBER");
        easy.put("password", "password");
        assertThat(admin.postedAndShown("/people/new", easy)).contains("commonest passwords");
        assertThat(admin.postedAndShown("/people/new", person(CAMILLE, "Mine now", "MEMBER")))
                .contains("Somebody has this address already");
        assertThat(browserOf(ADMIN)
                        .with("Accept-Language", "fr")
                        .postedAndShown("/people/new", person("x", "Yann", "MEMBER")))
                .contains("Ce n’est pas une adresse de courriel.");
        assertThat(admin.get("/people?q=yann").body()).contains("Nobody");
        assertThat(admin.get("/people/" + CAMILLE).body()).contains("Camille").doesNotContain("Mine now");
    }

    @Test
    void theLastAdministratorRemains() {
        TestClient admin = admin();
        String page = "/people/" + ADMIN;
        Map<String, String> member = person("", "Nobody", "MEMBER");
        member.put("password", "");
        member.put("seen", seen(admin, page));

        assertThat(admin.postedAndShown(page, member)).contains("Somebody must remain to administer the network.");
        assertThat(shown(admin, admin.postForm(page + "/end", Map.of("_csrf", admin.csrfOf(page)))))
                .contains("Somebody must remain");
        assertThat(admin.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void accessEndsOnceItIsSaidWhatBecomesOfBookings() {
        TestClient admin = admin();
        String email = "xavier.part@atelier-brie.example";
        admin.postedAndShown("/people/new", person(email, "Xavier Part", "MEMBER"));
        String booking = BookingBody.at("2027-03-09T10:00", "rebais-visio")
                .bookedBy(anonymous().withBasic(email, GOOD))
                .get("id")
                .asString();
        String page = "/people/" + email;
        String token = TestClient.json(anonymous().withBasic(email, GOOD).post("/api/v1/tokens", """
                {"name":"laptop of Xavier","expiresAt":null}"""))
                .get("token")
                .asString();

        String csrf = admin.csrfOf(page);
        assertThat(shown(admin, admin.postForm(page + "/end", Map.of("_csrf", csrf))))
                .contains("There is one booking ahead");
        String tokens = admin.get(page).body();
        assertThat(tokens).contains("laptop of Xavier").doesNotContain(token);
        assertThat(shown(admin, admin.postForm(page + "/tokens", Map.of("_csrf", csrf))))
                .contains("It is revoked.", "They have none.");
        assertThat(anonymous().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(shown(
                        admin,
                        admin.postForm(
                                page + "/end",
                                Map.of("_csrf", csrf, "bookings", "HAND_OVER", "to", "nobody@x.example"))))
                .contains("Nobody of that address may get the bookings");
        assertThat(shown(
                        admin,
                        admin.postForm(page + "/end", Map.of("_csrf", csrf, "bookings", "HAND_OVER", "to", LOUIS))))
                .contains("has ended");
        assertThat(as(LOUIS).get(BookingBody.BOOKINGS + "/" + booking).body()).contains("CONFIRMED");
    }

    @Test
    void organisationsAreAddedChangedAndRemoved() {
        TestClient admin = admin();
        Map<String, String> club = new HashMap<>(Map.of("id", "club-de-go", "name", "Club de go", "hours", "12"));

        assertThat(sent(admin, club)).contains("It is saved.", "Club de go", "value=\"12\"");
        club.put("hours", "many");
        assertThat(sent(admin, club)).contains("A whole number of hours").contains("value=\"12\"");
        club.put("id", "No Id");
        assertThat(sent(admin, club)).contains("Only lower-case letters");
        assertThat(shown(
                        admin,
                        admin.postForm(
                                "/organisations/atelier-brie/remove", Map.of("_csrf", admin.csrfOf("/organisations")))))
                .contains("People still belong to it.");
        assertThat(shown(
                        admin,
                        admin.postForm(
                                "/organisations/club-de-go/remove", Map.of("_csrf", admin.csrfOf("/organisations")))))
                .contains("It is removed.")
                .doesNotContain("Club de go");
    }

    private static String sent(TestClient admin, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", admin.csrfOf("/organisations"));
        return shown(admin, admin.postForm("/organisations", form));
    }

    @Test
    void nobodyElseHasThesePagesNorGivesThemselvesARole() {
        for (String who : List.of(MANAGER, CAMILLE)) {
            TestClient browser = browserOf(who);
            for (String path : List.of("/people", "/people/new", "/people/" + CAMILLE, "/organisations")) {
                assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
            }
            List<Map.Entry<String, String>> form =
                    new ArrayList<>(person(who, "Me", "NETWORK_ADMINISTRATOR").entrySet());
            form.add(Map.entry("_csrf", browser.csrfOf("/password")));
            for (String path : List.of(
                    "/people/new",
                    "/people/" + who,
                    "/people/" + CAMILLE + "/tokens",
                    "/people/" + CAMILLE + "/end",
                    "/organisations")) {
                assertThat(browser.postForm(path, form).statusCode()).as(path).isEqualTo(404);
            }
        }
        assertThat(as(CAMILLE).get("/api/v1/me").body()).contains("MEMBER");
    }
}
