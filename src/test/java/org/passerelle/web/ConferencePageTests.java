package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** The page that plans conferences, as a browser without scripts gets it. */
class ConferencePageTests extends HttpTest {

    private static final String GUEST = "guest-who-confers@atelier-brie.example";
    private static final String VIDEO = "&length=PT1H&days=3&from=08:00&to=19:00&kind=VISIO&order=START";
    private static final String MELUN_AND_MONTREAL = "site=melun&people=6&need=&site=montreal&people=4&need=";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"\\s+name=\"([^\"]+)\"\\s+value=\"([^\"]*)\"");

    @Autowired
    private AccountRegister register;

    @Test
    void beginsWithTwoPartiesAndLooksForNothing() {
        String page = browserOf(CAMILLE).get("/conference").body();

        assertThat(page)
                .contains("id=\"site-0\"", "id=\"site-1\"", "value=\"2026-03-25\"")
                .doesNotContain("id=\"site-2\"", "id=\"plan\"");
    }

    @Test
    void addsAndRemovesPartiesWithoutLosingWhatWasTyped() {
        TestClient browser = browserOf(CAMILLE);
        String typed = "/conference?site=melun&people=7&need=screen&site=rebais&people=9&need=&date=2026-06-01&days=5";

        String added = browser.get(typed + "&add=1").body();
        String removed = browser.get(typed + "&remove=0").body();

        assertThat(added).contains("id=\"site-2\"", "value=\"7\"", "value=\"9\"", "value=\"2026-06-01\"");
        assertThat(removed).contains("value=\"9\"").doesNotContain("value=\"7\"", "id=\"site-1\"", "id=\"plan\"");
    }

    @Test
    void showsWhenAllCanMeetInTheTimeOfEachSite() {
        String page = plan(CAMILLE, MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-01");

        assertThat(page)
                .contains("15 times at which everybody can meet", "Monday 1 June 2026, 14:00–15:00")
                .contains("08:00–09:00 Montreal time")
                .contains("13:30 free", "18:30 free for everybody", "19:00 open, outside the hours you gave")
                .contains("14:00 free for everybody", "08:00 free for everybody", "07:30 closed")
                .contains("href=\"#slot-1\"", "id=\"slot-1\"");
    }

    @Test
    void leadsToAllTimesOfTheDaysThatWereAsked() {
        TestClient browser = browserOf(CAMILLE);
        String first = browser.get("/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-01")
                .body();

        String second = browser.get(more(first)).body();
        String third = browser.get(more(second)).body();

        assertThat(first).contains("id=\"slot-6\"", "9 are left").doesNotContain("id=\"slot-7\"");
        assertThat(second).contains("id=\"slot-12\"", "3 are left", "value=\"montreal\"");
        assertThat(third)
                .contains("id=\"slot-15\"", "Wednesday 3 June 2026, 18:00–19:00")
                .doesNotContain("are left", "are not shown");
    }

    private static String more(String page) {
        Matcher link =
                Pattern.compile("href=\"(/conference[^\"#]*show=[0-9]+)#plan\"").matcher(page);
        assertThat(link.find()).isTrue();
        return HtmlUtils.htmlUnescape(link.group(1));
    }

    @Test
    void offersAnotherRoomThereInsteadOfLeavingASiteOut() {
        TestClient browser = browserOf(CAMILLE);
        book(browser, "montreal-telepresence", "2026-08-24");

        String page = browser.get("/conference?" + MELUN_AND_MONTREAL
                        + "&length=PT1H&from=08:00&to=19:00&order=START&kind=TELEPRESENCE&days=1&date=2026-08-24")
                .body();

        assertThat(page)
                .contains("With another room at Montréal", "In another room:", "id=\"slot-1\"")
                .doesNotContain("Without Montréal", "without Montréal");
    }

    private static void book(TestClient browser, String room, String day) {
        ShownForm.on(browser.get("/book?site=montreal&room=" + room + "&date=" + day
                                + "&start=08:00&length=CUSTOM&until=20:00")
                        .body())
                .with("title", "All day")
                .send(browser);
    }

    @Test
    void booksAllRoomsWithOnePress() {
        TestClient browser = browserOf(CAMILLE);
        String page = browser.get("/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-04")
                .body();

        String booking = location(press(browser, page, "Across the ocean"));

        assertThat(booking).contains("/bookings/");
        assertThat(browser.get(booking).body())
                .contains("Booked.", "Across the ocean", "10 people", "Thursday 4 June 2026, 14:00–15:00")
                .contains("Melun Val de Seine", "Montréal", "08:00–09:00 Montreal time");
    }

    @Test
    void takesASecondPressAsTheFirst() {
        TestClient browser = browserOf(CAMILLE);
        String page = browser.get("/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-08")
                .body();

        String first = location(press(browser, page, "Pressed twice"));
        String second = location(press(browser, page, "Pressed twice"));

        assertThat(first).contains("/bookings/").isEqualTo(second);
    }

    @Test
    void saysThatATimeIsGoneAndShowsTheNext() {
        TestClient slow = browserOf(CAMILLE);
        String question = "/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-11";
        String seen = slow.get(question).body();
        TestClient quick = browserOf(NADIA);
        press(quick, quick.get(question).body(), "Quicker");

        HttpResponse<String> refused = press(slow, seen, "Slower");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Nothing is booked",
                        "Salle Visio (Melun Val de Seine) is taken from 14:00 to 15:00 (Thu 11 Jun).")
                .contains("These times are free at present", "Thursday 11 June 2026, 15:00–16:00")
                .doesNotContain("Thursday 11 June 2026, 14:00–15:00", "Quicker");
    }

    @Test
    void wantsATitle() {
        TestClient browser = browserOf(CAMILLE);
        String page = browser.get("/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-15")
                .body();

        HttpResponse<String> refused = press(browser, page, " ");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say in a word what it is for.", "Monday 15 June 2026, 14:00–15:00");
    }

    @Test
    void namesThePartyThatMakesItImpossibleAndWhatWouldHelp() {
        String page = plan(
                CAMILLE,
                MELUN_AND_MONTREAL + "&length=PT1H&days=1&from=08:00&to=12:00&kind=VISIO&order=START&date=2026-06-17");

        assertThat(page)
                .contains("There is no time at which Melun Val de Seine and Montréal can all meet.")
                .contains("This would help:", "Outside the hours of the day", "from=&amp;to=")
                .contains("Wednesday 17 June 2026");
    }

    @Test
    void saysWhatIsWrongBesideItsField() {
        String page = plan(
                CAMILLE, "site=melun&people=none&need=&site=nowhere&people=4&need=&length=PT1H&days=900&date=soon");

        assertThat(page)
                .contains("href=\"#people-0\"", "href=\"#site-1\"", "href=\"#days\"", "href=\"#date\"")
                .contains("value=\"none\"", "value=\"soon\"")
                .doesNotContain("id=\"plan\"");
    }

    @Test
    void speaksFrench() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "fr");

        String page = browser.get("/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-18")
                .body();

        assertThat(page)
                .contains("10 moments où tout le monde peut se réunir", "jeudi 18 juin 2026, 14:00–15:00")
                .contains("14:00 libre pour tous", "Réserver toutes les salles", "08:00–09:00 heure de Montréal");
    }

    @Test
    void tellsGuestsWhoCanBookForThem() {
        register.put(
                new PersonEntry(new EmailAddress(GUEST), "Guest", Role.GUEST, Optional.of("atelier-brie"), Set.of()),
                Optional.of(PASSWORD));

        String page = plan(GUEST, MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-01");

        assertThat(page)
                .contains("a colleague with an account has to book them for you")
                .doesNotContain("id=\"plan\"");
    }

    private String plan(String email, String question) {
        return browserOf(email).get("/conference?" + question).body();
    }

    private static HttpResponse<String> press(TestClient browser, String page, String title) {
        return press(browser, page, title, "");
    }

    /** Presses the button of the first slot on {@code page}. */
    private static HttpResponse<String> press(TestClient browser, String page, String title, String more) {
        String form = page.substring(page.indexOf("class=\"book-all\""));
        StringBuilder sent = new StringBuilder("title=" + encoded(title) + more);
        Matcher hidden = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        while (hidden.find()) {
            sent.append('&').append(hidden.group(1)).append('=').append(encoded(hidden.group(2)));
        }
        return browser.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/conference", BodyPublishers.ofString(sent.toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void linksTheRoomsInTheQualityThatWasChosenAndKeepsItWhenATitleIsMissing() {
        TestClient browser = browserOf(CAMILLE);
        String page = browser.get("/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-22")
                .body();

        HttpResponse<String> refused = press(browser, page, " ", "&video=1&quality=SD");
        String booking = location(press(browser, page, "Linked", "&video=1&quality=SD"));

        assertThat(page).contains("value=\"HD\" selected=\"selected\"", "2.2 Mbit/s");
        assertThat(refused.body())
                .contains("value=\"SD\" selected=\"selected\"", "name=\"video\" value=\"1\" checked")
                .doesNotContain("value=\"HD\" selected=\"selected\"");
        assertThat(as(CAMILLE).get("/api/v1" + URI.create(booking).getPath()).body())
                .contains("\"quality\":\"SD\"");
    }

    @Test
    void keepsRoomsUnlinkedWhenATitleIsMissing() {
        TestClient browser = browserOf(CAMILLE);
        String page = browser.get("/conference?" + MELUN_AND_MONTREAL + VIDEO + "&date=2026-06-23")
                .body();

        HttpResponse<String> refused = press(browser, page, " ");

        assertThat(page).contains("name=\"video\" value=\"1\" checked");
        assertThat(refused.body()).contains("name=\"video\"").doesNotContain("name=\"video\" value=\"1\" checked");
    }
}
