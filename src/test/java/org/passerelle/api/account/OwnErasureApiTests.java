package org.passerelle.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.OutsiderId;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whoever wants to be erased is asked for the password and for what becomes of their bookings, and by nobody else's leave. */
class OwnErasureApiTests extends HttpTest {

    private static final String ERASURE = "/api/v1/me/erasure";

    @Autowired
    private Accounts accounts;

    @Autowired
    private SentMails sent;

    @Autowired
    private Preferences preferences;

    @Autowired
    private MongoTemplate mongo;

    private void account(String email, String name) {
        assertThat(as(ADMIN)
                        .put("/api/v1/admin/people/" + email, """
                {"name":"%s","role":"MEMBER","organisation":"atelier-brie","password":"%s"}""".formatted(name, PASSWORD))
                        .statusCode())
                .isEqualTo(200);
    }

    private String booking(String email, String title, String start) {
        HttpResponse<String> made = as(email).post("/api/v1/bookings", """
                {"title":"%s","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","rooms":["lizy-sur-ourcq-visio"]}""".formatted(title, start));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    @Test
    void needsThePasswordOnceMore() {
        String email = "gone.one@atelier-brie.example";
        account(email, "Gone One");

        HttpResponse<String> wrong = as(email).post(ERASURE, "{\"password\":\"somebody else's\"}");
        HttpResponse<String> none = as(email).post(ERASURE, "{}");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"field\":\"password\"");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(as(email).get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void asksWhatBecomesOfBookingsAndHandsThemOverWithTheirTitles() {
        String email = "gone.two@atelier-brie.example";
        account(email, "Gone Two");
        String id = booking(email, "Réunion de Gone Two", "2026-06-10T09:00");
        String password = "{\"password\":\"" + PASSWORD + "\"";

        HttpResponse<String> unsaid = as(email).post(ERASURE, password + "}");
        HttpResponse<String> stranger =
                as(email).post(ERASURE, password + ",\"bookings\":\"HAND_OVER\",\"to\":\"" + NADIA + "\"}");
        HttpResponse<String> done =
                as(email).post(ERASURE, password + ",\"bookings\":\"HAND_OVER\",\"to\":\"" + LOUIS + "\"}");

        assertThat(unsaid.statusCode()).isEqualTo(409);
        assertThat(TestClient.json(unsaid).get("count").asInt()).isEqualTo(1);
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(as(email).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(TestClient.json(as(LOUIS).get("/api/v1/bookings/" + id))
                        .get("title")
                        .asString())
                .isEqualTo("Réunion de …");
    }

    @Test
    void anEndedAccountIsErasedAndNotWhoeverHasItsAddressNow() {
        String email = "moved.five@atelier-brie.example";
        account(email, "Moved Five");
        String id = accounts.idOf(new EmailAddress(email)).text();
        String old = booking(email, "Vieux projet", "2026-06-11T09:00");
        as(ADMIN).delete("/api/v1/admin/people/" + email + "?bookings=CANCEL");
        account(email, "Other Six");
        String present = booking(email, "Nouveau projet", "2026-06-11T11:00");

        HttpResponse<String> erased = as(ADMIN).post("/api/v1/admin/erasures", "{\"account\":\"" + id + "\"}");
        HttpResponse<String> current = as(ADMIN)
                .post(
                        "/api/v1/admin/erasures",
                        "{\"account\":\""
                                + accounts.idOf(new EmailAddress(email)).text() + "\"}");

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(201);
        assertThat(current.statusCode()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(TestClient.json(as(LOUIS).get("/api/v1/bookings/" + old))
                        .get("title")
                        .asString())
                .isEqualTo("…"));
        assertThat(TestClient.json(as(email).get("/api/v1/bookings/" + present))
                        .get("title")
                        .asString())
                .isEqualTo("Nouveau projet");
        assertThat(as(email).get("/api/v1/me").body()).contains("Other Six");
        // The account itself is the last that is erased.
        await().untilAsserted(() ->
                assertThat(accounts.contact(new AccountId(id)).email().value()).endsWith("@unknown.invalid"));
    }

    @Test
    void leavesSomebodyWhoAdministersTheNetwork() {
        HttpResponse<String> refused = as(ADMIN).post(ERASURE, "{\"password\":\"" + PASSWORD + "\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Somebody must remain");
    }

    @Test
    void isToBeHadOnAPage() {
        String email = "gone.three@atelier-brie.example";
        account(email, "Gone Three");
        TestClient browser = browserOf(email).with("Accept-Language", "en");
        String csrf = browser.csrfOf("/preferences/data");

        browser.postForm("/preferences/data/erase", Map.of("_csrf", csrf, "password", "wrong one"));
        assertThat(browser.get("/preferences/data").body()).contains("That is not your password.");
        HttpResponse<String> done =
                browser.postForm("/preferences/data/erase", Map.of("_csrf", csrf, "password", PASSWORD));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("You are erased");
        assertThat(browser.get("/preferences").statusCode()).isEqualTo(302);
    }

    @Test
    void theAdministratorSeesHowMuchThereIsAndErasesItOnAPage() {
        String visitor = "visitor.four@elsewhere.example";
        HttpResponse<String> made = as(CAMILLE).post("/api/v1/bookings", """
                {"title":"Avec un visiteur","start":"2026-06-10T14:00","timeZone":"Europe/Paris","duration":"PT1H",
                 "rooms":["lizy-sur-ourcq-visio"],"attendees":[{"email":"%s"}]}""".formatted(visitor));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        TestClient browser = browserOf(ADMIN).with("Accept-Language", "en");

        String page = browser.get("/erasures?email=" + visitor).body();
        assertThat(page)
                .contains("Meetings you are invited to", "Has no account.")
                .doesNotContain("Avec un visiteur");
        browser.postForm(
                "/erasures", Map.of("_csrf", browser.csrfOf("/erasures"), "email", visitor, "bookings", "CALL_OFF"));

        assertThat(browser.get("/erasures").body()).contains("It is under way.");
        await().untilAsserted(() -> assertThat(as(CAMILLE)
                        .get("/api/v1/bookings/"
                                + TestClient.json(made).get("id").asString())
                        .body())
                .contains("Avec un visiteur")
                .doesNotContain(visitor));
        assertThat(browserOf(MANAGER).get("/erasures").statusCode()).isEqualTo(404);
    }

    @Test
    void anAdministratorsCopyHoldsWhatIsKeptAndIsNotedAndTold() {
        String email = "copied.one@atelier-brie.example";
        account(email, "Copied One");
        String id = booking(email, "Réunion confidentielle", "2026-06-11T09:00");
        String order = "{\"email\":\"" + email + "\"}";

        HttpResponse<String> copy = as(ADMIN).post("/api/v1/admin/exports", order);

        assertThat(copy.statusCode()).as(copy.body()).isEqualTo(200);
        assertThat(TestClient.json(copy).get("data").propertyNames()).contains("people", "bookings");
        assertThat(copy.body()).contains("Réunion confidentielle", id).doesNotContain("password");
        assertThat(copy.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(as(MANAGER).post("/api/v1/admin/exports", order).statusCode())
                .isEqualTo(403);
        String account =
                accounts.person(new EmailAddress(email)).orElseThrow().id().text();
        assertThat(as(ADMIN).get("/api/v1/admin/exports").body()).contains(account, ADMIN);
        await().until(() ->
                !sent.to(email, subject -> subject.contains("copie")).isEmpty());
        as(email).delete("/api/v1/bookings/" + id);
    }

    @Test
    void thePageOfErasuresGivesTheCopyAsAFile() {
        TestClient browser = browserOf(ADMIN);

        HttpResponse<String> file = browser.postForm(
                "/erasures/copy", Map.of("_csrf", browser.csrfOf("/erasures?email=" + LOUIS), "email", LOUIS));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(file.body()).contains(LOUIS);
        String louis =
                accounts.person(new EmailAddress(LOUIS)).orElseThrow().id().text();
        assertThat(browser.with("Accept-Language", "en").get("/erasures").body())
                .contains("Copies made of what is kept of others", "by Administration du réseau", "Account " + louis);
        assertThat(browser.with("Accept-Language", "fr").get("/erasures").body())
                .contains("Copies faites de ce qui est conservé", "par Administration du réseau");
    }

    @Test
    void theLanguageOfAGuestGoesWithTheirAddress() {
        OutsiderId guest = new OutsiderId(new EmailAddress("parti@ailleurs.example"));
        OutsiderId other = new OutsiderId(new EmailAddress("resté@ailleurs.example"));
        Preference french = new Preference(Optional.of(Locale.FRENCH), Optional.empty());
        preferences.put(guest, french);
        preferences.put(other, french);

        HttpResponse<String> begun = as(ADMIN).post("/api/v1/admin/erasures", "{\"email\":\"Parti@ailleurs.example\"}");

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        await().until(() -> mongo.getCollection("preferences").countDocuments(new Document("_id", guest.text())) == 0);
        assertThat(mongo.getCollection("preferences").countDocuments(new Document("_id", other.text())))
                .isOne();
    }
}
