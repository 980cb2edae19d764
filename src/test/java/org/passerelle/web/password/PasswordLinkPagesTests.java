package org.passerelle.web.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;

/** A password is set by a link in a mail: by somebody new, and by somebody who has forgotten theirs. */
class PasswordLinkPagesTests extends HttpTest {

    private static final Pattern LINK = Pattern.compile("http://[^\\s]+(/new-password/[A-Za-z0-9._-]+)");
    private static final String INVITED = "Un compte vous attend";
    private static final String FORGOTTEN = "Choisir un nouveau mot de passe";
    private static final String FIRST = "cheval pile agrafe";
    private static final String SECOND = "batterie correcte chevaline";

    @Autowired
    private SentMails sent;

    private TestClient browser() {
        return anonymous().withCookies().with("Accept-Language", "en");
    }

    private String added(String email) {
        return browserOf(ADMIN)
                .with("Accept-Language", "en")
                .postedAndShown(
                        "/people/new",
                        Map.of("email", email, "name", "Ida Neuf", "role", "MEMBER", "organisation", "atelier-brie"));
    }

    /** The path of the link in the mail to {@code email} whose subject has {@code subject}. */
    private String link(String email, String subject) {
        String text = Awaitility.await()
                .until(() -> sent.to(email, each -> each.contains(subject)), mails -> !mails.isEmpty())
                .get(0)
                .text("text/plain")
                .orElseThrow();
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> set(String link, String password) {
        return browser().postForm(link, Map.of("next", password, "again", password));
    }

    private HttpResponse<String> forgotten(TestClient client, String email) {
        return client.postForm("/forgotten", Map.of("email", email));
    }

    private int signInAs(String email, String password) {
        return anonymous().withBasic(email, password).get("/api/v1/me").statusCode();
    }

    @Test
    void somebodyNewChoosesOneByTheLinkThatIsGoodOnce() {
        String email = "ida.neuf@atelier-brie.example";

        assertThat(added(email)).contains("A mail with a link to choose a password is on its way");
        String link = link(email, INVITED);

        assertThat(browser().get(link).body()).contains(email, "Choose a password");
        assertThat(set(link, "password").body()).contains("commonest passwords");
        assertThat(browser()
                        .postForm(link, Map.of("next", FIRST, "again", SECOND))
                        .body())
                .contains("two different new passwords");
        assertThat(set(link, FIRST).headers().firstValue("Location")).hasValue("/sign-in?changed");
        assertThat(signInAs(email, FIRST)).isEqualTo(200);

        assertThat(browser().get(link).statusCode()).isEqualTo(404);
        assertThat(set(link, SECOND).body()).contains("This link has been used, or is too old.");
        assertThat(signInAs(email, FIRST)).isEqualTo(200);
    }

    @Test
    void whoeverHasForgottenTheirsSetsAnotherWhichEndsSessionsAndTokens() {
        String email = "ida.perdu@atelier-brie.example";
        added(email);
        set(link(email, INVITED), FIRST);
        TestClient elsewhere = browser();
        elsewhere.signIn(email, FIRST);
        String token = TestClient.json(
                        anonymous().withBasic(email, FIRST).post("/api/v1/tokens", "{\"name\":\"laptop\"}"))
                .get("token")
                .asString();

        assertThat(forgotten(browser(), email).statusCode()).isEqualTo(302);
        String link = link(email, FORGOTTEN);

        assertThat(signInAs(email, FIRST)).as("asking changes nothing").isEqualTo(200);
        assertThat(TestClient.json(anonymous().withBasic(email, FIRST).get("/api/v1/sessions"))
                        .get("items"))
                .hasSize(1);
        assertThat(set(link, SECOND).statusCode()).isEqualTo(302);
        assertThat(signInAs(email, FIRST)).isEqualTo(401);
        assertThat(signInAs(email, SECOND)).isEqualTo(200);
        assertThat(elsewhere.get("/bookings").statusCode()).isEqualTo(302);
        assertThat(TestClient.json(anonymous().withBasic(email, SECOND).get("/api/v1/sessions"))
                        .get("items"))
                .isEmpty();
        assertThat(anonymous().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserIsSignedOutByAProgramOfItsOwner() {
        String email = "ida.partout@atelier-brie.example";
        added(email);
        set(link(email, INVITED), FIRST);
        TestClient elsewhere = browser();
        elsewhere.signIn(email, FIRST);
        TestClient own = anonymous().withBasic(email, FIRST);
        String id =
                TestClient.json(own.get("/api/v1/sessions")).at("/items/0/id").asString();

        assertThat(as(CAMILLE).delete("/api/v1/sessions/" + id).statusCode()).isEqualTo(204);
        assertThat(elsewhere.get("/bookings").statusCode()).as("another's").isEqualTo(200);
        assertThat(own.delete("/api/v1/sessions/" + id).statusCode()).isEqualTo(204);

        assertThat(elsewhere.get("/bookings").statusCode()).isEqualTo(302);
    }

    @Test
    void aLinkIsGoodForHalfAnHour() {
        String email = "ida.lente@atelier-brie.example";
        added(email);
        set(link(email, INVITED), FIRST);
        forgotten(browser(), email);
        String link = link(email, FORGOTTEN);

        clock.advance(Duration.ofMinutes(29));
        assertThat(browser().get(link).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(2));

        assertThat(browser().get(link).statusCode()).isEqualTo(404);
        assertThat(set(link, SECOND).statusCode()).isEqualTo(404);
        assertThat(signInAs(email, FIRST)).isEqualTo(200);
    }

    /** Not in the answer, and not in how often one may ask. */
    @Test
    void nothingTellsWhetherThereIsAnAccount() {
        String known = "ida.connue@atelier-brie.example";
        added(known);
        link(known, INVITED);
        TestClient elsewhere = browser();

        for (String email : List.of(known, "nobody.of.that.name@atelier-brie.example")) {
            for (int times = email.equals(known) ? 1 : 0; times < 3; times++) {
                HttpResponse<String> asked = forgotten(elsewhere, email);
                assertThat(asked.statusCode()).isEqualTo(302);
                assertThat(asked.headers().firstValue("Location")).hasValue("/forgotten?sent");
            }
            assertThat(forgotten(elsewhere, email).statusCode()).isEqualTo(429);
        }
        Awaitility.await().until(() -> sent.to(known).size() == 3);
        assertThat(sent.to("nobody.of.that.name@atelier-brie.example")).isEmpty();
    }

    @Test
    void aLinkWorksForNoOtherAccountAndNoOtherEnd() {
        String email = "ida.fausse@atelier-brie.example";
        added(email);
        String link = link(email, INVITED);
        String[] parts = link.substring("/new-password/".length()).split("\\.");

        for (String forged : List.of(
                "x" + parts[0] + "." + parts[1] + "." + parts[2],
                parts[0] + ".zzzzzzzzzz." + parts[2],
                parts[0] + "." + parts[1] + "."
                        + parts[2].replace(parts[2].charAt(0), parts[2].charAt(0) == 'a' ? 'b' : 'a'),
                parts[0] + "." + parts[1])) {
            assertThat(browser().get("/new-password/" + forged).statusCode())
                    .as(forged)
                    .isEqualTo(404);
        }
        assertThat(browser().get(link).statusCode()).isEqualTo(200);
    }
}
