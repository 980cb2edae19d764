package org.passerelle.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.DemoNetwork;

/**
 * What a reader sees, in Chromium on the same machine: how soon the largest part of a page is painted, what a first visit weighs,
 * how soon a booking is seen in a second browser, and what the day of a site with a hundred rooms costs to open and to scroll.
 */
final class BrowserFigures {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int ROOMS_OF_EACH_KIND = 50;
    private static final int BOOKINGS = 600;
    private static final int FIRST_HOUR = 9;
    private static final int VISITS = 9;
    private static final int QUICK_VISITS = 2;
    private static final int TOLD = 15;

    /** A page on a busy site is fetched at most every two seconds, which is not what is measured. */
    private static final Duration BETWEEN_TWO = Duration.ofMillis(2_200);

    /** In milliseconds; and what came over the wire, compressed, with the heads of the answers. */
    private static final String VISIT = """
        () => new Promise(done => new PerformanceObserver(list => {
          const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
          done([list.getEntries().at(-1).startTime, all.reduce((sum, each) => sum + each.transferSize, 0), all.length]);
        }).observe({type: 'largest-contentful-paint', buffered: true}))""";

    /** From the top to the foot in steps of a wheel, one a frame; tells the longest time between two frames, how many came late, and where the head and the names stand at the foot. */
    private static final String SCROLL = """
        () => new Promise(done => {
          const gaps = [];
          let last = performance.now();
          const step = () => {
            const now = performance.now();
            gaps.push(now - last);
            last = now;
            const before = scrollY;
            scrollBy(0, 100);
            if (scrollY > before) {
              requestAnimationFrame(step);
            } else {
              const scale = document.querySelector('.timeline .scale').getBoundingClientRect();
              const name = [...document.querySelectorAll('.lane .room')].at(-1).getBoundingClientRect();
              done([Math.max(...gaps.slice(1)), gaps.filter(each => each > 34).length, gaps.length, scale.top >= 0 && scale.bottom <= innerHeight && name.left >= 0 ? 1 : 0]);
            }
          };
          requestAnimationFrame(step);
        })""";

    private final Effort effort;
    private final Path folder;

    BrowserFigures(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
    }

    void measure(Report report) throws IOException {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            report.paragraph("No Chromium in PATH, so nothing is measured in a browser.");
            return;
        }
        Path data = Files.createTempDirectory(folder, "browser-");
        try (Program program = Program.start(data);
                Playwright driver = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = driver.chromium()
                        .launch(new LaunchOptions()
                                .setHeadless(true)
                                .setExecutablePath(chromium.orElseThrow())
                                .setArgs(
                                        List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            program.replaceDirectory(DemoNetwork.with(ROOMS_OF_EACH_KIND));
            LocalDate day = LocalDate.ofInstant(Instant.now(), PARIS).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
            book(program, day);
            String session = signedIn(browser, program);
            report.table(
                    "First visits in Chromium, nothing kept, milliseconds until the largest part is painted",
                    List.of("page", "median", "worst", "kB over the wire", "answers"),
                    visits(browser, program, session, day));
            report.table(
                    "A booking seen in a second browser",
                    List.of("page", "ms after it was sent: median", "worst"),
                    List.of(told(browser, program, session, day.plusDays(1))));
            report.table(
                    "The day of a site with %d rooms and %d bookings, in Chromium"
                            .formatted(2 * ROOMS_OF_EACH_KIND, BOOKINGS),
                    List.of(
                            "1440 x 900",
                            "script, ms",
                            "style, ms",
                            "layout, ms",
                            "longest frame, ms",
                            "late frames",
                            "head and names hold"),
                    largeDay(browser, program, session, day));
        } finally {
            Benchmarks.delete(data);
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void book(Program program, LocalDate day) {
        List<ApiClient> people = List.of(program.clientOf(Program.LOUIS), program.clientOf(Program.NADIA));
        for (int i = 0; i < BOOKINGS; i++) {
            int room = i % (2 * ROOMS_OF_EACH_KIND);
            String name = (room < ROOMS_OF_EACH_KIND ? "essai-" : "demande-") + (1 + room % ROOMS_OF_EACH_KIND);
            int hour = FIRST_HOUR + i / (2 * ROOMS_OF_EACH_KIND);
            ApiClient.expect(201, people.get(i % 2).post("/api/v1/bookings", """
                            {"title":"Réunion %d","start":"%sT%02d:00","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"]}""".formatted(i, day, hour, name)));
        }
    }

    private static NewContextOptions options(Program program) {
        return new NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + program.port())
                .setLocale("en-GB")
                .setViewportSize(1440, 900);
    }

    /** The cookies of Louis, with which a browser that has seen nothing yet is signed in. */
    private static String signedIn(Browser browser, Program program) {
        try (BrowserContext context = browser.newContext(options(program))) {
            Page page = context.newPage();
            page.navigate("/sign-in");
            page.locator("button.person", new Page.LocatorOptions().setHasText("Louis Moreau"))
                    .click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            return context.storageState();
        }
    }

    private List<List<String>> visits(Browser browser, Program program, String session, LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/search?q=tomorrow+2pm+2h+6+people+Melun",
                "/book?site=melun&room=melun-seine&start=14:00&date=" + day,
                "/bookings",
                "/rooms/melun-seine",
                "/day?site=melun&date=" + day,
                "/sites/melun/week?from=" + day,
                "/day?site=essai&date=" + day)) {
            List<Double> painted = new ArrayList<>();
            List<?> last = List.of();
            for (int visit = 0; visit <= (effort.isQuick() ? QUICK_VISITS : VISITS); visit++) {
                try (BrowserContext context =
                        browser.newContext(options(program).setStorageState(session))) {
                    Page page = context.newPage();
                    page.navigate(path);
                    last = (List<?>) page.evaluate(VISIT);
                    // The first one warms up.
                    if (visit > 0) {
                        painted.add(number(last, 0));
                    }
                }
            }
            painted.sort(null);
            rows.add(List.of(
                    path.replaceAll("\\?.*", path.contains("essai") ? " of 100 rooms" : ""),
                    Report.number(painted.get(painted.size() / 2)),
                    Report.number(painted.get(painted.size() - 1)),
                    Report.number(number(last, 1) / 1000),
                    Integer.toString((int) number(last, 2))));
        }
        return rows;
    }

    private static double number(List<?> values, int at) {
        return ((Number) values.get(at)).doubleValue();
    }

    private List<String> told(Browser browser, Program program, String session, LocalDate day) {
        ApiClient nadia = program.clientOf(Program.NADIA);
        List<Double> delays = new ArrayList<>();
        try (BrowserContext context = browser.newContext(options(program).setStorageState(session))) {
            Page page = context.newPage();
            page.waitForResponse(
                    answer -> answer.url().contains("/live"), () -> page.navigate("/day?site=essai&date=" + day));
            for (int i = 1; i <= (effort.isQuick() ? QUICK_VISITS : TOLD); i++) {
                page.waitForTimeout(BETWEEN_TWO.toMillis());
                long since = System.nanoTime();
                ApiClient.expect(201, nadia.post("/api/v1/bookings", """
                                {"title":"Direct","start":"%sT10:00","timeZone":"Europe/Paris","duration":"PT1H","rooms":["essai-%d"]}""".formatted(day, i)));
                page.waitForFunction("number => document.querySelectorAll('.lane .piece.busy').length >= number", i);
                delays.add((System.nanoTime() - since) / 1e6);
            }
        }
        delays.sort(null);
        return List.of(
                "/day of 100 rooms",
                Report.number(delays.get(delays.size() / 2)),
                Report.number(delays.get(delays.size() - 1)));
    }

    private static List<List<String>> largeDay(Browser browser, Program program, String session, LocalDate day) {
        try (BrowserContext context = browser.newContext(options(program).setStorageState(session))) {
            Page page = context.newPage();
            Work work = new Work(context, page);
            page.navigate("/day?site=essai&date=" + day);
            page.waitForTimeout(BETWEEN_TWO.toMillis());
            double[] opened = work.since(new double[3]);
            double[] before = work.now();
            List<?> scrolled = (List<?>) page.evaluate(SCROLL);
            double[] moved = work.since(before);
            return List.of(
                    row("opened", opened, "", "", ""),
                    row(
                            "scrolled to the foot",
                            moved,
                            Report.number(number(scrolled, 0)),
                            "%d of %d".formatted((int) number(scrolled, 1), (int) number(scrolled, 2)),
                            number(scrolled, 3) > 0 ? "yes" : "no"));
        }
    }

    private static List<String> row(String what, double[] work, String longest, String late, String holds) {
        return List.of(
                what, Report.number(work[0]), Report.number(work[1]), Report.number(work[2]), longest, late, holds);
    }

    /** What the page's own thread has done, by the DevTools protocol, in milliseconds. */
    private static final class Work {

        private static final List<String> NAMES = List.of("ScriptDuration", "RecalcStyleDuration", "LayoutDuration");

        private final CDPSession session;

        Work(BrowserContext context, Page page) {
            session = context.newCDPSession(page);
            session.send("Performance.enable");
        }

        double[] now() {
            double[] values = new double[NAMES.size()];
            session.send("Performance.getMetrics").getAsJsonArray("metrics").forEach(each -> {
                int at = NAMES.indexOf(each.getAsJsonObject().get("name").getAsString());
                if (at >= 0) {
                    values[at] = 1000 * each.getAsJsonObject().get("value").getAsDouble();
                }
            });
            return values;
        }

        double[] since(double[] before) {
            double[] values = now();
            for (int i = 0; i < values.length; i++) {
                values[i] -= before[i];
            }
            return values;
        }
    }
}
