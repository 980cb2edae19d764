package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** What stands around every page. */
class FrameTests extends HttpTest {

    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"([^\"]*)\"");

    private static List<String> links(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as(from).isPositive();
        return LINK.matcher(page.substring(start, page.indexOf(to, start)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void hasFourWaysAndTheAccount() {
        String page = browserOf(CAMILLE).get("/bookings").body();

        assertThat(links(page, "<nav class=\"tabs\"", "</nav>"))
                .containsExactly("/", "/search", "/conference", "/bookings");
        assertThat(links(page, "class=\"sheet-menu\"", "</details>"))
                .contains("/preferences", "/calendars", "/password", "/preferences#access", "/mailbox");
        assertThat(page)
                .contains("class=\"button book\" href=\"/book\"", "aria-current=\"page\"", "Account of Camille");
        assertThat(page).doesNotContain("to-manage");
    }

    @ParameterizedTest
    @ValueSource(strings = {MANAGER, ADMIN})
    void leadsThoseWhoManageToPagesThatThereAreForThem(String who) {
        TestClient browser = browserOf(who);
        String page = browser.get("/closures").body();

        List<String> pages = links(page, "class=\"always\"", "</nav>");

        assertThat(pages).hasSizeGreaterThan(9).contains("/requests", "/day", "/imports", "/audit");
        assertThat(pages).allSatisfy(each -> {
            HttpResponse<String> answer = browser.get(each);
            assertThat(answer.statusCode()).as(each).isEqualTo(200);
            assertThat(answer.body()).as(each).contains("class=\"managed\"", "class=\"side\"", "aria-current=\"page\"");
        });
    }

    @Test
    void isWholeAroundAPageThatThereIsNot() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "fr");

        HttpResponse<String> answer = browser.get("/nothing-of-that-name?a=b");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("<html lang=\"fr\"", "<nav class=\"tabs\"", "Compte de Camille")
                .contains("<title>Il n’y a rien ici. · Passerelle</title>")
                .contains("href=\"/nothing-of-that-name?a=b&amp;lang=en\"");
    }

    @Test
    void offersNoOtherLanguageForAFormThatWentWrong() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = Map.of("_csrf", browser.csrfOf("/preferences"));

        HttpResponse<String> answer = browser.postForm("/bookings/none/cancel", form);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<nav class=\"tabs\"").doesNotContain("lang=fr");
    }
}
