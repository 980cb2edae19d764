package org.passerelle.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.passerelle.api.BookingBody;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who comes, on the form that books. */
class PeopleFieldTests extends HttpTest {

    private static final String FORM = "/book?site=coulommiers";

    @Autowired
    private AccountRegister register;

    private static Map<String, String> form(TestClient browser, String title, String date, String start) {
        Map<String, String> form = new HashMap<>();
        form.put("_csrf", browser.csrfOf(FORM));
        form.put("site", "melun");
        form.put("key", title);
        form.put("title", title);
        form.put("date", date);
        form.put("start", start);
        form.put("length", "PT1H");
        form.put("room", "melun-almont");
        return form;
    }

    private void account(String email, String name, Role role, String organisation) {
        register.put(
                new PersonEntry(new EmailAddress(email), name, role, Optional.of(organisation), Set.of()),
                Optional.of(PASSWORD));
    }

    @Test
    void invitesWhoeverIsNamedByAddressOrByName() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Accueil des quatre", "2028-02-08", "09:00");
        form.put("invited", "moreau LOUIS, \"Roe, Ann\" <ann.roe@example.org>; bob@example.net");
        form.put("guests", "Jane Doe, Acme\nJohn Doe");

        HttpResponse<String> answer = browser.postForm("/book", form);

        String path = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        JsonNode stored = TestClient.json(as(CAMILLE).get("/api/v1" + path));
        assertThat(stored.get("attendees").findValuesAsString("email"))
                .containsExactly(LOUIS, "ann.roe@example.org", "bob@example.net");
        assertThat(stored.get("attendees").get(1).get("name").asString()).isEqualTo("Roe, Ann");
        assertThat(as(CAMILLE).get("/api/v1" + path + "/guests").body()).contains("Jane Doe", "Acme", "John Doe");
    }

    @Test
    void booksNothingForANameThatNobodyHasAndLosesNothingTyped() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Sans Gaston", "2028-02-08", "11:00");
        form.put("invited", "Gaston Inconnu, nadia@grandgroupe.example");
        form.put("guests", "Jane Doe");

        HttpResponse<String> answer = browser.postForm("/book", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("“Gaston Inconnu” is the name of nobody", "href=\"#invited\"");
        assertThat(answer.body())
                .contains("value=\"Gaston Inconnu, nadia@grandgroupe.example\"", ">Jane Doe</textarea>");
        assertThat(as(CAMILLE).get("/api/v1/bookings").body()).doesNotContain("Sans Gaston");
    }

    @Test
    void saysWhichAddressIsNone() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Adresses", "2028-02-08", "13:00");
        form.put("invited", "bob@example.net, not@an@address, bob@example.net");

        assertThat(browser.postForm("/book", form).body())
                .contains("The address in place 2 is none", "The address in place 3 is there already");
    }

    /** Nor whether somebody of another firm has an account. */
    @Test
    void offersNobodyWhomOneDoesNotKnow() {
        account("visitor2@atelier-brie.example", "Visitor", Role.GUEST, "atelier-brie");
        String title = "Rencontre rare";
        BookingBody.at("2028-02-09T09:00", "melun-almont")
                .called(title)
                .with("attendees", "[{\"email\":\"zoe.quincampoix@example.org\",\"name\":\"Zoé Quincampoix\"}]")
                .bookedBy(as(CAMILLE));

        assertThat(offered(CAMILLE, "loui")).contains("value=\"" + LOUIS + "\"", "Louis Moreau");
        assertThat(offered(CAMILLE, "bob@example.net, quin")).contains("zoe.quincampoix@example.org");
        assertThat(offered(CAMILLE, "zoe.quincampoix@example.org, quin")).doesNotContain("zoe.quincampoix");
        assertThat(offered(LOUIS, "quin")).doesNotContain("zoe.quincampoix");
        assertThat(offered(CAMILLE, "nad")).doesNotContain(NADIA);
        assertThat(offered(NADIA, "loui")).doesNotContain("Louis");
        assertThat(offered("visitor2@atelier-brie.example", "loui")).doesNotContain("Louis");
        assertThat(offered(CAMILLE, "")).doesNotContain("value=\"" + CAMILLE + "\"");
    }

    private String offered(String who, String typed) {
        HttpResponse<String> answer =
                browserOf(who).get("/book/people?invited=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void offersFewAtATime() {
        for (int i = 0; i < KnownPeople.MOST_OFFERED + 3; i++) {
            account("crowd%d@grandgroupe.example".formatted(i), "Foule " + i, Role.MEMBER, "grand-groupe");
        }

        assertThat(offered(NADIA, "foule").split("<option")).hasSize(KnownPeople.MOST_OFFERED + 1);
    }

    @Test
    void tellsWhichColleaguesAreBusyAndNotWhatFor() {
        BookingBody.at("2028-02-10T09:30", "melun-seine")
                .called("Chez le notaire")
                .bookedBy(as(LOUIS));
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Libre", "2028-02-10", "09:00");
        form.put("invited", LOUIS + ", " + NADIA);
        form.put("look", "1");

        String page = browser.postForm("/book", form).body();

        assertThat(page)
                .contains("Louis Moreau has another meeting then, 09:30–10:30.")
                .doesNotContain("notaire");
        form.put("start", "10:30");
        assertThat(browser.postForm("/book", form).body()).doesNotContain("another meeting");
    }
}
