package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks at pages with axe-core, which finds what it can of WCAG 2.2 AA. */
abstract class AxeTest extends BrowserTest {

    private static final String VIOLATIONS = """
            async () => {
              const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary));
            }
            """;

    /** With everything open that opens; it must fit the window. */
    static List<String> violationsAt(String path, Page page) throws IOException {
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        assertFitsTheWindow(page);
        return violations(page);
    }

    static List<String> violations(Page page) throws IOException {
        page.evaluate(script());
        return ((List<?>) page.evaluate(VIOLATIONS))
                .stream().map(each -> page.url() + " " + each).toList();
    }

    private static String script() throws IOException {
        try (InputStream file = AxeTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
