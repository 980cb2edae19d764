package org.passerelle.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

class PeopleControllerTests extends HttpTest {

    private static final String PEOPLE = "/api/v1/admin/people/";
    private static final String ORGANISATIONS = "/api/v1/admin/organisations/";

    @Test
    void addsAPersonWhoCanThenSignIn() {
        String path = PEOPLE + "Yann@atelier-brie.example";

        HttpResponse<String> added = as(ADMIN).put(path, member("Yann", "long enough"));

        assertThat(added.statusCode()).isEqualTo(200);
        TestClient yann = anonymous().withBasic("yann@atelier-brie.example", "long enough");
        assertThat(yann.get("/api/v1/me").body()).contains("\"name\":\"Yann\"", "\"organisation\":\"atelier-brie\"");
    }

    @Test
    void keepsThePasswordWhenNoneIsGiven() {
        as(ADMIN).put(PEOPLE + "zoe@atelier-brie.example", member("Zoe", "long enough"));

        as(ADMIN).put(PEOPLE + "zoe@atelier-brie.example", member("Zoé", null));

        TestClient zoe = anonymous().withBasic("zoe@atelier-brie.example", "long enough");
        assertThat(zoe.get("/api/v1/me").body()).contains("\"name\":\"Zoé\"");
    }

    @Test
    void endsPasswordTokensAndSessionOfSomebodyRemoved() {
        String email = "leaving@atelier-brie.example";
        as(ADMIN).put(PEOPLE + email, member("Leaving", PASSWORD));
        TestClient browser = browserOf(email);
        String token = TestClient.json(as(email).post("/api/v1/tokens", "{\"name\":\"x\"}"))
                .get("token")
                .asString();

        int removed = as(ADMIN).delete(PEOPLE + email).statusCode();

        assertThat(removed).isEqualTo(204);
        assertThat(as(email).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(anonymous().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/no-such-page").statusCode()).isEqualTo(302);
    }

    @Test
    void dropsTheOldPasswordAtOnceWhenItIsChanged() {
        String email = "changing@atelier-brie.example";
        as(ADMIN).put(PEOPLE + email, member("Changing", PASSWORD));
        TestClient browser = browserOf(email);

        int changed = as(email)
                .put("/api/v1/me/password", "{\"present\":\"passerelle\",\"next\":\"another one\"}")
                .statusCode();

        assertThat(changed).isEqualTo(204);
        assertThat(as(email).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(anonymous().withBasic(email, "another one").get("/api/v1/me").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/no-such-page").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"X","role":"MEMBER","organisation":"atelier-brie"}                             | password
            {"name":"X","role":"MEMBER","organisation":"atelier-brie","password":"short"}          | password
            {"name":"X","role":"MEMBER","organisation":"nobody","password":"long enough"}          | organisation
            {"name":"X","role":"MEMBER","password":"long enough"}                                  | organisation
            {"name":"X","role":"SITE_MANAGER","password":"long enough"}                            | sites
            {"name":"X","role":"GUEST","organisation":"atelier-brie","sites":["melun"]}            | sites
            {"name":"X","role":"EMPEROR","password":"long enough"}                                 | role
            {"name":"","role":"NETWORK_ADMINISTRATOR","password":"long enough"}                    | name
            """)
    void refusesWhatMakesNoPerson(String body, String field) {
        HttpResponse<String> response = as(ADMIN).put(PEOPLE + "somebody@atelier-brie.example", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"" + field + "\"");
        assertThat(as(ADMIN).get("/api/v1/admin/people?limit=1000").body()).doesNotContain("somebody@");
    }

    @Test
    void keepsTheLastAdministrator() {
        HttpResponse<String> response = as(ADMIN).delete(PEOPLE + ADMIN);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Somebody must remain");
    }

    @Test
    void keepsTheNumberOfAnOrganisationAndRemovesItOnlyWhenEmpty() {
        int created = as(ADMIN)
                .put(ORGANISATIONS + "pays-de-seine", "{\"name\":\"Pays de Seine\",\"weeklyQuota\":\"PT20H\"}")
                .statusCode();
        String listed = as(ADMIN)
                .get(ORGANISATIONS.substring(0, ORGANISATIONS.length() - 1))
                .body();
        int inhabited = as(ADMIN).delete(ORGANISATIONS + "atelier-brie").statusCode();
        int empty = as(ADMIN).delete(ORGANISATIONS + "pays-de-seine").statusCode();

        assertThat(created).isEqualTo(200);
        assertThat(listed).contains("\"weeklyQuota\":\"PT20H\"", "\"id\":\"mairie-de-rebais\"");
        assertThat(inhabited).isEqualTo(400);
        assertThat(empty).isEqualTo(204);
    }

    @Test
    void pagesThroughPeople() {
        List<String> emails = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = TestClient.json(as(ADMIN).get("/api/v1/admin/people?limit=1" + cursor));
            assertThat(page.get("items")).hasSize(1);
            emails.add(page.get("items").get(0).get("email").asString());
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(emails).contains(ADMIN, CAMILLE, NADIA).isSorted().doesNotHaveDuplicates();
    }

    private static String member(String name, @Nullable String password) {
        return "{\"name\":\"" + name + "\",\"role\":\"MEMBER\",\"organisation\":\"atelier-brie\""
                + (password == null ? "" : ",\"password\":\"" + password + "\"") + "}";
    }
}
