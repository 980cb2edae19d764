package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;

/**
 * What pages show as free can be booked by whoever looks, and what waits for a manager is not called booked. It is Wednesday 25
 * March 2026, 10:00 in Paris.
 */
class NothingIsFreeThatIsNotTests extends HttpTest {

    private static String standing(String page, String room) {
        Matcher found =
                Pattern.compile("id=\"standing-" + room + "\"[^>]*>([^<]*)<").matcher(page);
        assertThat(found.find()).as(room).isTrue();
        return found.group(1);
    }

    private String form(String who, String site, String date, String start) {
        return browserOf(who)
                .get("/book?site=" + site + "&date=" + date + "&start=" + start + "&length=PT1H")
                .body();
    }

    @Test
    void theFormSaysWhyARoomCannotBeHad() {
        assertThat(standing(form(CAMILLE, "melun", "2026-03-25", "08:00"), "melun-seine"))
                .isEqualTo("past");
        assertThat(standing(form(CAMILLE, "melun", "2028-06-06", "10:00"), "melun-seine"))
                .isEqualTo("too far ahead");
        assertThat(standing(form(CAMILLE, "melun", "2026-03-28", "10:00"), "melun-seine"))
                .isEqualTo("closed");
        assertThat(standing(form(CAMILLE, "melun", "2026-03-26", "10:00"), "melun-seine"))
                .isEqualTo("free");
    }

    @Test
    void theFormSaysWhatAManagerGivesAwayAndWhatWishesToBeToldAhead() {
        assertThat(standing(form(CAMILLE, "val-d-europe", "2026-03-26", "10:00"), "val-d-europe-amphitheatre"))
                .isEqualTo("too soon");
        assertThat(standing(form(CAMILLE, "val-d-europe", "2026-04-08", "10:00"), "val-d-europe-amphitheatre"))
                .isEqualTo("free, if the manager agrees");
    }

    @Test
    void aRoomThatIsKeptForOthersIsFreeForThemAlone() {
        assertThat(standing(form(CAMILLE, "senart", "2026-03-26", "10:00"), "senart-direction"))
                .isEqualTo("kept for others");
        assertThat(standing(form(NADIA, "senart", "2026-03-26", "10:00"), "senart-direction"))
                .isEqualTo("free");
        assertThat(browserOf(CAMILLE).get("/day?site=senart&date=2026-03-26").body())
                .contains("kept for others")
                .doesNotContain("room=senart-direction");
        assertThat(browserOf(NADIA).get("/day?site=senart&date=2026-03-26").body())
                .doesNotContain("kept for others")
                .contains("room=senart-direction");
    }

    @Test
    void theDayShowsNothingAsFreeBeyondTheHorizonAndNothingOfThePast() {
        String far = browserOf(CAMILLE).get("/day?site=melun&date=2028-06-06").body();
        String yesterday =
                browserOf(CAMILLE).get("/day?site=melun&date=2026-03-24").body();

        assertThat(far).contains("not to be booked yet").doesNotContain("class=\"start");
        assertThat(yesterday).contains(">past<").doesNotContain("class=\"start");
    }

    @Test
    void theDayShowsAGuestNothingAsFree() {
        HttpResponse<String> made = as(ADMIN)
                .put(
                        "/api/v1/admin/people/guest.of.offers@atelier-brie.example",
                        "{\"name\":\"Guest\",\"organisation\":\"atelier-brie\",\"role\":\"GUEST\",\"password\":\"four"
                                + " words by chance\"}");

        TestClient browser = anonymous().withCookies();
        browser.signIn("guest.of.offers@atelier-brie.example", "four words by chance");
        String day = browser.get("/day?site=melun&date=2026-03-26").body();

        assertThat(made.statusCode()).as(made.body()).isLessThan(300);
        assertThat(day).contains("kept for others").doesNotContain("class=\"start");
    }

    @Test
    void thePlannerDrawsNothingAsFreeInThePast() {
        String page = browserOf(CAMILLE)
                .get("/conference?site=melun&people=4&need=&length=PT1H&date=2026-03-25&days=1&from=08:00&to=19:00"
                        + "&kind=&order=START")
                .body();

        assertThat(page).contains("10:00").doesNotContain("08:30 free");
    }

    private static final String LIZY = "    rooms:\n      lizy-sur-ourcq-ourcq:";

    private static final String AN_HOUR_A_DAY = "    rules: {quotas: [{per: PERSON, hours: PT1H, in: DAY}]}\n";

    @Test
    void whatAQuotaRefusesIsFreeNowhere() {
        String before = as(ADMIN).get("/api/v1/admin/directory").body();
        assertThat(before).contains(LIZY);
        String planner = "/conference?site=lizy-sur-ourcq&people=2&need=&length=PT1H&date=2026-11-18&days=1&from=08:00"
                + "&to=19:00&kind=&order=START";
        HttpResponse<String> put =
                as(ADMIN).putYaml("/api/v1/admin/directory", before.replace(LIZY, AN_HOUR_A_DAY + LIZY));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(browserOf(CAMILLE).get(planner).body()).contains("14:00 free");
        List<String> pages =
                List.of("/day?site=lizy-sur-ourcq&date=2026-11-18", "/rooms/lizy-sur-ourcq-visio/week?from=2026-11-18");
        String week = "/sites/lizy-sur-ourcq/week?from=2026-11-18";
        String free = "date=2026-11-18&amp;room=lizy-sur-ourcq-visio&amp;start=14:00";
        String usedUp = "as much as you may have is used up";
        JsonNode made =
                BookingBody.at("2026-11-18T09:00", "lizy-sur-ourcq-visio").bookedBy(as(CAMILLE));
        try {
            assertThat(browserOf(CAMILLE).get(planner).body()).contains("14:00").doesNotContain("14:00 free");
            for (String page : pages) {
                assertThat(browserOf(CAMILLE).get(page).body())
                        .as(page)
                        .contains(usedUp)
                        .doesNotContain(free);
                assertThat(browserOf(LOUIS).get(page).body())
                        .as(page)
                        .contains(free)
                        .doesNotContain(usedUp);
            }
            assertThat(browserOf(CAMILLE).get(week).body()).contains("not to be booked");
            assertThat(browserOf(LOUIS).get(week).body()).doesNotContain("not to be booked");
        } finally {
            as(CAMILLE).delete("/api/v1/bookings/" + made.get("id").asString());
            as(ADMIN).putYaml("/api/v1/admin/directory", before);
        }
    }

    @Test
    void thePageOfARequestSaysThatItWaits() {
        TestClient browser = browserOf(CAMILLE);
        HttpResponse<String> sent = ShownForm.on(browser.get(
                                "/book?site=val-d-europe&room=val-d-europe-amphitheatre&date=2026-04-09&start=10:00&length=PT1H")
                        .body())
                .with("title", "Cours ouvert")
                .send(browser);
        String page =
                browser.get(sent.headers().firstValue("Location").orElseThrow()).body();

        assertThat(page).contains("Asked for.").doesNotContain(">Booked.<");
    }
}
