package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.session.BrowserSessions;

class AccessPageTests extends HttpTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:149.0) Gecko/20100101 Firefox/149.0";
    private static final String SAFARI =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Safari/604.1";
    private static final Pattern END_OF_A_SESSION = Pattern.compile("/preferences/sessions/[^\"/]+/end");
    private static final Pattern END_OF_A_TOKEN = Pattern.compile("/preferences/tokens/[^\"/]+/end");

    private void make(String email) {
        as(ADMIN).put("/api/v1/admin/people/" + email, """
                {"name":"X","role":"MEMBER","organisation":"atelier-brie","password":"%s"}""".formatted(PASSWORD));
    }

    private TestClient browser(String email, String agent) {
        TestClient browser = anonymous().withCookies().with("User-Agent", agent).with("Accept-Language", "en");
        browser.signIn(email, PASSWORD);
        return browser;
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static boolean isSignedIn(TestClient browser) {
        return browser.get("/preferences").statusCode() == 200;
    }

    @Test
    void endsAnotherBrowserAndATokenOneByOne() {
        String email = "navigateurs@atelier-brie.example";
        make(email);
        TestClient desk = browser(email, FIREFOX);
        TestClient phone = browser(email, SAFARI);
        String token = TestClient.json(as(email).post("/api/v1/tokens", "{\"name\":\"outlook\"}"))
                .get("token")
                .asString();
        assertThat(isSignedIn(phone)).isTrue();

        String page = desk.get("/preferences").body();
        assertThat(page).contains("Firefox, Windows", "this browser", "Safari, iPhone", "Token “outlook”");
        Map<String, String> csrf = Map.of("_csrf", desk.csrfOf("/preferences"));
        desk.postForm(first(END_OF_A_SESSION, page), csrf);
        desk.postForm(first(END_OF_A_TOKEN, page), csrf);

        assertThat(isSignedIn(phone)).isFalse();
        assertThat(anonymous().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(desk.get("/preferences").body()).contains("Ended.").doesNotContain("Safari", "outlook");
    }

    @Test
    void endsAllButTheBrowserThatAsks() {
        String email = "tous@atelier-brie.example";
        make(email);
        TestClient desk = browser(email, FIREFOX);
        TestClient phone = browser(email, SAFARI);
        String token = TestClient.json(as(email).post("/api/v1/tokens", "{\"name\":\"outlook\"}"))
                .get("token")
                .asString();
        assertThat(isSignedIn(phone)).isTrue();

        desk.postForm("/preferences/end-all", Map.of("_csrf", desk.csrfOf("/preferences")));

        assertThat(isSignedIn(desk)).isTrue();
        assertThat(isSignedIn(phone)).isFalse();
        assertThat(anonymous().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void endsABrowserThatHasAskedForNothingSinceItSignedIn() {
        String email = "muet@atelier-brie.example";
        make(email);
        TestClient desk = browser(email, FIREFOX);
        TestClient phone = browser(email, SAFARI);

        assertThat(desk.get("/preferences").body()).contains("Safari, iPhone");
        desk.postForm("/preferences/end-all", Map.of("_csrf", desk.csrfOf("/preferences")));

        assertThat(isSignedIn(phone)).isFalse();
    }

    @Test
    void tellsWhoSignsInWhereSomebodyElseIsFromThem() {
        make("avant@atelier-brie.example");
        make("apres@atelier-brie.example");
        TestClient shared = browser("avant@atelier-brie.example", SAFARI);
        assertThat(isSignedIn(shared)).isTrue();
        shared.signIn("apres@atelier-brie.example", PASSWORD);
        TestClient before = browser("avant@atelier-brie.example", FIREFOX);
        TestClient after = browser("apres@atelier-brie.example", FIREFOX);

        assertThat(before.get("/preferences").body()).doesNotContain("Safari, iPhone");
        before.postForm("/preferences/end-all", Map.of("_csrf", before.csrfOf("/preferences")));
        assertThat(isSignedIn(shared)).isTrue();
        after.postForm("/preferences/end-all", Map.of("_csrf", after.csrfOf("/preferences")));
        assertThat(isSignedIn(shared)).isFalse();
    }

    @Test
    void countsABrowserOnceHoweverOftenItSignsIn() {
        String email = "encore@atelier-brie.example";
        make(email);
        TestClient desk = browser(email, FIREFOX);
        TestClient phone = browser(email, SAFARI);

        for (int i = 0; i < BrowserSessions.MOST + 2; i++) {
            phone.signIn(email, PASSWORD);
        }

        assertThat(isSignedIn(phone)).isTrue();
        assertThat(isSignedIn(desk)).isTrue();
    }

    @Test
    void endsNothingOfSomebodyElse() {
        make("une@atelier-brie.example");
        make("voisine@atelier-brie.example");
        TestClient one = browser("une@atelier-brie.example", FIREFOX);
        TestClient phone = browser("une@atelier-brie.example", SAFARI);
        assertThat(isSignedIn(phone)).isTrue();
        String end = first(END_OF_A_SESSION, one.get("/preferences").body());
        TestClient other = browser("voisine@atelier-brie.example", FIREFOX);

        other.postForm(end, Map.of("_csrf", other.csrfOf("/preferences")));

        assertThat(isSignedIn(phone)).isTrue();
    }

    @Test
    void forgetsABrowserThatHasSignedOut() {
        String email = "sorti@atelier-brie.example";
        make(email);
        TestClient desk = browser(email, FIREFOX);
        TestClient phone = browser(email, SAFARI);
        assertThat(isSignedIn(phone)).isTrue();
        assertThat(desk.get("/preferences").body()).contains("Safari, iPhone");

        phone.postForm("/sign-out", Map.of("_csrf", phone.csrfOf("/preferences")));

        assertThat(desk.get("/preferences").body()).doesNotContain("Safari, iPhone");
    }
}
