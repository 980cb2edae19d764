package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at pages with axe-core, which finds what it can of WCAG 2.2 AA, and sees that nothing in them that people wrote is more than
 * a text. Which test looks at which page is said in {@code looked-at.txt}, and held to once all tests of a class have run. A page that is shown both at a desk and on a phone is
 * looked at in one of the two ways or in none, drawn by {@code axe.seed}, and in both in {@code -Pnightly}: it takes a second or more.
 */
abstract class AxeTest extends BrowserTest {

    private static final Logger LOG = LoggerFactory.getLogger(AxeTest.class);
    private static final long SEED = Long.getLong("axe.seed", 20_261_130);

    /** In one of so many ways a page is looked at; 1 is in all of them. */
    private static final int WAYS = Integer.getInteger("axe.ways", 3);

    private static final int WIDEST_PHONE = 600;

    /** The same in each test, so that no page is looked at twice, for both meet the same pages. */
    private final Random drawing = new Random(SEED);

    /** What may stand in any title or name. */
    static final String HOSTILE = "<script>window.hostile=1</script><img src=x onerror='window.hostile=1'>"
            + "\"'&lt;{{7*7}}${7*7} \u05d0\u05d1\u05d2 \u0627\u0628 \ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67";

    private static final Set<String> SEEN = new HashSet<>();
    private static final Set<String> RUN = new HashSet<>();

    private static final String VIOLATIONS = """
        async () => {
          const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
          return found.violations.flatMap(rule => rule.nodes.map(node =>
            rule.id + ': ' + node.target.join(' ') + ' ' + node.failureSummary));
        }
        """;

    @BeforeAll
    static void saysWhatIsDrawn() {
        LOG.info("Looks at each page in one of {} ways, by seed {}", WAYS, SEED);
        SEEN.clear();
        RUN.clear();
    }

    @AfterEach
    void hasRun(TestInfo test) {
        RUN.add(test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    static void hasLookedAtAllThatItIsToLookAt(TestInfo test) {
        Class<?> tested = test.getTestClass().orElseThrow();
        boolean hasRunWhole = Stream.of(tested.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .allMatch(RUN::contains);
        if (hasRunWhole) {
            assertThat(SEEN.stream()
                            .flatMap(path -> PageRoutes.of(path).stream())
                            .distinct())
                    .containsAll(PageRoutes.lookedAtBy(tested.getSimpleName()).toList());
        }
    }

    /** Whether a way of several is the one that is drawn; all are where each page is looked at in both. */
    static boolean isGone(int way, int of) {
        return WAYS == 1 || new Random(SEED).nextInt(of) == way;
    }

    /** With everything open that opens, but for the menu of the account, which lies over the page; it must fit the window. Looked at if drawn. */
    List<String> violationsAt(String path, Page page) throws IOException {
        opened(path, page);
        return violations(page);
    }

    static void opened(String path, Page page) {
        page.navigate(path);
        isSeen(page);
        page.evaluate("document.querySelectorAll('details:not(.menu)').forEach(each => { each.open = true; })");
        assertFitsTheWindow(page);
    }

    /** Of the page as it is now, if drawn. */
    List<String> violations(Page page) throws IOException {
        isSeen(page);
        int way = page.viewportSize().width < WIDEST_PHONE ? 1 : 0;
        return drawing.nextInt(WAYS) == way % WAYS ? violationsSeen(page) : List.of();
    }

    private static void isSeen(Page page) {
        SEEN.add(URI.create(page.url()).getPath());
        assertThat(
                        page.evaluate(
                                "typeof window.hostile + document.querySelectorAll('script:not([src]), main [onerror]').length"))
                .as(page.url())
                .isEqualTo("undefined0");
    }

    /** In a window as long as the page: what lies under the bar at the foot of a phone can be scrolled out from there. */
    static List<String> violationsSeen(Page page) throws IOException {
        page.evaluate(script());
        ViewportSize shown = page.viewportSize();
        int length = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(shown.width, Math.max(shown.height, length));
        List<String> found = ((List<?>) page.evaluate(VIOLATIONS))
                .stream().map(each -> page.url() + " " + each).toList();
        page.setViewportSize(shown.width, shown.height);
        return found;
    }

    private static String script() throws IOException {
        try (InputStream file = AxeTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
