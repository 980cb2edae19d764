package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** The line of plain words on the page that finds rooms, as a browser without scripts gets it. It is Wednesday, 25 March 2026. */
class SearchWordsTests extends HttpTest {

    private String search(String line) {
        return page(browserOf(CAMILLE), line);
    }

    private static String page(TestClient browser, String line) {
        return browser.get("/search?q=" + encoded(line)).body();
    }

    private static String encoded(String line) {
        return URLEncoder.encode(line, StandardCharsets.UTF_8);
    }

    /** The address of the link that holds {@code text}. */
    private static String link(String page, String text) {
        Matcher link = Pattern.compile("<a [^>]*href=\"([^\"]*)\"[^>]*>" + Pattern.quote(text) + "</a>")
                .matcher(page);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1).replace("&amp;", "&").replaceAll("#.*", "");
    }

    @Test
    void fillsTheFieldsInAndSearches() {
        String page = search("lundi 1er juin 14h 2h 6 pers visio Melun");

        assertThat(page)
                .contains("One room is free", "Monday 1 June 2026, 14:00–16:00", "Salle Visio")
                .contains("value=\"2026-06-01\"", "value=\"14:00\"", "value=\"PT2H\" checked", "value=\"6\"")
                .contains("value=\"VISIO\" checked", "value=\"melun\" checked")
                .contains("“lundi 1er juin”", "from 14:00", "6 people", "video room")
                .doesNotContain("Not said", "What was not taken");
    }

    @Test
    void saysWhatItTookWhereNothingWasSaid() {
        String page = search("Melun visio");

        assertThat(page).contains("Not said, so for now:", "Wednesday 25 March 2026, from 10:30, for 1 h");
    }

    @Test
    void offersWhatElseIsMeantAndTakesItWhenChosen() {
        TestClient browser = browserOf(CAMILLE);
        String page = page(browser, "4/6 9h-10h Melun");

        assertThat(page).contains("Thursday 4 June 2026, 09:00–10:00");
        String other = browser.get(link(page, "Monday 6 April 2026")).body();
        assertThat(other).contains("Monday 6 April 2026, 09:00–10:00", "value=\"2026-04-06 9h-10h Melun\"");
    }

    @Test
    void takesPartsAway() {
        TestClient browser = browserOf(CAMILLE);
        String page = page(browser, "4 June 9-10 for 20 Melun");

        Matcher away = Pattern.compile(
                        "class=\"away\" href=\"([^\"]*)\"[^>]*>(?:(?!</a>).)*Take “for 20” away", Pattern.DOTALL)
                .matcher(page);
        assertThat(away.find()).isTrue();
        String without = browser.get(away.group(1).replaceAll("#.*", "")).body();
        assertThat(without).contains("value=\"4 June 9-10 Melun\"").doesNotContain("20 people");
    }

    @Test
    void takesNothingThatOnlyLooksLikeAName() {
        TestClient browser = browserOf(CAMILLE);
        String page = page(browser, "4 June 9-10 Melum");

        assertThat(page)
                .contains("“Melum”", "was not understood. Did you mean:")
                .doesNotContain("value=\"melun\" checked");
        assertThat(browser.get(link(page, "Melun Val de Seine")).body()).contains("value=\"melun\" checked");
    }

    @Test
    void searchesNothingIfNothingIsUnderstood() {
        String page = search("xyzzy");

        assertThat(page)
                .contains("“xyzzy”", "was not understood", "Say when and for how many")
                .doesNotContain("rooms are free");
    }

    @Test
    void bringsTheRoomThatIsNamedFirst() {
        String page = search("4 June 9-10 Salle Almont");

        assertThat(page)
                .contains("Which you named")
                .containsSubsequence("Which you named", "Salle Almont", "Here, at", "Salle Seine");
    }

    @Test
    void saysThatTheRoomThatIsNamedIsTaken() {
        TestClient browser = browserOf(CAMILLE);
        ShownForm.on(browser.get("/book?site=moret&room=moret-sisley&date=2026-06-09&start=09:00&length=PT1H")
                        .body())
                .with("title", "In the way")
                .send(browser);

        assertThat(page(browser, "9 June 9-10 Sisley")).contains("Salle Sisley is not free then.");
    }

    @Test
    void findsASeriesAndBooksItInItsRhythm() {
        TestClient browser = browserOf(CAMILLE);
        String found = page(browser, "every Tuesday and Thursday 9-10 from 2 June 5 times salle Loing");
        Matcher book = Pattern.compile("href=\"(/book\\?[^\"]*room=moret-loing[^\"]*)\"")
                .matcher(found);
        assertThat(book.find()).as(found).isTrue();

        String form = browser.get(book.group(1).replace("&amp;", "&")).body();
        assertThat(form)
                .contains("5 dates are free, of 5", "Tuesday 16 June 2026", "Every week on Tuesday and Thursday");
        HttpResponse<String> sent = ShownForm.on(form)
                .with("title", "Cours")
                .with("repeat", "FREQ=WEEKLY;BYDAY=TU,TH")
                .send(browser);
        String booking =
                browser.get(sent.headers().firstValue("Location").orElseThrow()).body();

        assertThat(booking).contains("very week on Tuesday and Thursday").doesNotContain("18 June");
    }

    @Test
    void showsEveryDateBeforeItIsBooked() {
        TestClient browser = browserOf(CAMILLE);
        ShownForm.on(browser.get(
                                "/book?site=coulommiers&room=coulommiers-templiers&date=2026-06-17&start=09:00&length=PT1H")
                        .body())
                .with("title", "In the way")
                .send(browser);

        String form = browser.get("/book?site=coulommiers&room=coulommiers-templiers&date=2026-06-10&start=09:30"
                        + "&length=PT1H&repeat=WEEKLY&ends=count&times=3")
                .body();

        assertThat(form)
                .contains("2 dates are free, of 3", "Salle des Templiers: taken")
                .containsSubsequence("Wednesday 10 June 2026", "Wednesday 17 June 2026", "Wednesday 24 June 2026")
                .contains("Book the other dates");
        HttpResponse<String> sent = ShownForm.on(form)
                .with("title", "Chorale")
                .with("repeat", "WEEKLY")
                .with("others", "SKIP")
                .send(browser);
        String booking =
                browser.get(sent.headers().firstValue("Location").orElseThrow()).body();
        assertThat(booking).contains("10 June", "24 Jun");
    }

    @Test
    void findsARoomForNowThatCanBeBookedAtOnce() {
        clock.advance(Duration.ofMinutes(7));
        TestClient browser = browserOf(CAMILLE);

        String found = page(browser, "a room for 4 now Amsterdam");
        Matcher book = Pattern.compile("href=\"(/book\\?[^\"]*room=amsterdam-jordaan[^\"]*)\"")
                .matcher(found);
        assertThat(found).contains("Wednesday 25 March 2026, from 10:05");
        assertThat(book.find()).isTrue();
        HttpResponse<String> sent = ShownForm.on(
                        browser.get(book.group(1).replace("&amp;", "&")).body())
                .with("title", "At once")
                .send(browser);

        assertThat(sent.statusCode()).isEqualTo(302);
    }

    @Test
    void speaksFrench() {
        String page = page(browserOf(CAMILLE).with("Accept-Language", "fr"), "4 juin 14h-16h Melum");

        assertThat(page).contains("En quelques mots", "à partir de 14:00, jusqu’à 16:00", "Vouliez-vous dire");
    }

    @Test
    void showsHostileLinesHarmlessly() {
        String script = "<script>alert(1)</script> \"><b>4 June";
        String page = search(script);

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;");
        assertThat(browserOf(CAMILLE)
                        .get("/search?q=" + "%F0%9F%98%80".repeat(500))
                        .statusCode())
                .isEqualTo(200);
        assertThat(search("a".repeat(1_000))).contains("only its first 300 characters were read");
    }
}
