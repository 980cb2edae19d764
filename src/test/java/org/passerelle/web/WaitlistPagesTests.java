package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** Waiting for taken rooms in a browser without scripts. */
class WaitlistPagesTests extends HttpTest {

    private static Map<String, String> form(TestClient browser, String title, String date) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", browser.csrfOf("/book"));
        form.put("key", title + date);
        form.put("site", "chelles");
        form.put("title", title);
        form.put("date", date);
        form.put("start", "09:00");
        form.put("length", "PT1H");
        form.put("room", "chelles-visio");
        return form;
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("\\?.*", "");
    }

    /** The address that the first form of {@code page} with this ending is sent to. */
    private static String action(String page, String ending) {
        Matcher action = Pattern.compile("action=\"([^\"]*/" + ending + ")\"").matcher(page);
        if (!action.find()) {
            throw new AssertionError("Nothing to " + ending + " on " + page);
        }
        return action.group(1);
    }

    @Test
    void waitsForWhatIsTakenAndConfirmsIt() {
        TestClient other = browserOf(NADIA);
        String taken = location(other.postForm("/book", form(other, "Taken", "2026-06-03")));
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "en");
        Map<String, String> form = form(browser, "Wanted badly", "2026-06-03");

        String refused = browser.postForm("/book", form).body();
        form.put("wait", "1");
        HttpResponse<String> joined = browser.postForm("/book", form);
        String waiting = browser.get(location(joined)).body();
        other.postForm(taken + "/cancel", Map.of("_csrf", other.csrfOf(taken)));

        assertThat(refused).contains("name=\"wait\"", "Wait for it");
        assertThat(waiting).contains("You are in the line.", "Wanted badly", "first in line");
        await().untilAsserted(() ->
                assertThat(browser.get("/bookings").body()).contains("free now, and held for you until 10:30"));
        String confirm = action(browser.get("/bookings").body(), "confirm");
        String booking = location(browser.postForm(confirm, Map.of("_csrf", browser.csrfOf("/bookings"))));
        assertThat(browser.get(booking).body()).contains("Confirmed.").doesNotContain("held, not confirmed yet");
    }

    @Test
    void waitsNoLonger() {
        TestClient other = browserOf(NADIA);
        other.postForm("/book", form(other, "Taken", "2026-06-04"));
        TestClient browser = browserOf(LOUIS).with("Accept-Language", "fr");
        Map<String, String> form = form(browser, "Plus maintenant", "2026-06-04");
        form.put("wait", "1");
        browser.postForm("/book", form);

        String page = browser.get("/bookings").body();
        String leave = action(page.substring(page.indexOf("Plus maintenant")), "leave");
        browser.postForm(leave, Map.of("_csrf", browser.csrfOf("/bookings")));

        assertThat(browser.get("/bookings").body())
                .contains("Vous n’attendez plus.")
                .doesNotContain("Plus maintenant");
    }

    @Test
    void offersNoWaitingForWhatRulesForbid() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "At night", "2026-06-05");
        form.put("start", "23:00");

        HttpResponse<String> refused = browser.postForm("/book", form);
        form.put("wait", "1");
        HttpResponse<String> waiting = browser.postForm("/book", form);

        assertThat(refused.body()).doesNotContain("name=\"wait\"");
        assertThat(waiting.statusCode()).isEqualTo(422);
    }
}
