package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What axe-core can find of WCAG 2.2 AA, on every page, light and dark, at a desk and on a phone. */
class AccessibilityIT extends BrowserTest {

    private static final String VIOLATIONS = """
            async () => {
              const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary));
            }
            """;

    @Test
    void findsNothingToObjectAtADesk() throws IOException {
        Page page = desk("en-GB");

        assertThat(violationsOnEveryPage(page, "2026-05-06")).isEmpty();
    }

    @Test
    void findsNothingToObjectOnAPhoneInTheDark() throws IOException {
        Page page = phone("fr-FR");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(violationsOnEveryPage(page, "2026-05-05")).isEmpty();
    }

    private List<String> violationsOnEveryPage(Page page, String date) throws IOException {
        List<String> found = new ArrayList<>();
        page.navigate("/sign-in");
        found.addAll(violations(page));
        signIn(page, "Camille Girard");
        found.addAll(violations(page));
        page.navigate("/book?site=moret&room=moret-visio&date=" + date + "&start=09:00");
        found.addAll(violations(page));
        page.locator("#repeat").evaluate("select => select.closest('details').open = true");
        page.locator("#repeat").selectOption("WEEKLY");
        page.locator("#booking button.button").click();
        found.addAll(violations(page));
        page.locator("#title").fill("Everybody welcome");
        page.locator("#booking button.button").click();
        page.waitForURL("**/bookings/*");
        found.addAll(violations(page));
        page.navigate("/search?site=moret&date=" + date + "&start=09:00&people=5&kind=VISIO&repeat=WEEKLY&times=3");
        found.addAll(violations(page));
        page.navigate("/search?site=moret&date=2026-03-01&people=0&where=nowhere");
        found.addAll(violations(page));
        page.navigate("/conference?site=moret&people=4&need=&site=montreal&people=4&need=camera&date=" + date);
        found.addAll(violations(page));
        page.navigate("/conference?site=moret&people=4&site=montreal&people=0&date=" + date);
        found.addAll(violations(page));
        page.navigate("/conference?site=moret&people=4&site=montreal&people=4&from=08:00&to=10:00&date=" + date);
        found.addAll(violations(page));
        page.navigate("/bookings");
        found.addAll(violations(page));
        page.navigate("/calendars");
        page.locator("main form button.button").first().click();
        page.locator(".made").waitFor();
        found.addAll(violations(page));
        page.navigate("/day?site=moret&date=" + date);
        found.addAll(violations(page));
        return found;
    }

    private static List<String> violations(Page page) throws IOException {
        page.evaluate(script());
        return ((List<?>) page.evaluate(VIOLATIONS))
                .stream().map(each -> page.url() + " " + each).toList();
    }

    private static String script() throws IOException {
        try (InputStream file = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
