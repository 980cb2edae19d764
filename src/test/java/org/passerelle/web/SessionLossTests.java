package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A session that ends in the middle loses no form of the program. */
class SessionLossTests extends HttpTest {

    /** Whoever opens these has no session that could end; the link is what lets in. */
    private static final Pattern WITHOUT_SESSION = Pattern.compile(
            "/(join|answer|decide|reply|guest|s|instead|unsubscribe|check-in|rescue|forgotten|new-password|sign-in)(/.*)?");

    /** What cannot be kept: passwords are not to be, and the browser does not hand out a file twice. */
    private static final Set<String> NOT_KEPT = Set.of("/password", "/passkeys");

    private static final String TYPED = "Réunion \"d’équipe\" <b>&amp;</b>\r\nà 9 h";
    private static final String SHOWN = "value=\"Réunion &quot;d’équipe&quot; &lt;b&gt;&amp;amp;&lt;/b&gt;";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** Where the pages of the program send forms to. */
    private Set<String> forms() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.passerelle.web."))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .map(Map.Entry::getKey)
                .flatMap(SessionLossTests::paths)
                .filter(path -> !WITHOUT_SESSION.matcher(path).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> paths(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().map(path -> path.replaceAll("\\{[^}]*}", "none"));
    }

    private TestClient stranger() {
        return anonymous().withCookies().with("Accept-Language", "en").with("Sec-Fetch-Site", "same-origin");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> eachFormIsKeptUntilItsSenderHasSignedInAgain() {
        TestClient back = browserOf(ADMIN).with("Accept-Language", "en");
        Set<String> forms = forms();
        assertThat(forms).hasSizeGreaterThan(50).contains("/book", "/reception/guests", "/imports");
        return forms.stream()
                .filter(path -> !NOT_KEPT.contains(path))
                .map(path -> dynamicTest(path, () -> {
                    for (boolean isBackground : List.of(false, true)) {
                        // Each network keeps only so many in some minutes.
                        ticker.advance(Duration.ofMinutes(11));
                        isKept(path, isBackground, back);
                    }
                }));
    }

    private void isKept(String path, boolean isBackground, TestClient back) {
        TestClient stranger = isBackground
                ? stranger().with("HX-Request", "true").with("HX-Current-URL", "http://127.0.0.1/day?site=melun")
                : stranger().with("Referer", "http://127.0.0.1/day?site=melun");
        HttpResponse<String> sent = stranger.postForm(
                path,
                List.of(
                        Map.entry("title", TYPED),
                        Map.entry("room", "a"),
                        Map.entry("room", "b"),
                        Map.entry("password", "secret-4711"),
                        Map.entry("_csrf", "old-token")));
        String signIn = isBackground ? sent.headers().firstValue("HX-Redirect").orElseThrow() : location(sent);

        assertThat(signIn).startsWith("/sign-in?ended&next=%2Fresume%2F").doesNotContain("jsessionid");
        String page =
                back.get(signIn.replaceAll(".*next=", "").replace("%2F", "/")).body();
        assertThat(page)
                .contains("action=\"" + path + "\"", SHOWN, "name=\"room\" value=\"a\"", "name=\"room\" value=\"b\"")
                .contains("href=\"/day?site=melun\"", "You are signed in as Administration du réseau")
                .doesNotContain("secret-4711", "old-token", "jsessionid");
    }

    @Test
    void aBookingGoesOnAfterTheSessionEndedAndAPasswordWasMistyped() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "en").with("Sec-Fetch-Site", "same-origin");
        ShownForm form = ShownForm.on(browser.get("/book?site=trilport&room=trilport-marne&date=2027-10-12&start=09:00")
                .body());
        browser.postForm("/sign-out", Map.of("_csrf", browser.csrfOf("/preferences")));

        String signIn = location(form.with("title", "Après la coupure").send(browser));
        assertThat(browser.get(signIn).body()).contains("Your session has ended", "name=\"next\" value=\"/resume/");
        String again = location(browser.postForm("/sign-in", signInWith("wrong", signIn, browser)));
        assertThat(again).contains("error", "next=%2Fresume%2F");
        String resume = location(browser.postForm("/sign-in", signInWith(PASSWORD, again, browser)));
        assertThat(resume).startsWith("/resume/");
        HttpResponse<String> booked = ShownForm.on(browser.get(resume)
                        .body()
                        .replace("<form method=\"post\" class=\"finish\"", "<form id=\"booking\""))
                .send(browser);

        assertThat(location(booked)).startsWith("/bookings/");
        assertThat(browser.get(location(booked)).body()).contains("Après la coupure");
    }

    private static Map<String, String> signInWith(String password, String page, TestClient browser) {
        return Map.of(
                "email",
                CAMILLE,
                "password",
                password,
                "_csrf",
                browser.csrfOf("/sign-in"),
                "next",
                page.replaceAll(".*next=", "").replace("%2F", "/"));
    }

    @Test
    void nothingIsKeptOfPasswordsOfOtherSitesOrBeyondMeasure() {
        Map<String, String> form = Map.of("title", "x");

        assertThat(stranger().postForm("/password", form).statusCode()).isEqualTo(403);
        assertThat(stranger()
                        .postForm("/book", Map.of("title", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(
                        stranger().with("Referer", "http://127.0.0.1/password").postForm("/password", form)))
                .isEqualTo("/sign-in?next=%2Fpassword");
        assertThat(anonymous().postForm("/book", form).statusCode()).isEqualTo(403);
        assertThat(anonymous()
                        .with("Sec-Fetch-Site", "cross-site")
                        .postForm("/book", form)
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger().post("/book", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsKeptIsForgottenAfterAnHourAndIsNobodysWithoutSignIn() {
        String next = location(stranger().postForm("/book", Map.of("title", "Vertraulich")))
                .replaceAll(".*next=", "")
                .replace("%2F", "/");
        assertThat(location(stranger().get(next))).startsWith("/sign-in");

        ticker.advance(Duration.ofMinutes(61));

        HttpResponse<String> page =
                browserOf(CAMILLE).with("Accept-Language", "en").get(next);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("not kept any more").doesNotContain("Vertraulich");
    }

    @Test
    void aNetworkKeepsNoMoreThanItsShare() {
        ticker.advance(Duration.ofMinutes(11));
        long kept = Stream.generate(() -> stranger().postForm("/book", Map.of("title", "x")))
                .limit(70)
                .filter(answer -> answer.statusCode() == 302)
                .count();
        ticker.advance(Duration.ofMinutes(11));

        assertThat(kept).isEqualTo(60);
    }

    @Test
    void aPageThatLooksAgainInTheBackgroundComesBackToWhereItWas() {
        HttpResponse<String> look = stranger()
                .with("HX-Request", "true")
                .with("HX-Current-URL", "http://127.0.0.1/reception?site=melun")
                .get("/reception?site=melun");

        assertThat(look.statusCode()).isEqualTo(401);
        assertThat(look.headers().firstValue("HX-Redirect")).contains("/sign-in?next=%2Freception%3Fsite%3Dmelun");
    }
}
