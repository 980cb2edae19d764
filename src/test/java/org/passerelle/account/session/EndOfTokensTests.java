package org.passerelle.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

class EndOfTokensTests extends HttpTest {

    private static final String TOKENS = "/api/v1/tokens";

    private TestClient member(String name) {
        String email = name + "@atelier-brie.example";
        as(ADMIN).put("/api/v1/admin/people/" + email, """
                {"name":"%s","role":"MEMBER","organisation":"atelier-brie","password":"premier-mot-1"}""".formatted(name));
        return anonymous().withBasic(email, "premier-mot-1");
    }

    private static JsonNode make(TestClient maker, String more) {
        return TestClient.json(maker.post(TOKENS, "{\"name\":\"x\"" + more + "}"));
    }

    private TestClient by(JsonNode token) {
        return anonymous().withBearer(token.get("token").asString());
    }

    private static boolean works(TestClient client) {
        return client.get("/api/v1/me").statusCode() == 200;
    }

    @Test
    void endsATokenWithTheOneThatMadeIt() {
        TestClient owner = member("famille");
        JsonNode first = make(owner, "");
        JsonNode other = make(owner, "");
        JsonNode child = make(by(first), "");
        JsonNode grandchild = make(by(child), "");
        assertThat(works(by(grandchild))).isTrue();

        owner.delete(TOKENS + "/" + first.get("id").asString());

        assertThat(works(by(first))).isFalse();
        assertThat(works(by(child))).isFalse();
        assertThat(works(by(grandchild))).isFalse();
        assertThat(works(by(other))).isTrue();
        assertThat(owner.get(TOKENS).body()).doesNotContain(child.get("id").asString());
    }

    @Test
    void letsNoTokenOutliveTheOneThatMadeIt() {
        TestClient owner = member("terme");
        String end = clock.instant().plusSeconds(600).toString();
        JsonNode parent = make(owner, ",\"expiresAt\":\"" + end + "\"");

        JsonNode endless = make(by(parent), "");
        JsonNode later = make(by(parent), ",\"expiresAt\":\"" + clock.instant().plusSeconds(6_000) + "\"");

        for (JsonNode listed : TestClient.json(owner.get(TOKENS)).get("items")) {
            assertThat(listed.get("expiresAt").asString()).isEqualTo(end);
        }
        clock.advance(java.time.Duration.ofSeconds(600));
        assertThat(works(by(endless))).isFalse();
        assertThat(works(by(later))).isFalse();
    }

    @Test
    void refusesToMakeAChainOfTokensLongerThanNine() {
        JsonNode token = make(member("chaine"), "");
        for (int i = 0; i < AccessTokens.MOST_ANCESTORS; i++) {
            token = make(by(token), "");
        }

        HttpResponse<String> refused = by(token).post(TOKENS, "{\"name\":\"x\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("make one with your password");
    }

    @Test
    void endsAllTokensWithThePasswordUnderWhichTheyWereMade() {
        TestClient owner = member("secret");
        JsonNode before = make(owner, "");

        owner.put("/api/v1/me/password", "{\"present\":\"premier-mot-1\",\"next\":\"second-mot-2\"}");

        assertThat(works(by(before))).isFalse();
        TestClient renewed = anonymous().withBasic("secret@atelier-brie.example", "second-mot-2");
        assertThat(renewed.get(TOKENS).body()).contains("\"items\":[]");
        JsonNode after = make(renewed, "");
        member("secret");
        assertThat(works(by(after))).isFalse();
    }

    @Test
    void endsAllTokensWhenAskedTo() {
        TestClient owner = member("tout");
        JsonNode one = make(owner, "");
        JsonNode other = make(by(one), "");

        assertThat(by(one).delete(TOKENS).statusCode()).isEqualTo(204);

        assertThat(works(by(one))).isFalse();
        assertThat(works(by(other))).isFalse();
        assertThat(owner.get(TOKENS).body()).contains("\"items\":[]");
    }
}
