package org.passerelle.web.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.DemoNetwork;
import org.passerelle.HttpTest;

/** Weeks, months and lists, as they are sent. */
class CalendarPageTests extends HttpTest {

    private static final List<String> VIEWS = List.of("week", "month", "list");

    private String booked(String by, String room, String start, String title, String more) {
        HttpResponse<String> answer = as(by).post("/api/v1/bookings", """
                {"title":"%s","start":"%s","duration":"PT1H","rooms":["%s"]%s}""".formatted(title, start, room, more));
        return DemoNetwork.created(answer).get("id").asString();
    }

    private String page(String person, String path) {
        HttpResponse<String> answer = browserOf(person).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aWeekOffersTheHalfHoursAroundABookingAndNoneWithin() {
        booked(CAMILLE, "melun-seine", "2028-01-11T09:00", "Semaine pleine", "");

        String week = page(CAMILLE, "/rooms/melun-seine/week?from=2028-01-14");

        String link = "date=2028-01-11&amp;room=melun-seine&amp;start=";
        assertThat(week)
                .contains("Mon 10 Jan to Sun 16 Jan 2028", "Semaine pleine", "09:00–10:00", ", yours")
                .contains(link + "08:30", link + "10:00")
                .doesNotContain(link + "09:00", link + "09:30");
    }

    @Test
    void tellNobodyWhatTheyMayNotRead() {
        String secret = booked(NADIA, "melun-seine", "2028-01-18T09:00", "Cachotterie", "");
        String closed = booked(LOUIS, "melun-seine", "2028-01-18T10:00", "Confidence", ",\"visibility\":\"PRIVATE\"");
        String open = booked(LOUIS, "melun-seine", "2028-01-18T11:00", "Grand jour", "");

        List<String> pages = Stream.of("/rooms/melun-seine/", "/sites/melun/", "/me/")
                .flatMap(path -> VIEWS.stream().map(view -> page(CAMILLE, path + view + "?from=2028-01-17")))
                .toList();

        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("Cachotterie", secret, "Confidence", closed, "Nadia", "grandgroupe"));
        assertThat(page(CAMILLE, "/rooms/melun-seine/list?from=2028-01-18"))
                .contains("Grand jour", open, "your firm’s", "Busy");
        assertThat(page(CAMILLE, "/rooms/melun-seine/week?from=2028-01-18")).contains("piece busy w12 firm");
        for (String id : List.of(secret, closed)) {
            assertThat(browserOf(CAMILLE).get("/bookings/" + id + "/card").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aCardSaysWhoAndWhatOneMayDo() {
        String id =
                booked(LOUIS, "melun-seine", "2028-01-25T09:00", "Rythme", ",\"recurrence\":\"FREQ=DAILY;COUNT=3\"");
        String card = "/bookings/" + id + "/card?date=2028-01-26T08:00:00Z";

        assertThat(page(LOUIS, "/rooms/melun-seine/week?from=2028-01-25"))
                .contains("data-date=\"2028-01-26T08:00:00Z\"");
        assertThat(page(LOUIS, card))
                .contains("Rythme", "Wed 26 Jan, 09:00–10:00", "Louis", "extent=ONE")
                .contains("occurrence=2028-01-26T08:00:00Z");
        assertThat(page(CAMILLE, card)).contains("Louis").doesNotContain("/change");
        assertThat(browserOf(NADIA).get(card).statusCode()).isEqualTo(404);
    }

    @Test
    void onesOwnCalendarSaysOnWhichClocksATimeIs() {
        String id = booked(CAMILLE, "montreal-mont-royal", "2028-02-01T10:00", "Outre-mer", "");

        for (String view : VIEWS) {
            assertThat(page(CAMILLE, "/me/" + view + "?from=2028-02-01"))
                    .contains("Outre-mer", "10:00–11:00", "Montreal time", "<a href=\"/bookings/" + id + "\"");
        }
        assertThat(page(CAMILLE, "/rooms/montreal-mont-royal/week?from=2028-02-01"))
                .contains("<p class=\"muted\">Montreal time</p>");
    }

    @Test
    void aMonthAndAWeekOfASiteSayHowFullItIsFromMemory() {
        booked(NADIA, "moret-visio", "2028-02-09T09:00", "Ailleurs", "");
        booked(CAMILLE, "moret-visio", "2028-02-10T09:00", "Ici même", "");

        assertThat(page(CAMILLE, "/sites/moret/month?from=2028-02-20"))
                .contains("February 2028", "% taken", "Ici même", ">closed<")
                .contains("/sites/moret/month?from=2028-01-01", "/sites/moret/month?from=2028-03-01");
        assertThat(page(CAMILLE, "/sites/moret/week?from=2028-02-10"))
                .contains("11 h free", "<b class=\"own\">yours</b>", "/rooms/moret-visio/week?from=2028-02-07")
                .doesNotContain("Ailleurs");
    }

    @Test
    void aWeekOfASiteTellsColleaguesFromOthersAndAMonthSaysWhatItLeavesOut() {
        booked(LOUIS, "moret-visio", "2028-03-14T09:00", "Entre collègues", "");
        booked(LOUIS, "moret-visio", "2028-03-16T09:00", "Confidence", ",\"visibility\":\"PRIVATE\"");
        booked(NADIA, "moret-visio", "2028-03-15T09:00", "Ailleurs", "");

        String week = page(CAMILLE, "/sites/moret/week?from=2028-03-14");

        assertThat(week.split("class=\"of-firm\">your firm’s", -1)).hasSize(2);
        assertThat(week).doesNotContain("Entre collègues", "Confidence");
        assertThat(page(NADIA, "/sites/moret/week?from=2028-03-14")).doesNotContain("of-firm");
        assertThat(page(CAMILLE, "/sites/moret/month?from=2028-03-14")).contains("only your own are named");
        assertThat(page(CAMILLE, "/rooms/moret-visio/week?from=2028-03-14")).contains("href=\"/rooms/moret-visio\"");
    }

    @Test
    void onesOwnCalendarFollowsEverySiteWhereOneHasBooked() {
        booked(MANAGER, "montreal-mont-royal", "2028-03-07T10:00", "Outre-mer", "");

        String week = page(MANAGER, "/me/week?from=2028-03-07");

        assertThat(week).containsPattern("data-live=\"/live\\?[a-z=&;-]*site=montreal");
    }

    @Test
    void aRoomShowsWhatWasBookedOfTheWholeThatItIsAPartOf() {
        booked(CAMILLE, "melun-grand-salon", "2028-02-15T09:00", "Assemblée", "");

        assertThat(page(CAMILLE, "/rooms/melun-almont/week?from=2028-02-15"))
                .contains("Assemblée (Grand Salon)", "bracket mine");
        assertThat(page(CAMILLE, "/sites/melun/list?from=2028-02-15").split("Assemblée", -1))
                .as("once, besides its tooltip")
                .hasSize(3);
    }

    @Test
    void areLinkedFromTheDayTodayAndTheRulesOfARoom() {
        assertThat(page(CAMILLE, "/day?site=melun&date=2028-02-15"))
                .contains("/rooms/melun-seine/week?from=2028-02-15", "/sites/melun/month?from=2028-02-15");
        assertThat(page(CAMILLE, "/")).contains("/me/week");
        assertThat(page(CAMILLE, "/rooms/melun-seine/rights")).contains("/rooms/melun-seine/week");
    }
}
