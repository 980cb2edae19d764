package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** External calendars of a manager's rooms in a browser without scripts. */
class ImportsPageTests extends HttpTest {

    @Test
    void addsACalendarSaysWhatIsWrongWithItAndEndsIt() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");

        add(browser, "melun-seine", "missing-file");
        String page = browser.get("/imports").body();

        assertThat(page)
                .contains("The calendar is added.", "missing-file", "There is no such file", "occupies nothing")
                .contains("Salle Seine (Melun Val de Seine)");
        Matcher end =
                Pattern.compile("missing-file[\\s\\S]*?action=\"([^\"]*/end)\"").matcher(page);
        assertThat(end.find()).isTrue();
        browser.postForm(end.group(1), Map.of("_csrf", browser.csrfOf("/imports")));
        assertThat(browser.get("/imports").body())
                .contains("The calendar is ended.")
                .doesNotContain("missing-file");
    }

    @Test
    void offersOnlyRoomsThatOneManagesAndSaysSo() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "fr");
        assertThat(browser.get("/imports").body())
                .contains("value=\"melun-seine\"")
                .doesNotContain("value=\"chelles-visio\"");

        add(browser, "chelles-visio", "x");
        assertThat(browser.get("/imports").body()).contains("Choisissez une de vos salles.");

        add(browser, "melun-seine", "ftp://example.org/x.ics");
        assertThat(browser.get("/imports").body()).contains("Ce n’est pas l’adresse d’un agenda.");
    }

    @Test
    void isNoPageForThoseWhoManageNothing() {
        TestClient browser = browserOf(CAMILLE);

        assertThat(browser.get("/imports").statusCode()).isEqualTo(404);
        assertThat(browser.get("/calendars").body()).doesNotContain("href=\"/imports\"");
        assertThat(browserOf(MANAGER).get("/calendars").body()).contains("href=\"/imports\"");
    }

    private static HttpResponse<String> add(TestClient browser, String room, String source) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", browser.csrfOf("/imports"));
        form.put("room", room);
        form.put("source", source);
        return browser.postForm("/imports", form);
    }
}
