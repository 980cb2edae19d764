package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.TestClient;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;

/** What axe-core can find of WCAG 2.2 AA, on every page, light and dark, at a desk and on a phone. */
class AccessibilityIT extends AxeTest {

    @Autowired
    private RoomLinks links;

    @Test
    void findsNothingToObjectAtADesk() throws IOException {
        Page page = desk("en-GB");

        assertThat(violationsOnEveryPage(page, "2026-05-06")).isEmpty();
    }

    @Test
    void findsNothingToObjectInWhatIsAboutVideo() throws IOException {
        assertThat(violationsAboutVideo(desk("en-GB"), "2026-05-04T09:00", "2026-05-04T15:00"))
                .isEmpty();
    }

    @Test
    void findsNothingToObjectInWhatIsAboutVideoOnAPhoneInTheDark() throws IOException {
        Page page = phone("fr-FR");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(violationsAboutVideo(page, "2026-05-07T09:00", "2026-05-07T15:00"))
                .isEmpty();
    }

    @Test
    void findsNothingToObjectOnAPhoneInTheDark() throws IOException {
        Page page = phone("fr-FR");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(violationsOnEveryPage(page, "2026-05-05")).isEmpty();
    }

    @Test
    void findsNothingToObjectInASeriesOverAClockChangeOnAPhone() throws IOException {
        String english = aSeriesWithDatesLeftOutAndCalledOff("15:00");
        String french = aSeriesWithDatesLeftOutAndCalledOff("17:00");

        assertThat(violationsInSeries(phone("en-GB"), english, "Put back", "Do without"))
                .isEmpty();
        assertThat(violationsInSeries(phone("fr-FR"), french, "Rétablir", "Y renoncer"))
                .isEmpty();
    }

    private static List<String> violationsInSeries(Page page, String series, String... buttons) throws IOException {
        signIn(page, "Camille Girard");
        opened("/bookings/" + series, page);
        List<String> found = violationsSeen(page);
        for (String button : buttons) {
            assertThat(page.locator(".dates button:has-text('" + button + "')").count())
                    .isEqualTo(1);
        }
        assertThat(page.locator(".dates li").evaluateAll("""
            rows => rows.flatMap(row => [...row.querySelectorAll('a, button, summary')])
              .filter(each => each.getBoundingClientRect().right > innerWidth - 8).map(each => each.textContent)\
            """)).isEqualTo(List.of());
        return found;
    }

    /** Weekly in Paris and Montréal, whose clocks are five hours apart in March and six in April. */
    private String aSeriesWithDatesLeftOutAndCalledOff(String hour) {
        HttpResponse<String> other = as(NADIA).post("/api/v1/bookings", """
            {"title": "Ailleurs", "start": "2026-04-10T%s", "duration": "PT1H", "timeZone": "Europe/Paris",
             "rooms": ["melun-almont"]}\
            """.formatted(hour));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
            {"title": "Liaison hebdomadaire", "start": "2026-03-27T%s", "duration": "PT1H", "timeZone": "Europe/Paris",
             "rooms": ["melun-almont", "montreal-mont-royal"], "recurrence": "FREQ=WEEKLY;COUNT=4",
             "onConflict": "SKIP"}\
            """.formatted(hour));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        String id = TestClient.json(booked).get("id").asString();
        String off = TestClient.json(booked)
                .get("occurrences")
                .get(2)
                .get("recurrenceId")
                .asString();
        assertThat(as(CAMILLE)
                        .delete("/api/v1/bookings/" + id + "/occurrences/" + off)
                        .statusCode())
                .isEqualTo(204);
        return id;
    }

    private List<String> violationsOnEveryPage(Page page, String date) throws IOException {
        List<String> found = new ArrayList<>();
        page.navigate("/sign-in");
        found.addAll(violations(page));
        page.navigate("/forgotten");
        found.addAll(violations(page));
        page.navigate("/s/trilport?date=" + date);
        found.addAll(violations(page));
        page.navigate("/s");
        found.addAll(violations(page));
        signIn(page, "Camille Girard");
        found.addAll(violations(page));
        page.locator(".menu summary").click();
        assertFitsTheWindow(page);
        found.addAll(violations(page));
        found.addAll(violationsAt("/rooms/melun-grand-salon", page));
        page.navigate("/book?site=moret&room=moret-visio&date=" + date + "&start=12:00");
        found.addAll(violations(page));
        page.locator("#repeat").evaluate("select => select.closest('details').open = true");
        page.locator("#repeat").selectOption("WEEKLY");
        page.locator("#booking button.button").click();
        page.locator("main [role=alert]").first().waitFor();
        found.addAll(violations(page));
        page.locator("#title").fill("Everybody welcome");
        page.locator("#booking button.button").click();
        page.waitForURL("**/bookings/*");
        found.addAll(violations(page));
        page.locator(".dates a").first().click();
        found.addAll(violations(page));
        page.locator(".extents a").last().click();
        type(page, "#start", "03:00");
        page.locator("#booking button.button").click();
        page.locator("[role=alert]").waitFor();
        found.addAll(violations(page));
        page.navigate("/search?site=moret&date=" + date + "&start=09:00&people=5&kind=VISIO&repeat=WEEKLY&times=3");
        found.addAll(violations(page));
        page.navigate("/search?q=4/6%209-11%20for%206%20Melum%20every%20second%20Tuesday");
        found.addAll(violations(page));
        page.navigate("/search?site=moret&date=2026-03-01&people=0&where=nowhere");
        found.addAll(violations(page));
        page.navigate("/conference?site=moret&people=4&need=&site=montreal&people=4&need=camera&date=" + date);
        found.addAll(violations(page));
        page.navigate("/conference?site=moret&people=4&site=montreal&people=0&date=" + date);
        found.addAll(violations(page));
        page.navigate("/conference?site=moret&people=4&site=montreal&people=4&from=08:00&to=10:00&date=" + date);
        found.addAll(violations(page));
        page.navigate("/bookings");
        found.addAll(violations(page));
        page.navigate("/preferences/data");
        page.locator("details.confirm").evaluate("details => details.open = true");
        found.addAll(violations(page));
        page.navigate("/calendars");
        page.locator("main form button.button").first().click();
        page.locator(".made").waitFor();
        found.addAll(violations(page));
        for (String path : List.of(
                "/day?site=moret&date=",
                "/rooms/moret-visio/week?from=",
                "/sites/moret/week?from=",
                "/sites/moret/month?from=",
                "/me/week?from=",
                "/rooms/moret-visio/list?from=")) {
            page.navigate(path + date);
            assertFitsTheWindow(page);
            found.addAll(violations(page));
        }
        return found;
    }

    /** With everything open that opens, at a quarter past the start of the first conference. */
    private List<String> violationsAboutVideo(Page page, String first, String second) throws IOException {
        List<String> found = new ArrayList<>();
        String now = book(first);
        String later = book(second);
        clock.advance(Duration.between(
                clock.instant(),
                LocalDateTime.parse(first)
                        .plusMinutes(15)
                        .atZone(ZoneId.of("Europe/Paris"))
                        .toInstant()));
        signIn(page, "Camille Girard");
        for (String path : List.of(
                "/bookings/" + now + "/conference",
                "/bookings/" + later + "/conference",
                "/book?site=melun&video=1&room=melun-visio",
                "/book?site=roissy&room=roissy-horizon&layout=theatre&service.roissy-lunch=12",
                joinPath(now),
                joinPath(later))) {
            found.addAll(violationsAt(path, page));
        }
        found.addAll(violationsAt(links.of(new RoomId("melun-visio")).getPath(), page));
        found.addAll(violationsAt(links.sheet(new RoomId("melun-visio")).getPath(), page));
        signIn(page, "Accueil de Melun");
        for (String path : List.of(
                "/video",
                "/video/rooms/melun-visio",
                "/suites",
                "/tasks?span=week",
                "/panels",
                "/rooms/melun-visio/join-sheet",
                "/rooms/melun-visio/rights",
                "/bookings/" + now + "/conference")) {
            found.addAll(violationsAt(path, page));
        }
        return found;
    }

    private String book(String start) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
            {"title": "Liaison", "start": "%s", "duration": "PT1H", "rooms": ["melun-visio", "amsterdam-telepresence"],
             "attendees": [{"email": "kim@outside.example", "name": "Kim Nguyen"},
                           {"email": "une.adresse.vraiment.longue@agglomeration-de-melun.example"}],
             "conference": {"provider": "external", "url": "https://zoom.example/j/1",
                            "sip": "9123456789@zoomcrc.example", "phone": "+33123456789", "pin": "4711"}}\
            """.formatted(start));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }
}
