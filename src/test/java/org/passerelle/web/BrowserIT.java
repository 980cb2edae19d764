package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do first, in a browser. */
class BrowserIT extends BrowserTest {

    private static final String CAMILLE_GIRARD = "Camille Girard";

    @Test
    void booksTwoRoomsMeetsAConflictAndCancelsInEnglish() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);

        page.navigate("/day?site=melun&date=2026-04-27");
        lane(page, "Salle Seine").locator("a.start[data-at='09:30']").click();
        assertThat(page.locator("#start")).hasValue("09:30");
        page.locator("#title").fill("Budget");
        page.getByText("Salle Visio").first().click();
        press(page, "Book");

        assertThat(page.getByRole(AriaRole.STATUS).getByText("Booked.")).isVisible();
        page.navigate("/day?site=melun&date=2026-04-27");
        assertThat(lane(page, "Salle Seine").getByText("Budget").first()).isVisible();
        assertThat(lane(page, "Salle Visio").getByText("Budget").first()).isVisible();

        page.navigate("/book?site=melun&room=melun-seine&date=2026-04-27&start=10:00");
        page.locator("#title").fill("Too late");
        press(page, "Book");

        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).containsText("Salle Seine (Melun Val de Seine) is taken from 09:30 to 10:30 (Mon 27 Apr).");
        assertThat(alert).isFocused();
        assertThat(page.locator("#title")).hasValue("Too late");

        cancel(page, "Budget", "My bookings", "Cancel this booking", "Yes, cancel");
        assertThat(page.getByText("Cancelled. The rooms are free again.")).isVisible();
        page.navigate("/day?site=melun&date=2026-04-27");
        assertThat(page.getByText("Budget")).hasCount(0);
    }

    @Test
    void booksTwoRoomsAtTwoSitesOnAPhoneInFrench() {
        Page page = phone("fr-FR");
        signIn(page, CAMILLE_GIRARD);
        assertThat(page.locator("html")).hasAttribute("lang", "fr");

        page.navigate("/day?site=chelles&date=2026-04-28");
        lane(page, "Salle Chantereine").getByText("08:00–20:00").click();
        page.locator("#title").fill("Comité");
        page.locator("input[value=AFTERNOON]").check();
        page.getByText("Ajouter des salles d’autres sites").click();
        page.locator("summary").getByText("Amsterdam").click();
        page.locator("input[value=amsterdam-visio]").check();
        press(page, "Réserver");

        assertThat(page.getByText("C’est réservé.")).isVisible();
        assertThat(page.getByText("13:30–18:00")).isVisible();
        assertThat(page.locator(".rooms")).containsText("Amsterdam");
        assertFitsTheWindow(page);
        page.navigate("/day?site=amsterdam&date=2026-04-28");
        assertThat(lane(page, "Salle Visio").getByText("Comité")).isVisible();
        assertFitsTheWindow(page);

        page.navigate("/book?site=chelles&room=chelles-chantereine&date=2026-04-28&start=17:00");
        page.locator("#title").fill("Trop tard");
        press(page, "Réserver");
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText(
                        "Salle Chantereine (Chelles, Marne et Chantereine) est prise de 13:30 à 18:00 (mar. 28 avr.).");
        assertFitsTheWindow(page);

        cancel(page, "Comité", "Mes réservations", "Annuler cette réservation", "Oui, annuler");
        assertThat(page.getByText("C’est annulé.")).isVisible();
    }

    @Test
    void booksByKeyboardAlone() {
        Page page = desk("en-GB");
        page.navigate("/sign-in");
        Locator camille = page.locator("button.person", new Page.LocatorOptions().setHasText(CAMILLE_GIRARD));
        tabTo(page, camille);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));

        page.navigate("/day?site=senart&date=2026-04-29");
        Locator free = lane(page, "Salle du Canal").locator("a.start").first();
        assertThat(free).hasAccessibleName(Pattern.compile("08:00–20:00 free.*book Salle du Canal"));
        tabTo(page, free);
        page.keyboard().press("Enter");
        assertThat(page.locator("#title")).isFocused();
        page.keyboard().type("By hand");
        tabTo(page, page.locator("input[value=PT1H]"));
        page.keyboard().press("ArrowRight");
        tabTo(page, page.locator("input[value=senart-visio]"));
        page.keyboard().press("Space");
        tabTo(page, page.getByRole(AriaRole.BUTTON, button("Book")));
        page.keyboard().press("Enter");

        assertThat(page.getByText("Booked.")).isVisible();
        assertThat(page.getByText("08:00–09:30")).isVisible();
        assertThat(page.locator(".rooms li")).hasCount(2);
    }

    @Test
    void tellsWhichRoomsAreFreeAsSoonAsTheTimeChanges() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);
        page.navigate("/book?site=roissy&room=roissy-envol&date=2026-04-30&start=09:00");
        page.locator("#title").fill("Envol");
        press(page, "Book");
        assertThat(page.getByText("Booked.")).isVisible();

        page.navigate("/book?site=roissy&date=2026-04-30&start=14:00");
        Locator envol = page.locator(".choice", containing("Salle Envol"));
        assertThat(envol).containsText("free");
        type(page, "#start", "09:30");

        assertThat(envol).containsText("taken");
        assertThat(page.locator("#live")).containsText("free here at that time");
    }

    @Test
    void drawsTheDaysOfAWeekEquallyWide() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);
        page.navigate("/day?site=melun");

        Object widths = page.locator(".week li a")
                .evaluateAll("days => new Set(days.map(day => Math.round(day.getBoundingClientRect().width))).size");

        assertThat(page.locator(".week a.today")).hasCount(1);
        assertEquals(1, ((Number) widths).intValue());
    }

    @Test
    void turnsDaysWithoutLosingTheFocus() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);
        page.navigate("/day?site=melun&date=2026-04-27");

        page.locator("#next").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).containsText("Tuesday 28 April 2026");
        assertThat(page).hasURL(Pattern.compile("date=2026-04-28"));
        assertThat(page).hasTitle(Pattern.compile("Tuesday 28 April 2026"));
        assertThat(page.locator("#next")).isFocused();
        assertThat(page.locator("#live")).containsText("Tuesday 28 April 2026");
    }

    private static void cancel(Page page, String title, String list, String cancel, String yes) {
        page.getByRole(AriaRole.LINK, link(list)).first().click();
        page.getByRole(AriaRole.LINK, link(title)).click();
        page.getByText(cancel).click();
        page.locator(".finish")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(yes))
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, button(name)).click();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator lane(Page page, String room) {
        return page.locator(".lane")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(room).setExact(true))));
    }

    private static void tabTo(Page page, Locator target) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + target);
    }
}
