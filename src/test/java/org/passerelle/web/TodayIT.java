package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From the first page to a booked room, with the presses counted: a tap, a click, a pick in a list, a field filled in. */
class TodayIT extends JourneyTest {

    private static final int MOST_FOR_A_NEWCOMER = 3; // and one to fill in how many they are

    private void at(String moment) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private static Locator book(Page page, String word) {
        return page.locator("#now .pressed button")
                .filter(new Locator.FilterOptions().setHasText(word))
                .first();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aNewcomerHasARoomAfterFourPresses(Way way) throws IOException {
        at(LocalDate.parse("2027-02-16").plusDays(7L * (way.number() / 4) + way.number() % 4) + "T09:10:00Z");
        Page page = window(way);
        signIn(page, "Louis Moreau");
        page.navigate("/");
        assertFitsTheWindow(page);

        type(way, page.locator("#people"), "7");
        page.locator("#people").press("Tab");
        page.waitForURL("**/?*people=7*");
        assertThat(page.locator("#live")).containsText(Pattern.compile("[0-9]{2}:[0-9]{2}"));
        press(way, book(page, way.words("Book", "Réserver")));

        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("main")).containsText(way.words("7 people", "7 personnes"));
        assertThat(presses()).isLessThanOrEqualTo(MOST_FOR_A_NEWCOMER);
        assertFitsTheWindow(page);
        assertThat(violationsSeen(page)).isEmpty();
        press(
                way,
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(way.words("Undo", "Annuler la réservation"))));
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
