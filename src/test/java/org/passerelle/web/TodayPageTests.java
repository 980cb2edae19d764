package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.StoreCommands;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The first page, on days of its own. */
class TodayPageTests extends HttpTest {

    private static final Pattern OFFER =
            Pattern.compile("<form method=\"post\" action=\"/today/book\">.*?</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final long SEED = Long.getLong("today.seed", 20_261_130);
    private static final int PAGES = Integer.getInteger("today.pages", 40);

    @Autowired
    private StoreCommands commands;

    private void at(String moment) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    /** The fields of each form that books by one press. */
    private static List<Map<String, String>> offers(String page) {
        return OFFER.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(form -> {
                    Map<String, String> fields = new LinkedHashMap<>();
                    FIELD.matcher(form).results().forEach(field -> fields.put(field.group(1), field.group(2)));
                    return fields;
                })
                .toList();
    }

    private static HttpResponse<String> press(TestClient browser, Map<String, String> offer) {
        return browser.postForm("/today/book", offer);
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static void undo(TestClient browser, String booking) {
        String page = browser.get(booking).body();
        browser.postForm(booking + "/cancel", Map.of("_csrf", token(page)));
    }

    private static String token(String page) {
        return FIELD.matcher(page)
                .results()
                .filter(field -> field.group(1).equals("_csrf"))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    @Test
    void teachesWhoeverHasBookedNothing() {
        at("2027-12-01T09:00:00Z");

        String page = browserOf(ADMIN).get("/?site=melun").body();

        assertThat(page).contains("Nothing is booked yet", "A room right now", "<a href=\"/search\">find a room</a>");
    }

    @Test
    void booksByOnePressAndCanBeUndone() {
        at("2027-02-02T09:07:00Z");
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> offer = offers(browser.get("/?site=rebais").body()).get(0);

        String booking = location(press(browser, offer));
        String page = browser.get(booking).body();
        String again = browser.get(booking).body();

        assertThat(offer).containsEntry("start", "10:05").containsEntry("until", "11:15");
        assertThat(booking).startsWith("/bookings/");
        assertThat(page).contains("Booked.", "Undo", "Meeting", "10:05–11:15", "2 people");
        assertThat(again).doesNotContain("Undo");
        undo(browser, booking);
        assertThat(offers(browser.get("/?site=rebais").body()).get(0)).containsEntry("room", offer.get("room"));
    }

    @Test
    void canBeNamedThoughItHasBegun() {
        at("2027-02-02T13:07:00Z");
        TestClient browser = browserOf(CAMILLE);
        String booking = location(
                press(browser, offers(browser.get("/?site=rebais").body()).get(0)));
        String page = browser.get(booking).body();

        HttpResponse<String> named = ShownForm.on(
                        browser.get(booking + "/change").body())
                .with("title", "Point du mardi")
                .send(browser);

        assertThat(page).contains("href=\"" + booking + "/change\"");
        assertThat(location(named)).isEqualTo(booking);
        assertThat(browser.get(booking).body()).contains("<h1>Point du mardi</h1>", "14:05–15:15");
        undo(browser, booking);
    }

    @Test
    void isOneBookingHoweverOftenItIsPressed() {
        at("2027-02-03T09:07:00Z");
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> offer = offers(browser.get("/?site=rebais").body()).get(0);

        String first = location(press(browser, offer));
        String second = location(press(browser, offer));

        assertThat(second).isEqualTo(first);
        undo(browser, first);
    }

    @Test
    void beginsNowThoughThePageWasReadForAWhile() {
        at("2027-02-04T09:07:00Z");
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> offer = offers(browser.get("/?site=rebais").body()).get(0);
        at("2027-02-04T09:21:00Z");

        String booking = location(press(browser, offer));

        assertThat(browser.get(booking).body()).contains("10:20–11:15");
        undo(browser, booking);
    }

    @Test
    void saysWhatWasTakenMeanwhile() {
        at("2027-02-05T09:07:00Z");
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> offer = offers(browser.get("/?site=rebais").body()).get(0);
        JsonNode taken = BookingBody.at("2027-02-05T10:30", Objects.requireNonNull(offer.get("room")))
                .bookedBy(as(NADIA));

        String back = location(press(browser, offer));
        String page = browser.get(back).body();

        assertThat(back).isEqualTo("/");
        assertThat(page).contains("role=\"alert\"").contains("is taken from 10:30");
        as(NADIA).delete(BookingBody.BOOKINGS + "/" + taken.get("id").asString());
    }

    @Test
    void tellsOfTheNextMeetingAndItsOnePress() {
        at("2027-02-08T07:00:00Z");
        JsonNode made = BookingBody.at("2027-02-08T10:00", "rebais-visio").bookedBy(as(CAMILLE));
        JsonNode later = BookingBody.at("2027-02-08T15:00", "rebais-morin").bookedBy(as(CAMILLE));
        String checkIn = "/bookings/" + made.get("id").asString() + "/check-in";

        String early = browserOf(CAMILLE).get("/").body();
        at("2027-02-08T08:55:00Z");
        TestClient browser = browserOf(CAMILLE);
        String open = browser.get("/").body();
        String date = made.get("occurrences").get(0).get("recurrenceId").asString();
        browser.postForm(checkIn, Map.of("date", date, "_csrf", token(open)));
        at("2027-02-08T09:10:00Z");
        String going = browserOf(CAMILLE).get("/").body();

        assertThat(early)
                .contains("10:00–11:00", "Later today", "15:00–16:00", "Where you usually meet")
                .doesNotContain(checkIn);
        assertThat(open).contains("Next</h2>", checkIn);
        assertThat(going)
                .contains("Going on now", "/bookings/" + made.get("id").asString() + "/end")
                .doesNotContain(checkIn);
        for (JsonNode each : List.of(made, later)) {
            as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + each.get("id").asString());
        }
    }

    @Test
    void tellsWhenAClosedSiteOpensAndOffersThat() {
        at("2027-02-13T10:00:00Z"); // a Saturday
        String page = browserOf(CAMILLE).get("/?site=rebais").body();

        assertThat(page).contains("is closed for today. It opens next on Mon 15 Feb");
        assertThat(offers(page))
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(offer).containsEntry("date", "2027-02-15"));
    }

    /** One of the bookings, one of places in waiting lines, one of moves; and for each request the account. */
    @Test
    void readsLittle() {
        at("2027-02-10T09:07:00Z");
        TestClient browser = browserOf(CAMILLE);
        browser.get("/");
        commands.begin();

        int status = browser.get("/").statusCode();
        commands.end();

        assertThat(status).isEqualTo(200);
        assertThat(commands.naming("find").stream()
                        .filter(each -> each.thread().contains("exec"))
                        .filter(each ->
                                each.name().equals("find") || each.name().equals("aggregate"))
                        .map(StoreCommands.Asked::collection))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void offersAGuestNothingToPress() {
        HttpResponse<String> made = as(ADMIN)
                .put(
                        "/api/v1/admin/people/guest.of.today@atelier-brie.example",
                        "{\"name\":\"Guest\",\"organisation\":\"atelier-brie\",\"role\":\"GUEST\",\"password\":\"%s\"}"
                                .formatted("four words by chance"));
        TestClient browser = anonymous().withCookies();
        browser.signIn("guest.of.today@atelier-brie.example", "four words by chance");

        String page = browser.get("/").body();

        assertThat(made.statusCode()).as(made.body()).isLessThan(300);
        assertThat(page).contains("open to guests").doesNotContain("/today/book");
    }

    @Test
    void saysWhatItCannotRead() {
        String page = browserOf(CAMILLE).get("/?people=many&length=forever").body();

        assertThat(page).contains("aria-invalid=\"true\"", "value=\"many\"");
        assertThat(browserOf(CAMILLE).get("/?site=nowhere").statusCode()).isEqualTo(404);
    }

    /** Drawn by {@code today.seed}: whatever is offered, to whomever, wherever and whenever, can be had. */
    @Test
    void showsAnInvitationUntilItIsAnswered() {
        at("2028-08-01T05:00:00Z");
        HttpResponse<String> made = as(CAMILLE).post("/api/v1/bookings", """
                {"title": "Sans réponse", "start": "2028-08-01T11:00", "duration": "PT1H", "rooms": ["moret-visio"],
                 "attendees": [{"email": "%s"}]}""".formatted(LOUIS));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        TestClient browser = browserOf(LOUIS);
        String page = browser.get("/").body();
        Matcher link = Pattern.compile("href=\"(/answer/[^\"]+)\"(?:(?!</li>).)*Sans réponse", Pattern.DOTALL)
                .matcher(page);

        assertThat(link.find()).isTrue();
        assertThat(page).contains("invites you and waits for your answer");
        assertThat(browserOf(CAMILLE).get("/").body()).doesNotContain(link.group(1));
        browser.postForm(link.group(1), Map.of("answer", "yes"));
        assertThat(browser.get("/").body()).doesNotContain(link.group(1));
    }

    @Test
    void offersNothingThatCannotBeHad() {
        Random drawing = new Random(SEED);
        List<String> sites = List.of("melun", "montreal", "senart", "val-d-europe", "roissy", "amsterdam", "chelles");
        List<String> refused = new ArrayList<>();
        int pressed = 0;
        for (int i = 0; i < PAGES; i++) {
            String moment = Instant.parse("2027-03-01T00:00:00Z")
                    .plus(Duration.ofHours(24L * i + drawing.nextInt(24)).plusMinutes(drawing.nextInt(60)))
                    .toString();
            at(moment);
            TestClient browser = browserOf(List.of(LOUIS, NADIA, MANAGER, ADMIN).get(drawing.nextInt(4)));
            String path = "/?site=" + sites.get(drawing.nextInt(sites.size())) + "&people=" + (1 + drawing.nextInt(12))
                    + "&length=" + List.of("PT30M", "PT1H", "PT2H").get(drawing.nextInt(3));
            List<Map<String, String>> all = offers(browser.get(path).body());
            for (Map<String, String> offer : all.subList(0, Math.min(3, all.size()))) {
                String to = location(press(browser, offer));
                pressed++;
                if (to.equals("/")) {
                    refused.add(
                            moment + " " + path + " " + offer + browser.get("/").body());
                } else {
                    undo(browser, to);
                }
            }
        }

        assertThat(refused).as("seed %s", SEED).isEmpty();
        assertThat(pressed).isGreaterThan(PAGES / 2);
    }
}
