package org.passerelle.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;

/** What people come for who book rooms, and what they may write anywhere. */
class JourneysIT extends JourneyTest {

    private static final int MOST_FOR_AN_ASSISTANT = 9;
    private static final String CAMILLE_GIRARD = "Camille Girard";

    @ParameterizedTest
    @MethodSource("ways")
    void anAssistantBooksAMonthlyConferenceOfThreeSuitesWithFourPeople(Way way) {
        Page page = window(way);
        signIn(page, CAMILLE_GIRARD);

        press(way, page.locator("a.book"));
        type(way, page.locator("#title"), "Comité des sites");
        type(way, page.locator("#date"), "2027-05-" + (11 + way.number() / 10 * 7));
        type(way, page.locator("#start"), way.start());
        tick(way, page.locator("input[value=melun-telepresence]"));
        press(way, page.locator("details.others > summary"));
        for (String site : List.of("val-d-europe", "fontainebleau")) {
            Locator suite = page.locator("input[value=" + site + "-telepresence]");
            press(
                    way,
                    page.locator("details.site")
                            .filter(new Locator.FilterOptions().setHas(suite))
                            .locator("summary"));
            tick(way, suite);
        }
        type(
                way,
                page.locator("#invited"),
                "Louis Moreau, nadia@grandgroupe.example, ann@example.org, bob@example.org");
        choose(way, page.locator("#repeat"), "MONTHLY_WEEKDAY");
        assertThat(page.locator("#dates ol li")).hasCount(6);
        page.waitForFunction("() => !document.querySelector('.htmx-request')");
        assertFitsTheWindow(page);
        press(way, page.locator("#booking > .finish button.button"));
        page.waitForURL("**/bookings/*");

        assertThat(presses()).isLessThanOrEqualTo(MOST_FOR_AN_ASSISTANT);
        assertThat(page.locator(".rooms").first()).containsText("Val d'Europe");
        assertFitsTheWindow(page);
        JsonNode stored = TestClient.json(
                as(CAMILLE).get("/api/v1" + URI.create(page.url()).getPath()));
        assertThat(stored.get("attendees").findValuesAsString("email"))
                .containsExactly(LOUIS, NADIA, "ann@example.org", "bob@example.org");
        assertThat(stored.get("rooms").size()).isEqualTo(3);
        assertThat(stored.get("occurrences").size()).isEqualTo(6);
    }

    @Test
    void somebodyIsInvitedByKeyboardAlone() {
        Page page = desk("en-GB");
        signIn(page, CAMILLE_GIRARD);
        page.navigate("/book?site=moret&room=moret-visio&date=2027-05-12&start=09:00");

        page.keyboard().type("By keyboard");
        tabTo(page, page.locator("#invited"));
        page.keyboard().type("loui");
        assertThat(page.locator("#known option")).hasCount(1);
        page.locator("#invited").fill("");
        page.keyboard().type("Louis Moreau");
        tabTo(page, page.locator("#booking > .finish button.button"));
        page.keyboard().press("Enter");
        page.waitForURL("**/bookings/*");

        assertThat(page.locator("main")).containsText("Louis Moreau");
    }

    @Test
    void aRoomIsLookedAtAndBookedWithPeopleWithoutScripts() {
        Page page = phoneWithoutScripts("fr-FR");
        signIn(page, CAMILLE_GIRARD);
        page.navigate("/rooms/moret-visio");
        page.getByText("Un autre moment").click();

        page.locator("#title").fill("Sans script");
        page.locator("#date").fill("2027-05-13");
        page.locator("#start").fill("09:00");
        page.locator("#invited").fill("Louis Moreau, Personne D’Ici");
        page.locator("#booking > .finish button.button").click();
        assertThat(page.locator(".notice.bad")).containsText("Personne D’Ici");
        page.locator("#invited").fill("Louis Moreau");
        page.locator("#booking > .finish button.button").click();

        assertThat(page.locator("main")).containsText("Louis Moreau");
        assertFitsTheWindow(page);
    }

    /** Nothing that somebody wrote is more than a text, and no page asks another host for anything or runs what stands in it. */
    @Test
    void whateverPeopleWriteIsShownHarmlesslyOnEveryPage() {
        String title = HOSTILE.replace("\\", "\\\\").replace("\"", "\\\"");
        String id = BookingBody.at("2027-05-14T09:00", "moret-visio")
                .called(title)
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();
        Page page = phone("en-GB");
        Set<String> hosts = new TreeSet<>();
        page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        page.onDialog(dialog -> hosts.add("dialog " + dialog.message()));
        signIn(page, CAMILLE_GIRARD);

        for (String path : List.of(
                "/bookings", "/bookings/" + id, "/bookings/" + id + "/change", "/day?site=moret&date=2027-05-14")) {
            assertHarmless(page, path);
            assertThat(page.locator("main").innerHTML()).as(path).contains("window.hostile");
        }
        assertHarmless(page, "/bookings/" + id + "/history");
        String longest = "W".repeat(10_000);
        for (String typed : List.of(longest, "%E2%80%AEtxt.exe", "%3Cscript%3Ewindow.hostile%3D1%3C%2Fscript%3E")) {
            for (String path : List.of(
                    "/book?title=",
                    "/book?invited=",
                    "/book?guests=",
                    "/search?q=",
                    "/bookings?q=",
                    "/calendars?subject=")) {
                assertHarmless(page, path + typed);
            }
            // A part of a page, which has no icon of its own.
            assertThat(browserOf(CAMILLE).get("/book/people?invited=" + typed).body())
                    .doesNotContain("<script");
        }
        assertThat(hosts).containsExactly("127.0.0.1:" + port);
    }

    private static void assertHarmless(Page page, String path) {
        Response answer = page.navigate(path);
        String policy = answer.headerValue("content-security-policy");
        String where = path.substring(0, Math.min(60, path.length()));

        assertThat(answer.status()).as(where).isEqualTo(200);
        assertThat(policy)
                .as(where)
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe", "*", "http", "script-src");
        assertThat(page.evaluate("typeof window.hostile")).as(where).isEqualTo("undefined");
        assertThat(page.locator("main img, main script, script:not([src]), [style], [onclick]")
                        .count())
                .as(where)
                .isZero();
        assertFitsTheWindow(page);
    }
}
