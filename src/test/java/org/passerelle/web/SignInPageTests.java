package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

class SignInPageTests extends HttpTest {

    @Test
    void bringsPeopleBackToThePageTheyWanted() {
        TestClient browser = anonymous().withCookies();

        HttpResponse<String> wanted = browser.get("/bookings?page=2");
        HttpResponse<String> signedIn = browser.signIn(CAMILLE, PASSWORD);

        assertThat(wanted.statusCode()).isEqualTo(302);
        assertThat(locationOf(wanted)).endsWith("/sign-in");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(locationOf(signedIn)).contains("/bookings?page=2");
    }

    @Test
    void changesTheSessionAtSignIn() {
        TestClient browser = anonymous().withCookies();

        String before = cookieOf(browser.get("/sign-in"));
        String after = cookieOf(browser.signIn(CAMILLE, PASSWORD));

        assertThat(before).contains("HttpOnly", "SameSite=Lax");
        assertThat(after).contains("HttpOnly", "SameSite=Lax").isNotEqualTo(before);
    }

    @Test
    void saysThatThePasswordIsWrong() {
        TestClient browser = anonymous().withCookies().with("Accept-Language", "fr");

        HttpResponse<String> refused = browser.signIn(CAMILLE, "wrong");

        assertThat(locationOf(refused)).endsWith("/sign-in?error");
        assertThat(browser.get("/sign-in?error").body()).contains("Adresse électronique ou mot de passe incorrect.");
    }

    @Test
    void offersEveryDemoAccountInTheLanguageOfTheVisitor() {
        HttpResponse<String> page =
                anonymous().withCookies().with("Accept-Language", "en").get("/sign-in");

        assertThat(page.body()).contains("Camille Girard", "site manager", "Try the demo as");
    }

    @Test
    void refusesSignInAndSignOutWithoutTheTokenOfTheForm() {
        TestClient browser = browserOf(CAMILLE);

        int in = browser.postForm("/sign-in", Map.of("email", CAMILLE, "password", PASSWORD))
                .statusCode();
        int out = browser.postForm("/sign-out", Map.of()).statusCode();

        assertThat(in).isEqualTo(403);
        assertThat(out).isEqualTo(403);
        assertThat(browser.get("/no-such-page").statusCode()).isEqualTo(404);
    }

    @Test
    void endsTheSessionAtSignOut() {
        TestClient browser = browserOf(CAMILLE);

        HttpResponse<String> out = browser.postForm("/sign-out", Map.of("_csrf", browser.csrfOf("/sign-in")));

        assertThat(locationOf(out)).endsWith("/sign-in?out");
        assertThat(browser.get("/no-such-page").statusCode()).isEqualTo(302);
    }

    @Test
    void allowsOnlyItsOwnScriptsAndStyles() {
        HttpResponse<String> page = anonymous().get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.body()).doesNotContain("<script>", "style=");
    }

    @Test
    void sendsABackgroundCallWithoutSessionToTheSignInPageAsAWhole() {
        HttpResponse<String> response = anonymous().with("HX-Request", "true").get("/bookings");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("HX-Redirect")).contains("/sign-in");
    }

    @Test
    void servesThePageOfTheApiUnderItsOwnPolicy() {
        HttpResponse<String> entry = anonymous().get("/docs/api");
        HttpResponse<String> page = anonymous().get(locationOf(entry));

        assertThat(entry.statusCode()).isEqualTo(302);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("style-src 'self' 'unsafe-inline'"));
    }

    private static String locationOf(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String cookieOf(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }
}
