package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.web.util.HtmlUtils;

class SignInPageTests extends HttpTest {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    @Test
    void whatAPageLoadsIsAtAddressesThatChangeWithItsContentAndMayBeKept() {
        for (String page : List.of(
                browserOf(CAMILLE).get("/day").body(),
                browserOf(CAMILLE).get("/bookings/none").body())) {
            List<String> assets =
                    ASSET.matcher(page).results().map(found -> found.group(1)).toList();

            assertThat(assets).isNotEmpty().allSatisfy(address -> {
                assertThat(address).matches("/assets/[a-z-]+-[0-9a-f]{32}\\.\\w+");
                HttpResponse<String> asset = anonymous().get(address);
                assertThat(asset.statusCode()).isEqualTo(200);
                assertThat(asset.headers().firstValue("Cache-Control").orElse(""))
                        .contains("max-age=31536000");
            });
        }
    }

    @Test
    void bringsPeopleBackToThePageTheyWanted() {
        TestClient browser = anonymous().withCookies();

        HttpResponse<String> wanted = browser.get("/bookings?page=2&title=%C3%A9t%C3%A9");
        String form = browser.get(locationOf(wanted)).body();
        HttpResponse<String> signedIn = signIn(browser, PASSWORD, nextIn(form));

        assertThat(wanted.statusCode()).isEqualTo(302);
        assertThat(locationOf(wanted)).startsWith("/sign-in?next=");
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(locationOf(signedIn)).isEqualTo("/bookings?page=2&title=%C3%A9t%C3%A9");
    }

    @Test
    void bringsPeopleThereAfterAWrongPasswordToo() {
        TestClient browser = anonymous().withCookies();

        HttpResponse<String> wrong = signIn(browser, "wrong", "/calendars");

        assertThat(locationOf(wrong)).isEqualTo("/sign-in?error&next=%2Fcalendars");
        assertThat(nextIn(browser.get(locationOf(wrong)).body())).isEqualTo("/calendars");
    }

    @Test
    void keepsTheAddressAfterAWrongPasswordAndTellsItToNobodyElse() {
        TestClient browser = anonymous().withCookies();

        HttpResponse<String> wrong = signIn(browser, "wrong", "");
        String again = browser.get(locationOf(wrong)).body();

        assertThat(locationOf(wrong)).doesNotContain(CAMILLE, "%40");
        assertThat(wrong.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .contains("tried=", "Path=/sign-in", "Max-Age=60", "HttpOnly", "SameSite=Lax"));
        assertThat(again).contains("value=\"" + CAMILLE + "\"", "autofocus");
        assertThat(anonymous().get("/sign-in").body()).doesNotContain(CAMILLE + "\" autofocus");
    }

    @Test
    void showsNothingThatIsNoAddress() {
        String page =
                anonymous().with("Cookie", "tried=PHNjcmlwdD4").get("/sign-in").body();

        assertThat(page).doesNotContain("&lt;script&gt;", "autofocus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/%0d%0aLocation:x\r\nLocation: https://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/\t/evil.example",
                "///evil.example",
                ""
            })
    void leadsNobodyElsewhere(String next) {
        TestClient browser = anonymous().withCookies();
        String page = browser.get("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                .body();

        HttpResponse<String> signedIn = signIn(browser, PASSWORD, next);

        assertThat(nextIn(page)).isEmpty();
        assertThat(locationOf(signedIn)).isEqualTo("/");
    }

    @Test
    void changesTheSessionAtSignIn() {
        TestClient browser = anonymous().withCookies();

        String before = cookiesOf(browser.get("/sign-in"));
        String first = cookiesOf(browser.signIn(CAMILLE, PASSWORD));
        String second = cookiesOf(browser.signIn(CAMILLE, PASSWORD));

        assertThat(before).contains("csrf=", "HttpOnly", "SameSite=Lax").doesNotContain("session=");
        assertThat(first).contains("session=", "HttpOnly", "SameSite=Lax");
        assertThat(second).contains("session=").isNotEqualTo(first);
    }

    @Test
    void takesNoTokenThatIsNotInTheCookie() {
        String token = anonymous().withCookies().csrfOf("/sign-in");

        HttpResponse<String> refused = anonymous()
                .withCookies()
                .postForm("/sign-in", Map.of("email", CAMILLE, "password", PASSWORD, "_csrf", token));

        assertThat(refused.statusCode()).isEqualTo(403);
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

    private static String cookiesOf(HttpResponse<String> response) {
        return String.join("\n", response.headers().allValues("Set-Cookie"));
    }

    private static HttpResponse<String> signIn(TestClient browser, String password, String next) {
        String token = browser.csrfOf("/sign-in");
        return browser.postForm(
                "/sign-in", Map.of("email", CAMILLE, "password", password, "_csrf", token, "next", next));
    }

    private static String nextIn(String page) {
        Matcher field = Pattern.compile("name=\"next\" value=\"([^\"]*)\"").matcher(page);
        return field.find() ? HtmlUtils.htmlUnescape(field.group(1)) : "";
    }
}
