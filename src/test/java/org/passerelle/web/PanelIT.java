package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;

/** The panel beside a door, on a tablet that loses its network and gets it back. */
class PanelIT extends AxeTest {

    private static final String ROOM = "moret-sisley";

    @Autowired
    private RoomLinks links;

    /** That there is no network is told by Chromium too. */
    @Override
    boolean isForeseen(String complaint) {
        return complaint.contains("net::ERR_") || complaint.contains("blocked by Playwright");
    }

    private void at(String moment) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private String path() {
        return links.sheet(new RoomId(ROOM)).getPath();
    }

    /** Opened, and kept for when there is no network. */
    private Page opened() {
        Page page = window(1280, 800, "en-GB");
        page.navigate(path());
        page.waitForFunction(
                "async path => navigator.serviceWorker.controller"
                        + " && await caches.match(path)"
                        + " && (await caches.keys()).length === 1",
                path());
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private int taken(String day) {
        String busy = as(CAMILLE)
                .get("/api/v1/rooms/%s/busy?from=%sT00:00:00Z&to=%sT23:00:00Z".formatted(ROOM, day, day))
                .body();
        return busy.split("\"BUSY\"", -1).length - 1;
    }

    /** What could not be sent is sent again within four seconds of the panel's own clock. */
    private static final LocatorAssertions.HasTextOptions SENT_AGAIN =
            new LocatorAssertions.HasTextOptions().setTimeout(30_000);

    @Test
    void aPressWithoutNetworkIsDoneOnceWhenItIsBackAndNotShownBefore() throws IOException {
        at("2027-03-02T09:10:00Z");
        Page page = opened();
        assertThat(page.locator("main.panel")).hasAttribute("data-state", "FREE");
        assertThat(page.locator(".frame")).isHidden();
        assertFitsTheWindow(page);
        assertThat(violationsSeen(page)).isEmpty();

        page.context().setOffline(true);
        press(page, "For 30 min");
        assertThat(page.locator(".panel-waiting")).containsText("Nothing is done yet.");
        assertThat(page.locator(".panel-age")).containsText("No network.");
        assertThat(page.locator("main.panel")).hasAttribute("data-state", "FREE");
        assertThat(taken("2027-03-02")).isZero();
        page.reload();
        assertThat(page.locator(".panel-waiting")).containsText("Nothing is done yet.");
        assertThat(page.locator(".panel-age")).containsText("No network.");
        assertThat(violationsSeen(page)).isEmpty();

        page.context().setOffline(false);
        assertThat(page.locator(".panel-notice")).hasText("Booked. The room is yours.", SENT_AGAIN);
        assertThat(page.locator("main.panel")).hasAttribute("data-state", "BUSY");
        assertThat(page.locator(".panel-waiting")).isHidden();
        assertThat(page.locator(".panel-age")).isHidden();
        assertThat(taken("2027-03-02")).isOne();
    }

    @Test
    void aPressWhoseAnswerIsLostIsSentAgainAndDoneOnce() {
        at("2027-03-03T09:10:00Z");
        Page page = window(
                new Browser.NewContextOptions().setViewportSize(800, 1280).setServiceWorkers(ServiceWorkerPolicy.BLOCK),
                "en-GB");
        page.navigate(path());
        AtomicInteger sent = new AtomicInteger();
        page.route("**/sheet/book", route -> {
            if (sent.incrementAndGet() == 1) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        press(page, "For 15 min");

        assertThat(page.locator(".panel-notice")).hasText("Booked. The room is yours.", SENT_AGAIN);
        assertThat(sent).hasValue(2);
        assertThat(taken("2027-03-03")).isOne();
    }

    @Test
    void aPressThatComesTooLateIsToldAndNothingIsDone() {
        at("2027-03-04T09:10:00Z");
        Page page = opened();
        page.context().setOffline(true);
        press(page, "For 15 min");
        assertThat(page.locator(".panel-waiting")).containsText("Nothing is done yet.");
        page.evaluate("""
                path => {
                    const prefix = 'panel:' + path + ':presses';
                    const presses = JSON.parse(localStorage.getItem(prefix));
                    localStorage.setItem(prefix, JSON.stringify(presses.map(each => ({...each, at: each.at - 400000}))));
                }
                """, path());

        page.context().setOffline(false);

        assertThat(page.locator(".panel-notice")).containsText("That press came too late");
        assertThat(page.locator(".panel-waiting")).isHidden();
        assertThat(taken("2027-03-04")).isZero();
    }

    @Test
    void peopleWhoPressWithoutNetworkAreCheckedInOnceItIsBack() {
        as(CAMILLE).post("/api/v1/bookings", """
                {"title": "Point", "start": "2027-03-05T10:00", "timeZone": "Europe/Paris", "duration": "PT1H", "rooms": ["%s"]}""".formatted(ROOM));
        at("2027-03-05T09:05:00Z");
        Page page = opened();
        assertThat(page.locator("main.panel")).hasAttribute("data-state", "CHECK_IN");
        page.context().setOffline(true);
        press(page, "We are here");
        assertThat(page.locator(".panel-waiting")).containsText("We are here");
        assertThat(page.locator("main.panel")).hasAttribute("data-state", "CHECK_IN");

        page.context().setOffline(false);

        assertThat(page.locator(".panel-notice")).hasText("You are checked in.", SENT_AGAIN);
        assertThat(page.locator("main.panel")).hasAttribute("data-state", "BUSY");
    }
}
