package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.passerelle.api.BookingBody;
import org.springframework.test.context.TestPropertySource;

/**
 * Pictures of the main pages for the docs, from the running demo on the day on which all tests are: {@code
 * -Dscreenshots=docs/images -Dtest=ScreenshotsIT}. {@code -Pnightly} makes them in {@code target}, so that this goes on working.
 */
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "Pictures are made with -Dscreenshots=docs/images")
@TestPropertySource(properties = "passerelle.test.bookings=pictures")
class ScreenshotsIT extends BrowserTest {

    private static final int LARGEST = 120 * 1024;

    /** One of the pages. */
    private record Picture(String name, String path) {}

    private static final List<Picture> OF_A_MEMBER = List.of(
            new Picture("today", "/"),
            new Picture("find", "/search?q=tomorrow+2pm+2h+6+people+Melun"),
            new Picture("book", "/book?site=melun&room=melun-seine&date=2026-03-26&start=14:00&title=Budget"),
            new Picture(
                    "meet",
                    "/conference?site=melun&people=4&site=amsterdam&people=3&length=PT1H&date=2026-03-26&days=3#plan"),
            new Picture("bookings", "/bookings"),
            new Picture("day", "/day?site=melun&date=2026-03-26"),
            new Picture("room", "/rooms/melun-grand-salon"),
            new Picture("rights", "/rooms/melun-telepresence/rights"),
            new Picture("help", "/help"));

    private static final List<Picture> OF_A_MANAGER =
            List.of(new Picture("requests", "/requests"), new Picture("closures", "/closures"));

    @Test
    void showsTheMainPages() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        BookingBody.at("2026-03-25T14:00", "melun-seine")
                .called("Quarterly budget")
                .bookedBy(as(CAMILLE));
        BookingBody.at("2026-03-25T16:00", "melun-almont").called("Site visit").bookedBy(as(CAMILLE));
        BookingBody.at("2026-03-26T09:00", "melun-grand-salon")
                .called("Open day")
                .lasting("PT3H")
                .bookedBy(as(LOUIS));
        BookingBody.at("2026-03-26T09:30", "melun-visio")
                .called("Interviews")
                .lasting("PT2H")
                .bookedBy(as(CAMILLE));
        BookingBody.at("2026-03-26T13:00", "melun-telepresence")
                .called("Board")
                .lasting("PT2H")
                .bookedBy(as(NADIA));
        BookingBody.at("2026-03-26T15:00", "melun-seine")
                .called("Course")
                .lasting("PT90M")
                .bookedBy(as(NADIA));
        BookingBody.at("2026-03-31T10:00", "melun-visio", "amsterdam-visio")
                .called("Weekly link")
                .every("FREQ=WEEKLY;COUNT=6")
                .bookedBy(as(CAMILLE));

        Page desk = window(1200, 750, ColorScheme.LIGHT);
        taken(desk, new Picture("sign-in", "/sign-in"), folder);
        signIn(desk, "Camille Girard");
        for (Picture each : OF_A_MEMBER) {
            taken(desk, each, folder);
        }
        Page manager = window(1200, 750, ColorScheme.LIGHT);
        signIn(manager, "Accueil de Melun");
        for (Picture each : OF_A_MANAGER) {
            taken(manager, each, folder);
        }
        Page phone = window(390, 750, ColorScheme.DARK);
        signIn(phone, "Camille Girard");
        taken(phone, new Picture("phone", "/rooms/melun-visio"), folder);
    }

    private Page window(int width, int height, ColorScheme colours) {
        return window(
                new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setTimezoneId("Europe/Paris")
                        .setColorScheme(colours),
                "en-GB");
    }

    private static void taken(Page page, Picture picture, Path folder) throws IOException {
        Path file = folder.resolve(picture.name() + ".png");
        page.navigate(picture.path());
        page.evaluate("() => document.fonts.ready");
        page.evaluate("() => { document.activeElement?.blur(); if (!location.hash) scrollTo(0, 0); }");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));

        assertThat(Files.size(file)).as(file.toString()).isBetween(5L * 1024, (long) LARGEST);
    }
}
