package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.passerelle.DemoNetwork;
import org.passerelle.TestClient;

/** Days and weeks by keyboard, by drag, and kept up to date, in a browser. */
class CalendarIT extends BrowserTest {

    /** Chromium mentions the answer of a proxy that is to be. */
    @Override
    boolean isForeseen(String complaint) {
        return super.isForeseen(complaint) || complaint.contains("status of 502");
    }

    private String booked(String by, String room, String start, String title) {
        return DemoNetwork.created(as(by).post("/api/v1/bookings", """
                        {"title":"%s","start":"%s","duration":"PT1H","rooms":["%s"]}""".formatted(title, start, room)))
                .get("id")
                .asString();
    }

    private String startOf(String booking) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking))
                .get("start")
                .asString();
    }

    private Page opened(String path) {
        Page page = desk("en-GB");
        signIn(page, "Camille Girard");
        page.navigate(path);
        return page;
    }

    private static Locator lane(Page page, String room) {
        return page.locator(".lane[data-room='" + room + "']");
    }

    private static void drag(Page page, BoundingBox box, double fromX, double fromY, double byX, double byY) {
        page.mouse().move(box.x + fromX, box.y + fromY);
        page.mouse().down();
        page.mouse().move(box.x + fromX + byX / 2, box.y + fromY + byY / 2);
        page.mouse().move(box.x + fromX + byX, box.y + fromY + byY);
        page.mouse().up();
    }

    @Test
    void arrowsGoFromHalfHourToHalfHourAndEnterBooks() {
        Page page = opened("/day?site=moret&date=2026-06-09");

        lane(page, "moret-visio").locator("a.start").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("a.start:focus")).hasAttribute("data-at", "09:00");
        assertThat(page.locator("a.start:focus")).not().hasAttribute("aria-hidden", "true");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#start")).hasValue("09:00");
    }

    @Test
    void aDragOverFreeTimeOpensTheFormWithIt() {
        Page page = opened("/rooms/moret-visio/week?from=2026-06-15");
        Locator day = page.locator(".wday[data-date='2026-06-17'] .pieces");
        BoundingBox box = day.boundingBox();
        double hour = box.height / 12;

        drag(page, box, 30, hour * 2 + 2, 0, hour * 1.5 - 4);

        page.waitForURL("**/book?**");
        assertThat(sent(page, "date")).hasValue("2026-06-17");
        assertThat(page.locator("#start")).hasValue("10:00");
        assertThat(page.locator("#until")).hasValue("11:30");
    }

    @Test
    void aBookingIsDraggedLaterAndPutBack() {
        String id = booked(CAMILLE, "moret-visio", "2026-06-23T09:00", "Traîne");
        Page page = opened("/day?site=moret&date=2026-06-23");
        Locator lane = lane(page, "moret-visio");
        double hour = lane.locator(".pieces").boundingBox().width / 12;
        BoundingBox block = lane.locator("a.block").boundingBox();

        drag(page, block, 20, 15, hour * 2, 0);

        assertThat(page.locator(".toast")).containsText("11:00–12:00");
        assertThat(startOf(id)).isEqualTo("2026-06-23T11:00");
        assertThat(lane.locator("a.block .when")).hasText("11:00–12:00");
        page.locator(".toast button").click();
        assertThat(page.locator(".toast")).containsText("09:00–10:00");
        assertThat(startOf(id)).isEqualTo("2026-06-23T09:00");
    }

    @Test
    void aBookingIsMovedByKeyboardAndTheRefusalIsSaidInWords() {
        String id = booked(CAMILLE, "moret-visio", "2026-06-25T09:00", "Claviers");
        booked(NADIA, "moret-visio", "2026-06-25T10:00", "Occupant");
        Page page = opened("/rooms/moret-visio/week?from=2026-06-25");
        Locator block = page.locator(".wday[data-date='2026-06-25'] a.block");

        block.focus();
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator(".toast.bad")).containsText("taken");
        assertThat(startOf(id)).isEqualTo("2026-06-25T09:00");
        block.focus();
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast:not(.bad)")).containsText("08:45–09:45");
        assertThat(startOf(id)).isEqualTo("2026-06-26T08:45");
    }

    @Test
    void aSecondBrowserSeesABookingByItself() {
        Page page = opened("/rooms/moret-visio/week?from=2026-06-29");
        page.waitForResponse(response -> response.url().contains("/live"), () -> page.reload());
        assertThat(page.locator(".wday .busy")).hasCount(0);

        long since = System.nanoTime();
        booked(NADIA, "moret-visio", "2026-06-30T09:00", "Ailleurs");
        assertThat(page.locator(".wday[data-date='2026-06-30'] .busy")).hasCount(1);
        long millis = (System.nanoTime() - since) / 1_000_000;

        assertThat(millis).isLessThan(2_000);
        assertThat(page.locator("main")).not().containsText("Ailleurs");
    }

    /** As by a proxy whose server starts anew, after which a browser does not ask again by itself. */
    @Test
    void aStreamThatIsRefusedIsOpenedAgainAndNothingIsMissed() {
        Page page = desk("en-GB");
        signIn(page, "Camille Girard");
        AtomicInteger asked = new AtomicInteger();
        page.route("**/live?*", route -> {
            if (asked.incrementAndGet() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(502));
            } else {
                route.resume();
            }
        });
        page.navigate("/rooms/moret-visio/week?from=2026-07-20");
        page.waitForCondition(() -> asked.get() > 0);

        booked(NADIA, "moret-visio", "2026-07-21T09:00", "Entre-temps");

        assertThat(page.locator(".wday[data-date='2026-07-21'] .busy")).hasCount(1);
    }

    @Test
    void aCardSaysWhoHasIt() {
        booked(CAMILLE, "moret-visio", "2026-07-07T09:00", "Carte");
        Page page = opened("/day?site=moret&date=2026-07-07");

        lane(page, "moret-visio").locator("a.block").hover();

        assertThat(page.locator("#card")).containsText("Camille Girard");
        page.keyboard().press("Escape");
        assertThat(page.locator("#card")).not().isVisible();
    }
}
