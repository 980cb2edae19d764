package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** How people find rooms and times, in a browser. */
class FindingIT extends BrowserTest {

    private static final String CAMILLE_GIRARD = "Camille Girard";

    @Test
    void findsARoomAndBooksIt() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);
        page.getByRole(AriaRole.LINK, named("Find")).click();
        type(page, "#date", "2026-07-06");
        type(page, "#start", "10:00");
        page.locator("#people").fill("7");
        button(page, "Search").click();
        assertThat(page.locator("#found h2")).hasText("24 rooms are free");

        page.getByText("What must it be and have?").click();
        page.locator("input[value=projector]").check();
        assertThat(page.locator("#live")).hasText("4 rooms are free");
        assertThat(page).hasURL(Pattern.compile("equipment=projector"));
        assertThat(page.locator("input[value=projector]")).isFocused();
        page.reload();
        assertThat(page.locator(".hit .name").first()).containsText("Salle Seine");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Book Salle Seine"))
                .click();

        assertThat(page.locator("#start")).hasValue("10:00");
        assertThat(page.locator("input[value=melun-seine]")).isChecked();
        assertThat(page.locator("input[value=melun-projector]")).isChecked();
        page.locator("#title").fill("Found");
        button(page, "Book").click();
        assertThat(page.getByRole(AriaRole.STATUS).getByText("Booked.")).isVisible();
        assertThat(page.getByText("7 people")).isVisible();
    }

    @Test
    void findsInPlainWordsAndBooksBesideByKeyboard() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);
        page.navigate("/search");
        page.locator("#q").fill("Monday 13 July 2pm 90 min for 6 Chelles scren");
        page.keyboard().press("Enter");
        assertThat(page.locator("#understood")).containsText("Monday 13 July 2026");
        page.getByRole(AriaRole.LINK, named("screen")).press("Enter");
        assertThat(page.locator("#q")).hasValue("Monday 13 July 2pm 90 min for 6 Chelles screen");
        assertThat(page.locator("#found")).containsText("Salle Chantereine");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Book Salle Chantereine"))
                .press("Enter");

        assertThat(page.locator("#title")).isFocused();
        assertThat(page.locator(".hit").first()).isVisible();
        assertThat(page.locator("#search")).hasCount(0);
        page.keyboard().type("Beside");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Book Salle des Vignes"))
                .press("Enter");
        assertThat(page.locator("input[value=chelles-vignes]")).isChecked();
        assertThat(page.locator("#title")).hasValue("Beside");
        assertThat(page.locator("#title")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).getByText("Booked.")).isVisible();
        assertThat(page.getByText("Monday 13 July 2026, 14:00–15:30")).isVisible();
    }

    @Test
    void goesBackFromTheBookingToWhatWasFound() {
        Page page = phone("fr-FR");
        signIn(page, CAMILLE_GIRARD);
        page.navigate("/search?q=13%20juillet%209h-10h%20Chelles");
        assertFitsTheWindow(page);
        page.getByText("Réserver")
                .filter(new Locator.FilterOptions().setVisible(true))
                .last()
                .click();
        assertThat(page.locator("#title")).isFocused();
        assertFitsTheWindow(page);

        page.goBack();

        assertThat(page.locator("#q")).hasValue("13 juillet 9h-10h Chelles");
        assertThat(page.locator(".hit").first()).isVisible();
    }

    @Test
    void findsWhatComesCloseOnAPhoneInFrench() {
        Page page = phone("fr-FR");
        signIn(page, CAMILLE_GIRARD);

        page.navigate("/search?site=melun&date=2026-07-07&start=10:00&people=40&where=melun");

        assertThat(page.locator("#found")).containsText("Voici ce qui s’en approche");
        assertFitsTheWindow(page);
        page.getByText("Réserver ainsi").first().click();
        assertThat(page.locator("#people")).hasValue("40");
        assertFitsTheWindow(page);
    }

    @Test
    void plansAConferenceByKeyboardAndBooksAllRooms() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);
        page.getByRole(AriaRole.LINK, named("Meet")).click();
        page.locator("#add").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#site-2")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#site-2")).hasCount(0);

        page.locator("#site-0").selectOption("melun");
        page.locator("#site-1").selectOption("montreal");
        type(page, "#date", "2026-07-08");
        page.locator("#kind").selectOption("TELEPRESENCE");
        button(page, "Find a time").press("Enter");
        assertThat(page.locator("#plan h2")).containsText("times at which everybody can meet");
        Locator first = page.locator("#slot-1");
        assertThat(first).containsText("Wednesday 8 July 2026, 14:00–15:00");
        assertThat(first).containsText("08:00–09:00 Montreal time");
        first.locator("button").press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS).getByText("Booked.")).isVisible();
        assertThat(page.locator(".rooms li")).hasCount(2);
    }

    @Test
    void plansAConferenceOnAPhoneInFrench() {
        Page page = window(375, 812, "fr-FR");
        signIn(page, CAMILLE_GIRARD);

        page.navigate("/conference?site=melun&people=4&need=&site=montreal&people=4&need=&kind=VISIO&date=2026-07-09");
        assertFitsTheWindow(page);
        page.locator(".marks a").first().click();
        assertThat(page.locator("#slot-1")).isInViewport();
        page.locator("#slot-1 button").click();

        assertThat(page.getByText("C’est réservé.")).isVisible();
        assertThat(page.getByText("08:00–09:00 heure de Montréal")).isVisible();
        assertFitsTheWindow(page);
    }

    /** What was said in words is answered before the fields, what was asked by the fields after them. */
    @Test
    void isReadInTheOrderInWhichItIsSeen() {
        for (Page page : List.of(desk("en-GB"), phone("en-GB"))) {
            signIn(page, CAMILLE_GIRARD);
            page.navigate("/search?q=13%20July%209-10%20Chelles");
            assertReadAndSeenInOrder(page, "#found", "What was found", "#question", "When?");
            page.navigate("/search?site=chelles&date=2026-07-13&start=09:00&people=4");
            assertReadAndSeenInOrder(page, "#question", "When?", "#found", "What was found");
        }
    }

    private static void assertReadAndSeenInOrder(
            Page page, String first, String firstName, String second, String secondName) {
        String read = page.locator("main").ariaSnapshot();
        Assertions.assertThat(read).containsSubsequence("\"" + firstName + "\"", "\"" + secondName + "\"");
        BoundingBox before = page.locator(first).boundingBox();
        BoundingBox after = page.locator(second).boundingBox();
        boolean isBeside = after.x >= before.x + before.width;
        Assertions.assertThat(isBeside || after.y >= before.y + before.height)
                .as(page.url())
                .isTrue();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }
}
