package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The life of a request in a browser: asked for, told to who decides, decided by a press from their mail, and told back. */
class RequestIT extends BrowserTest {

    private static final String MANAGER_NAME = "Administration du réseau";

    /** What people read, in one language. */
    private record Words(
            String language,
            String book,
            String asked,
            String waits,
            String toDecide,
            String link,
            String press,
            String thanks,
            String told,
            String by) {}

    private static final Words AGREED = new Words(
            "en",
            "Book",
            "Asked for. It is not booked before a manager of the site agrees",
            "waiting for the site’s agreement",
            "For your decision: Private booking (Mon 22 Jun 2026",
            "Approve or decline",
            "Approve",
            "Thank you. The person who asked gets a mail.",
            "Approved: Harbour tour",
            MANAGER_NAME + " approved it on");

    private static final Words REFUSED = new Words(
            "fr",
            "Réserver",
            "C’est demandé.",
            "en attente de l’accord du site",
            "À décider\u202f: Réservation privée (mar. 23 juin 2026",
            "Accepter ou refuser",
            "Refuser",
            "Merci. La personne qui demandait reçoit un message.",
            "Refusé\u202f: Visite du port",
            MANAGER_NAME + " a refusé le");

    @Test
    void isAgreedToByAPressFromTheMailInEnglish() {
        live(AGREED, "en-GB", "Harbour tour", "2026-06-22", "Mind the step");
    }

    @Test
    void isDeclinedByAPressFromTheMailInFrench() {
        live(REFUSED, "fr-FR", "Visite du port", "2026-06-23", "Cours ce jour-là");
    }

    private void live(Words words, String language, String title, String day, String message) {
        Page manager = reading(words, desk(language), MANAGER_NAME);
        Page asker = reading(words, desk(language), "Camille Girard");

        asker.navigate("/book?site=val-d-europe&room=val-d-europe-amphitheatre&date=" + day + "&start=09:00");
        asker.locator("#title").fill(title);
        press(asker, words.book);
        assertThat(asker.locator(".notice.good[role=status]")).containsText(words.asked);
        assertThat(asker.locator("main")).containsText(words.waits);
        String booking = URI.create(asker.url()).getPath();

        manager.navigate("/day");
        assertThat(manager.locator(".to-manage .count")).isVisible();
        openMail(manager, words.toDecide);
        String link = manager.frameLocator("iframe.mail")
                .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(words.link))
                .getAttribute("href");

        Page phone = phone(language);
        phone.navigate(URI.create(link).getPath());
        assertFitsTheWindow(phone);
        asker.reload();
        assertThat(asker.locator("main")).containsText(words.waits);
        phone.locator("#message").fill(message);
        press(phone, words.press);
        assertThat(phone.locator(".notice.good[role=status]")).containsText(words.thanks);
        assertThat(phone.locator("main")).containsText(message);
        assertThat(phone.locator("button[name=press]")).hasCount(0);

        openMail(asker, words.told);
        assertThat(asker.locator("pre.raw").first()).containsText(message);
        asker.navigate("/bookings");
        asker.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        assertThat(asker.locator("main").getByText(title).first()).isVisible();
        asker.navigate(booking);
        assertThat(asker.locator("main")).not().containsText(words.waits);
        assertThat(asker.locator("main")).containsText(words.by);
        assertThat(asker.locator("main")).containsText(message);
        manager.navigate("/requests");
        assertThat(manager.locator("a[href='" + booking + "']")).hasCount(0);
    }

    /** Signed in as {@code name}, who has chosen to read mails in the language of their pages. */
    private static Page reading(Words words, Page page, String name) {
        signIn(page, name);
        page.navigate("/preferences");
        page.locator("input[name=language][value=" + words.language + "]").check();
        page.locator("main form button.button").first().click();
        assertThat(page.locator(".notice.good[role=status]")).isVisible();
        return page;
    }

    private static void openMail(Page page, String subject) {
        Locator mail = page.locator(".mails a", new Page.LocatorOptions().setHasText(subject));
        await().pollInterval(Duration.ofMillis(250)).until(() -> {
            page.navigate("/mailbox");
            return mail.count() > 0;
        });
        mail.first().click();
        page.waitForURL("**/mailbox/*");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
