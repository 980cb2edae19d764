package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A double press, the way back, a reload, two tabs and no network: each does what one expects, and books nothing twice. */
class RepeatedPressesIT extends BrowserTest {

    private static final Pattern BOOKED = Pattern.compile(".*/bookings/[0-9a-f]{32}");

    /** That there is no network is told by Chromium too. */
    @Override
    boolean isForeseen(String complaint) {
        return super.isForeseen(complaint) || complaint.contains("net::ERR_") || complaint.startsWith("htmx:");
    }

    private Page form(String day, String title) {
        Page page = desk("en-GB");
        signIn(page, "Camille Girard");
        open(page, day, title);
        return page;
    }

    private static void open(Page page, String day, String title) {
        page.navigate("/book?site=moret&room=moret-visio&start=09:00&date=" + day);
        page.locator("#title").fill(title);
    }

    private static Locator book(Page page) {
        return page.locator("#booking > .finish button.button");
    }

    private int bookings(String day) {
        String busy = as(CAMILLE)
                .get("/api/v1/bookings?room=moret-visio&from=%sT00:00:00Z&to=%sT23:00:00Z".formatted(day, day))
                .body();
        return busy.split("\"uid\"", -1).length - 1;
    }

    @Test
    void aDoublePressAndAPressAfterTheWayBackBookOnce() {
        Page page = form("2027-09-06", "Deux fois");

        book(page).dblclick();
        page.waitForURL(BOOKED);
        page.reload();
        assertThat(page.locator("h1")).hasText("Deux fois");
        page.goBack();
        page.locator("#title").fill("Deux fois");
        book(page).click();

        assertThat(page.locator("main [role=alert]")).containsText("taken");
        assertThat(bookings("2027-09-06")).isOne();
    }

    @Test
    void aRefusalInASecondTabCanBeReloadedAndComeBackTo() {
        Page first = form("2027-09-07", "D’abord");
        Page second = form("2027-09-07", "Ensuite, \"à\" 9 h");
        book(first).click();
        first.waitForURL(BOOKED);

        book(second).click();
        assertThat(second.locator("main [role=alert]")).containsText("taken");
        second.reload();
        assertThat(second.locator("#title")).hasValue("Ensuite, \"à\" 9 h");
        assertThat(second.locator("#date")).hasValue("Tue 7 Sept 2027");
        second.navigate("/bookings");
        second.goBack();
        assertThat(second.locator("#title")).hasValue("Ensuite, \"à\" 9 h");
        type(second, "#start", "11:00");
        book(second).click();
        second.waitForURL(BOOKED);

        assertThat(bookings("2027-09-07")).isEqualTo(2);
    }

    @Test
    void withoutNetworkNothingThatWasTypedIsLostAndItIsSaidWhereItHappens() {
        Page page = form("2027-09-08", "Hors ligne");

        page.context().setOffline(true);
        type(page, "#start", "10:00");
        assertThat(page.locator(".unanswered")).containsText("No network");
        book(page).click();
        assertThat(page.locator(".unanswered")).containsText("nothing was sent");
        assertThat(page.locator("#title")).hasValue("Hors ligne");

        page.context().setOffline(false);
        assertThat(page.locator(".unanswered")).hasCount(0);
        book(page).click();
        page.waitForURL(BOOKED);
        assertThat(page.locator("main")).containsText("10:00");
        assertThat(bookings("2027-09-08")).isOne();
    }

    @Test
    void aWholeStayIsDoneWithoutScripts() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2027-09-09T06:50:00Z")));
        Page page = phoneWithoutScripts("en-GB");
        signIn(page, "Camille Girard");
        page.navigate("/search");
        page.locator("#q").fill("today 9:00 1h for 4 Moret");
        page.locator("#q").press("Enter");
        page.locator(".hit a[href*='/book?']").first().click();
        page.locator("#title").fill("Sans scripts");
        book(page).dblclick();
        page.waitForURL(BOOKED);

        page.locator("main form[action$='/check-in'] button").first().click();
        assertThat(page.locator(".notice.good[role=status]")).containsText("checked in");
        assertFitsTheWindow(page);
        page.navigate("/book?site=moret&room=moret-sisley&date=2027-09-10&start=09:00");
        page.locator("#title").fill("À annuler");
        book(page).click();
        page.waitForURL(BOOKED);
        page.getByText("Cancel this booking").click();
        page.getByText("Yes, cancel").click();
        assertThat(page.locator(".notice.good[role=status]")).containsText("Cancelled");
    }
}
