package org.passerelle.web.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Changing one's own password on a page. */
class PasswordPageTests extends HttpTest {

    @Autowired
    private MongoTemplate mongo;

    private static final String ANNE = "yvette.page@atelier-brie.example";
    private static final String FIRST = "first of hers";
    private static final String SECOND = "second of hers";

    @BeforeEach
    void makeAnAccount() {
        ticker.advance(Duration.ofMinutes(10));
        assertThat(as(ADMIN)
                        .put(
                                "/api/v1/admin/people/" + ANNE,
                                "{\"name\":\"Anne\",\"role\":\"MEMBER\",\"organisation\":\"atelier-brie\",\"password\":\""
                                        + FIRST + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private TestClient anne() {
        TestClient browser = anonymous().withCookies().with("Accept-Language", "en");
        browser.signIn(ANNE, FIRST);
        return browser;
    }

    private static HttpResponse<String> change(TestClient browser, String present, String next, String again) {
        return browser.postForm(
                "/password",
                Map.of("_csrf", browser.csrfOf("/password"), "present", present, "next", next, "again", again));
    }

    @Test
    void changesItAndEndsSessions() {
        TestClient browser = anne();
        TestClient elsewhere = anne();

        HttpResponse<String> changed = change(browser, FIRST, SECOND, SECOND);

        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(browser.get("/sign-in?changed").body()).contains("Your password is changed.");
        assertThat(elsewhere.get("/bookings").statusCode()).isEqualTo(302);
        assertThat(anonymous().withBasic(ANNE, FIRST).get("/api/v1/me").statusCode())
                .isEqualTo(401);
        assertThat(anonymous().withBasic(ANNE, SECOND).get("/api/v1/me").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "first of hers, second of hers, third of hers, two different",
        "not hers, second of hers, second of hers, not your present password",
        "first of hers, short, short, less than 8 characters",
        "first of hers, password123, password123, 10&#44;000 commonest",
        "first of hers, YvettePage2026, YvettePage2026, your address"
    })
    void saysWhyItDoesNot(String present, String next, String again, String why) {
        TestClient browser = anne();

        HttpResponse<String> refused = change(browser, present, next, again);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(why.replace("&#44;", ","));
        assertThat(anonymous().withBasic(ANNE, FIRST).get("/api/v1/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhatMakesAGoodOneInBothLanguages() {
        TestClient browser = anne();

        assertThat(browser.get("/password").body()).contains("at least 8 characters", "10,000 commonest");
        assertThat(browser.with("Accept-Language", "fr").get("/password").body())
                .contains("au moins 8 caractères", "10\u00a0000 plus répandus");
    }

    @Test
    void tellsProgramsThatKeepPasswordsWhoseItIs() {
        assertThat(anne().get("/password").body())
                .contains("name=\"username\" autocomplete=\"username\" value=\"" + ANNE + "\"");
    }

    @Test
    void putsBackNoneThatWasChangedMeanwhileOnAnotherNode() {
        assertThat(anonymous().withBasic(ANNE, FIRST).get("/api/v1/me").statusCode())
                .isEqualTo(200);
        Query hers = Query.query(Criteria.where("email").is(ANNE));
        mongo.updateFirst(hers, Update.update("password", "{noop}of another node"), "people");

        HttpResponse<String> refused = anonymous()
                .withBasic(ANNE, FIRST)
                .put("/api/v1/me/password", "{\"present\":\"" + FIRST + "\",\"next\":\"" + SECOND + "\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(mongo.findOne(hers, Document.class, "people")).containsEntry("password", "{noop}of another node");
    }

    @Test
    void looksAtTenTriesInTenMinutes() {
        TestClient browser = anne();
        for (int i = 0; i < 10; i++) {
            assertThat(change(browser, "guess " + i, SECOND, SECOND).statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> stopped = change(browser, FIRST, SECOND, SECOND);

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(stopped.body()).contains("Too many attempts.");
    }
}
