package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days and times are read and shown in the language of the page, and are sent as they always were. */
class WrittenFieldsIT extends AxeTest {

    private static final String DAY = "#sample-day";
    private static final String TIME = "#sample-time";

    /** A Wednesday at the sites; a Thursday where the browser is. */
    @BeforeEach
    void onAWednesday() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-05-06T13:00:00Z")));
    }

    private Page design(Page page) {
        signIn(page, "Camille Girard");
        page.navigate("/design");
        return page;
    }

    private static String unread(Page page, String field) {
        return page.locator(".own-field:has(" + field + ") .unread").textContent();
    }

    private static void assertReads(Page page, String field, Map<String, String> expected) {
        expected.forEach((written, value) -> {
            type(page, field, written);
            assertThat(sent(page, field.substring(1)).inputValue()).as(written).isEqualTo(value);
            assertThat(unread(page, field)).as(written).isEmpty();
        });
    }

    private static void assertSaysThatItDoesNotUnderstand(Page page, String field, List<String> texts) {
        texts.forEach(written -> {
            type(page, field, written);
            assertThat(sent(page, field.substring(1)).inputValue()).as(written).isEmpty();
            assertThat(unread(page, field)).as(written).isNotEmpty();
            assertThat(page.locator(field)).hasAttribute("aria-invalid", "true");
            assertThat(page.locator(field)).hasValue(written);
        });
    }

    @Test
    void readsDaysInFrench() {
        Page page = design(desk("fr-FR"));

        assertReads(
                page,
                DAY,
                Map.ofEntries(
                        Map.entry("12/1", "2027-01-12"),
                        Map.entry("12.01.27", "2027-01-12"),
                        Map.entry("12-5", "2026-05-12"),
                        Map.entry("6/5", "2026-05-06"),
                        Map.entry("2027-1-9", "2027-01-09"),
                        Map.entry("demain", "2026-05-07"),
                        Map.entry("Aujourd'hui", "2026-05-06"),
                        Map.entry("après-demain", "2026-05-08"),
                        Map.entry("apres demain", "2026-05-08"),
                        Map.entry("lundi", "2026-05-11"),
                        Map.entry("1er août", "2026-08-01"),
                        Map.entry("1 aout 2027", "2027-08-01"),
                        Map.entry("mar. 12 janv. 2027", "2027-01-12"),
                        Map.entry("29/2", "2028-02-29"),
                        Map.entry("", "")));
        type(page, DAY, "12/1");
        assertThat(page.locator(DAY)).hasValue("mar. 12 janv. 2027");
        assertSaysThatItDoesNotUnderstand(
                page,
                DAY,
                List.of(
                        "bientôt",
                        "mercredi",
                        "31/6",
                        "12",
                        "12 jui",
                        "lundi 12 janvier 2027",
                        "13/13",
                        "12 mar",
                        "tomorrow"));
    }

    @Test
    void readsDaysInEnglish() {
        Page page = design(desk("en-GB"));

        assertReads(
                page,
                DAY,
                Map.of(
                        "13/1", "2027-01-13",
                        "6/6", "2026-06-06",
                        "12.01.27", "2027-01-12",
                        "tomorrow", "2026-05-07",
                        "Monday", "2026-05-11",
                        "January 12", "2027-01-12",
                        "12th Jan", "2027-01-12",
                        "Tue 12 Jan 2027", "2027-01-12"));
        type(page, DAY, "12 Jan");
        assertThat(page.locator(DAY)).hasValue("Tue 12 Jan 2027");
        assertSaysThatItDoesNotUnderstand(page, DAY, List.of("12/1", "demain", "1/13", "30 Feb", "Mon 12 Jan 2027"));
        type(page, DAY, "12/1");
        assertThat(page.locator(".own-field:has(" + DAY + ") .unread"))
                .hasText("12 January or 1 December? Write the month as a word.");
    }

    @Test
    void readsTimes() {
        Page page = design(desk("en-GB"));

        assertReads(
                page,
                TIME,
                Map.ofEntries(
                        Map.entry("9", "09:00"),
                        Map.entry("9:05", "09:05"),
                        Map.entry("930", "09:30"),
                        Map.entry("1430", "14:30"),
                        Map.entry("14h", "14:00"),
                        Map.entry("14h30", "14:30"),
                        Map.entry("2 pm", "14:00"),
                        Map.entry("2:30 p.m.", "14:30"),
                        Map.entry("12am", "00:00"),
                        Map.entry("12pm", "12:00"),
                        Map.entry("noon", "12:00"),
                        Map.entry("", "")));
        assertSaysThatItDoesNotUnderstand(page, TIME, List.of("2", "24:00", "9:60", "13pm", "0pm", "soon", "9:"));
    }

    @Test
    void chooseADayByKeyboardFromACalendarThatIsAccessible() throws IOException {
        Page page = design(desk("fr-FR"));
        type(page, DAY, "6/5");
        Locator opener = page.locator(".own-field:has(" + DAY + ") .opens");
        opener.press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);

        assertThat(dialog.locator("h2")).hasText("mai 2026");
        assertThat(dialog.locator("th").first()).hasText("lun");
        assertThat(dialog.locator("[aria-current=date]")).hasText("6");
        assertThat(dialog.locator(".shut")).hasText(new String[] {"1", "8", "9"});
        assertThat(dialog.locator("[data-day='2026-05-06']")).isFocused();
        assertThat(violationsSeen(page)).isEmpty();

        assertThat(after(page, "ArrowRight")).isEqualTo("2026-05-07");
        assertThat(after(page, "ArrowDown")).isEqualTo("2026-05-14");
        assertThat(after(page, "Home")).isEqualTo("2026-05-11");
        assertThat(after(page, "End")).isEqualTo("2026-05-17");
        assertThat(after(page, "PageDown")).isEqualTo("2026-06-17");
        assertThat(after(page, "ArrowUp")).isEqualTo("2026-06-10");
        assertThat(after(page, "PageUp")).isEqualTo("2026-05-10");
        assertThat(after(page, "Shift+PageDown")).isEqualTo("2027-05-10");
        assertThat(after(page, "ArrowLeft")).isEqualTo("2027-05-09");

        page.keyboard().press("Enter");
        assertThat(page.locator(DAY)).isFocused();
        assertThat(page.locator(DAY)).hasValue("dim. 9 mai 2027");
        assertThat(sent(page, "sample-day")).hasValue("2027-05-09");
        opener.press("Enter");
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(opener).isFocused();
    }

    private static Object after(Page page, String key) {
        page.keyboard().press(key);
        return page.evaluate("document.activeElement.dataset.day");
    }

    @Test
    void choosesFromAListOfTimesOnAPhone() throws IOException {
        Page page = design(phone("en-GB"));
        page.locator(TIME).click();
        assertThat(page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName("09:00").setSelected(true)))
                .isVisible();
        // An open list lies over what comes next, for as long as it is open.
        assertThat(violationsSeen(page))
                .filteredOn(each -> !each.contains("partially obscured"))
                .isEmpty();
        assertFitsTheWindow(page);

        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(TIME)).hasValue("09:15");
        page.locator(TIME).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("10:30"))
                .click();
        assertThat(sent(page, "sample-time")).hasValue("10:30");
        assertThat(page.getByRole(AriaRole.LISTBOX)).isHidden();
        page.locator(".own-field:has(" + DAY + ") .opens").click();
        assertFitsTheWindow(page);
        page.locator("[data-day='2026-05-20']").click();
        assertThat(page.locator(DAY)).hasValue("Wed 20 May 2026");
    }

    @Test
    void writesADayWithATimeInTwoFields() {
        Page page = design(desk("en-GB"));
        assertThat(page.locator("#sample-both")).hasValue("Mon 11 May 2026");

        type(page, "#sample-both", "13 May");

        assertThat(sent(page, "sample-both")).hasValue("2026-05-13T17:30");
        page.locator("#sample-both").fill("soon");
        page.locator("#sample-both").blur();
        assertThat(sent(page, "sample-both")).hasValue("");
    }

    @Test
    void sendsNothingThatIsNotUnderstood() {
        Page page = desk("en-GB");
        signIn(page, "Camille Girard");
        page.navigate("/book?site=moret&room=moret-visio&date=2026-05-12&start=09:00");
        page.locator("#title").fill("Not sent");
        page.locator("#date").fill("12/1");

        page.locator("#booking > .finish button.button").click();
        assertThat(page.locator("#date")).isFocused();
        assertThat(page.locator("#date")).hasAttribute("aria-invalid", "true");
        assertThat(page).hasURL(Pattern.compile("/book\\?"));

        type(page, "#date", "12 May");
        page.locator("#booking > .finish button.button").click();
        page.waitForURL("**/bookings/*");
        assertThat(page.locator("main")).containsText("Tuesday 12 May 2026, 09:00");
    }
}
