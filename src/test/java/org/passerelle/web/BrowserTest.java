package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.passerelle.HttpTest;
import org.springframework.test.context.TestPropertySource;

/**
 * A real browser before the running program. Where none is installed the tests are skipped, but never in continuous
 * integration. After each test the browser must have had nothing to complain about.
 */
// With a program whose rooms nobody else has booked.
@TestPropertySource(properties = "passerelle.test.bookings=browser")
abstract class BrowserTest extends HttpTest {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    @BeforeAll
    static void launch() {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            String message = "No Chromium in PATH, looked for " + NAMES;
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            Assumptions.abort(message);
        }
        Playwright driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = driver;
        browser = driver.chromium()
                .launch(new LaunchOptions()
                        .setHeadless(true)
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(FLAGS));
    }

    private static Optional<Path> program() {
        return NAMES.stream()
                .flatMap(name -> folders().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<String> folders() {
        return Arrays.stream(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
        }
    }

    @AfterEach
    void hadNothingToComplainAbout() {
        contexts.forEach(BrowserContext::close);
        if (!troubles.isEmpty()) {
            throw new AssertionError("The browser complains: " + troubles);
        }
    }

    /** A refused form comes with status 422, which Chromium mentions; that is what it is to do. */
    boolean isForeseen(String complaint) {
        return complaint.contains("status of 422");
    }

    /** A window of that width, of somebody far away who reads {@code language}. */
    Page window(int width, int height, String language) {
        return window(width, height, language, "Pacific/Auckland");
    }

    Page window(int width, int height, String language, String zone) {
        return window(
                new Browser.NewContextOptions().setViewportSize(width, height).setTimezoneId(zone), language);
    }

    /** A phone on which scripts are switched off. */
    Page phoneWithoutScripts(String language) {
        return window(new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false), language);
    }

    Page window(Browser.NewContextOptions options, String language) {
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(options.setBaseURL("http://127.0.0.1:" + port).setLocale(language));
        contexts.add(context);
        context.setDefaultTimeout(20_000);
        Page page = context.newPage();
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.type().matches("error|warning") && !isForeseen(message.text())) {
                troubles.add(message.text());
            }
        });
        return page;
    }

    Page desk(String language) {
        return window(1280, 800, language);
    }

    Page phone(String language) {
        return window(390, 844, language);
    }

    /** Presses one button. */
    static void signIn(Page page, String name) {
        page.navigate("/sign-in");
        page.locator("button.person", new Page.LocatorOptions().setHasText(name))
                .click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** The door of a conference that Camille organises, by its first link. */
    String joinPath(String booking) {
        return as(CAMILLE)
                .get("/api/v1/bookings/" + booking + "/conference")
                .body()
                .replaceFirst("(?s).*?(/join/[a-z0-9-]+).*", "$1");
    }

    /** A day or a time as somebody types it who then goes on to the next field. */
    static void type(Page page, String field, String text) {
        page.locator(field).fill(text);
        page.locator(field).blur();
    }

    /** What a form sends under {@code name}, such as {@code 2027-05-11}, whatever its field shows. */
    static Locator sent(Page page, String name) {
        return page.locator("main input[hidden][name=" + name + "]");
    }

    static void assertFitsTheWindow(Page page) {
        Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        Object widest = page.evaluate("""
                [...document.querySelectorAll('body *')].filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth)
                    .slice(-3).map(each => each.outerHTML.slice(0, 200)).join('\\n')""");

        assertThat(((Number) overflow).intValue())
                .as("%s%n%s", page.url(), widest)
                .isLessThanOrEqualTo(0);
    }
}
