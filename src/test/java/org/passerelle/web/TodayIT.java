package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first page to a booked room, with the presses counted: a tap, a click, a pick in a list, a field filled in. */
class TodayIT extends AxeTest {

    private static final int MOST_FOR_A_NEWCOMER = 4;

    private int presses;

    private Locator counted(Locator element) {
        presses++;
        return element;
    }

    private void at(String moment) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private static Locator book(Page page, String word) {
        return page.locator("#now .pressed button")
                .filter(new Locator.FilterOptions().setHasText(word))
                .first();
    }

    private Page window(int width, String language, ColorScheme colours) {
        return window(
                new Browser.NewContextOptions()
                        .setViewportSize(width, width < 600 ? 844 : 900)
                        .setColorScheme(colours),
                language);
    }

    @ParameterizedTest
    @CsvSource({
        "390, en-GB, DARK, Book, Undo, 7 people, 2027-02-16T09:10:00Z",
        "390, fr-FR, LIGHT, Réserver, Annuler la réservation, 7 personnes, 2027-02-16T13:10:00Z",
        "1440, en-GB, LIGHT, Book, Undo, 7 people, 2027-02-17T09:10:00Z",
        "1440, fr-FR, DARK, Réserver, Annuler la réservation, 7 personnes, 2027-02-17T13:10:00Z"
    })
    void aNewcomerHasARoomAfterFourPresses(
            int width, String language, ColorScheme colours, String word, String undo, String people, String now)
            throws IOException {
        at(now);
        Page page = window(width, language, colours);
        signIn(page, "Louis Moreau");
        assertFitsTheWindow(page);

        counted(page.locator("#people")).fill("7");
        page.locator("#people").press("Tab");
        page.waitForURL("**/?*people=7*");
        assertThat(page.locator("#live")).containsText(Pattern.compile("[0-9]{2}:[0-9]{2}"));
        counted(book(page, word)).click();

        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("main")).containsText(people);
        assertThat(presses).isLessThanOrEqualTo(MOST_FOR_A_NEWCOMER);
        assertFitsTheWindow(page);
        assertThat(violationsSeen(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(undo))
                .click();
        assertThat(page.locator(".notice.good")).isVisible();
        page.navigate("/");
        assertThat(violationsSeen(page)).isEmpty();
    }

    @Test
    void everythingCanBeReachedByKeyboard() {
        at("2027-02-18T09:10:00Z");
        Page page = desk("en-GB");
        signIn(page, "Louis Moreau");
        page.navigate("/");

        for (int i = 0; i < 40 && !isAtAnOffer(page); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice.good")).hasText("Booked.");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                .press("Enter");
        assertThat(page.getByText("Cancelled.")).isVisible();

        page.locator(".menu summary").press("Enter");
        assertThat(page.getByText("Sign out")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByText("Sign out")).isHidden();
        assertThat(page.locator(".menu summary")).isFocused();
    }

    private static boolean isAtAnOffer(Page page) {
        return Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('.pressed button')"));
    }

    @Test
    void worksWithoutScripts() {
        at("2027-02-19T09:10:00Z");
        Page page = phoneWithoutScripts("fr-FR");
        signIn(page, "Louis Moreau");
        page.navigate("/");

        page.locator("#people").fill("7");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Afficher"))
                .click();
        assertThat(page.locator("#people")).hasValue("7");
        book(page, "Réserver").click();
        assertThat(page.locator("main")).containsText("7 personnes");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annuler la réservation"))
                .click();
        assertThat(page.getByText("C’est annulé.")).isVisible();

        page.locator(".menu summary").click();
        page.getByText("Mes agendas").click();
        assertThat(page.locator("h1")).hasText("Agendas");
    }

    @Test
    void aManagerDecidesOnARequestAfterTwoPresses() {
        String asked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Cours du soir", "start": "2026-06-25T10:00", "duration": "PT1H",
                         "rooms": ["val-d-europe-amphitheatre"]}""").body();
        assertThat(asked).contains("\"REQUESTED\"");
        Page page = phone("en-GB");
        signIn(page, "Administration du réseau");

        counted(page.getByText(Pattern.compile("requests? to decide"))).click();
        counted(page.locator("li.sheet")
                        .filter(new Locator.FilterOptions().setHasText("25 June 2026"))
                        .getByText("Approve"))
                .click();

        assertThat(page.getByRole(AriaRole.STATUS).getByText("You approved it."))
                .isVisible();
        assertThat(presses).isEqualTo(2);
    }

    @Test
    void aManagerFindsAllPagesOfTheAreaOnAPhone() {
        Page page = phone("fr-FR");
        signIn(page, "Accueil de Melun");

        page.locator(".to-manage").click();
        page.locator(".side summary").click();
        page.locator(".side details a")
                .filter(new Locator.FilterOptions().setHasText("Fermetures"))
                .click();

        assertThat(page.locator("h1")).hasText("Fermetures");
        assertThat(page.locator(".side summary")).containsText("Fermetures");
        assertFitsTheWindow(page);
    }
}
