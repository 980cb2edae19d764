package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** The pages as a browser without scripts gets them. */
class BookingPagesTests extends HttpTest {

    @Test
    void beginsWithTheDayOfTheSiteLookedAtLast() {
        TestClient browser = browserOf(CAMILLE);

        HttpResponse<String> first = browser.get("/day");
        browser.get("/day?site=chelles");
        HttpResponse<String> later = browser.get("/day");

        assertThat(browser.get("/").body()).contains("value=\"chelles\" selected");
        assertThat(first.body()).contains("Melun Val de Seine, Wednesday 25 March 2026");
        assertThat(later.body()).contains("Chelles, Marne et Chantereine, Wednesday 25 March 2026");
    }

    @Test
    void keepsTheLanguageThatWasChosen() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "en");

        HttpResponse<String> before = browser.get("/day");
        HttpResponse<String> switched = browser.get("/day?lang=fr");
        HttpResponse<String> after = browser.get("/bookings");

        assertThat(before.body()).contains("<html lang=\"en\"", "lang=fr");
        assertThat(switched.body()).contains("<html lang=\"fr\"", "mercredi 25 mars 2026");
        assertThat(after.body()).contains("Mes réservations");
    }

    @Test
    void showsOthersThatARoomIsBusyAndNotWhatFor() {
        String page = book(browserOf(CAMILLE), "Secret plan", "rebais-morin", "2026-03-30", "09:00");

        String colleague =
                browserOf(LOUIS).get("/day?site=rebais&date=2026-03-30").body();
        String stranger =
                browserOf(NADIA).get("/day?site=rebais&date=2026-03-30").body();
        String strangersPage = browserOf(NADIA).get(page).body();

        assertThat(colleague).contains("Secret plan");
        assertThat(stranger).contains("Busy").doesNotContain("Secret plan");
        assertThat(strangersPage).contains("Busy").doesNotContain("Secret plan", "Camille");
    }

    @Test
    void tellsAConflictInWordsAndLosesNothing() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "fr");
        book(browser, "First", "rebais-abbaye", "2026-03-31", "09:00");

        HttpResponse<String> refused = post(browser, form(browser, "Second", "rebais-abbaye", "2026-03-31", "09:30"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Salle de l&#39;Abbaye (Rebais, Brie des Morin) est prise de 09:00 à 10:00 (mar. 31 mars).")
                .contains("value=\"Second\"", "value=\"09:30\"");
    }

    @Test
    void booksWithOnePressWhatIsProposedInsteadOfATakenRoom() {
        TestClient browser = browserOf(CAMILLE);
        book(browser, "First", "rebais-abbaye", "2026-06-11", "09:00");
        Map<String, String> form = form(browser, "Second", "rebais-abbaye", "2026-06-11", "09:30");
        String refused = post(browser, form).body();
        Matcher proposal = Pattern.compile("name=\"instead\"[^>]* value=\"([^\"]+)\"[^>]*>([^<]+)<")
                .matcher(refused);
        assertThat(proposal.find()).as(refused).isTrue();

        form.put("instead", proposal.group(1));
        String made = browser.get(location(post(browser, form))).body();

        assertThat(made).contains("Second").contains(proposal.group(2).split(",")[0]);
    }

    @Test
    void winsDatesBackUnlessToldToLeaveItAtThat() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Weekly", "rebais-morin", "2026-06-15", "09:00");
        form.putAll(Map.of("repeat", "WEEKLY", "times", "2", "onConflict", "SKIP"));
        Map<String, String> other = form(browser, "Weekly too", "rebais-morin", "2026-06-16", "09:00");
        other.putAll(Map.of("repeat", "WEEKLY", "times", "2", "onConflict", "SKIP", "givesUp", "1"));

        String wins = location(post(browser, form));
        String givesUp = location(post(browser, other));

        assertThat(reacquires(wins)).isTrue();
        assertThat(reacquires(givesUp)).isFalse();
    }

    private boolean reacquires(String page) {
        String id = page.substring(page.lastIndexOf('/') + 1);
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + id))
                .get("reacquire")
                .asBoolean();
    }

    @Test
    void complainsAboutAProposalThatNobodyMade() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Odd", "rebais-abbaye", "2026-04-10", "09:00");
        form.put("instead", "2026-99-99 25:00 CUSTOM x HD no-such-room");

        HttpResponse<String> refused = post(browser, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#date\"");
    }

    @Test
    void namesTheZoneOfARoomWhoseClocksDiffer() {
        TestClient browser = browserOf(CAMILLE);
        book(browser, "There", "montreal-visio", "2026-04-01", "16:00");
        Map<String, String> form = form(browser, "Here", "montreal-visio", "2026-04-01", "16:30");

        HttpResponse<String> refused = post(browser, form);

        assertThat(refused.body())
                .contains("Salle Visio (Montréal) is taken from 10:00 to 11:00 (Wed 1 Apr, Montreal time).");
    }

    @Test
    void tellsTheHourThatEachDateHasThereWhereClocksChangeOnAnotherDay() {
        TestClient camille = as(CAMILLE);
        String id =
                TestClient.json(camille.post("/api/v1/bookings", """
                    {"title": "Liaison", "start": "2026-03-27T16:00", "duration": "PT1H", "timeZone": "Europe/Paris",
                     "rooms": ["rebais-morin", "montreal-saint-laurent"], "recurrence": "FREQ=WEEKLY;COUNT=3"}\
                    """)).get("id").asString();
        camille.delete("/api/v1/bookings/" + id + "/occurrences/2026-04-10T14:00:00Z");

        String page = browserOf(CAMILLE).get("/bookings/" + id).body();

        assertThat(page.substring(page.indexOf("<ol class=\"dates\""))
                        .replaceAll("<[^>]+>|\\s+", " ")
                        .replaceAll(" +", " "))
                .contains("Friday 27 March 2026 16:00–17:00 11:00–12:00 Montreal time")
                .contains("Friday 3 April 2026 16:00–17:00 10:00–11:00 Montreal time")
                .contains("Friday 10 April 2026 16:00–17:00 10:00–11:00 Montreal time");
    }

    @Test
    void booksSeveralDesksForAMorningAndTellsHowManyAreLeft() {
        TestClient browser = browserOf(CAMILLE);
        String desks = "melun-postes";
        ShownForm form = ShownForm.on(browser.get("/book?site=melun&date=2027-05-19&length=MORNING&room=" + desks)
                .body());

        HttpResponse<String> booked =
                form.with("title", "Équipe").with("units." + desks, "6").send(browser);

        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(302);
        String page = browser.get(booked.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(page).contains("6 × Postes de travail", "08:30–12:30");
        assertThat(browser.get("/day?site=melun&date=2027-05-19").body()).contains("14 of 20 left");
        assertThat(browser.get("/book?site=melun&date=2027-05-19&length=DAY").body())
                .contains("14 of 20 left");
        assertThat(browser.get("/book?site=melun&date=2027-05-19&length=DAY&room=%s&units.%s=15"
                                .formatted(desks, desks))
                        .body())
                .containsPattern("id=\"standing-" + desks + "\" class=\"standing taken\"");
    }

    @Test
    void refusesANumberOfDesksThatIsNone() {
        TestClient browser = browserOf(CAMILLE);
        ShownForm form = ShownForm.on(browser.get("/book?site=melun&date=2027-05-20&length=MORNING&room=melun-postes")
                .body());

        HttpResponse<String> refused =
                form.with("title", "Équipe").with("units.melun-postes", "-2").send(browser);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#rooms\"");
    }

    @Test
    void offersTheHalfDaysOfTheSiteBeforeAllOtherLengths() {
        String page = browserOf(CAMILLE).get("/book?site=melun&date=2027-05-21").body();

        assertThat(page.indexOf("08:30–12:30"))
                .isPositive()
                .isLessThan(page.indexOf("13:30–18:00"))
                .isLessThan(page.indexOf("value=\"PT30M\""));
    }

    @Test
    void saysEverythingThatIsMissingAtOnce() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, " ", "", "soon", "late");
        form.remove("room");

        HttpResponse<String> refused = post(browser, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#title\"", "href=\"#date\"", "href=\"#start\"", "href=\"#rooms\"")
                .contains("value=\"soon\"");
    }

    @Test
    void takesASecondPressOfTheButtonAsTheFirst() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Pressed twice", "rebais-morin", "2026-04-02", "09:00");

        String first = location(post(browser, form));
        String second = location(post(browser, form));

        assertThat(first).contains("/bookings/").isEqualTo(second);
    }

    @Test
    void booksNothingWhenOnlyAskedWhatIsFree() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "Looking", "rebais-visio", "2026-04-03", "09:00");
        form.put("look", "1");

        HttpResponse<String> looked = post(browser, form);

        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("rooms are free here at that time.", "value=\"Looking\"");
        assertThat(browser.get("/bookings").body()).doesNotContain("Looking");
    }

    @Test
    void leavesOutTheDatesOfASeriesThatAreTaken() {
        TestClient browser = browserOf(CAMILLE);
        book(browser, "In the way", "rebais-visio", "2026-04-15", "09:00");
        Map<String, String> form = form(browser, "Series", "rebais-visio", "2026-04-08", "09:00");
        form.putAll(Map.of("repeat", "WEEKLY", "ends", "count", "times", "3", "onConflict", "SKIP"));

        String page = browser.get(location(post(browser, form))).body();

        assertThat(page).contains("every week", "2 dates left", "Left out", "Wednesday 15 April 2026");
    }

    @Test
    void cancelsOneDateOfASeriesAndThenAllOfIt() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "To be dropped", "rebais-morin", "2026-04-09", "09:00");
        form.putAll(Map.of("repeat", "WEEKLY", "ends", "date", "last", "2026-04-23"));
        String page = location(post(browser, form));

        browser.postForm(path(page) + "/cancel", Map.of("_csrf", browser.csrfOf(page), "date", "2026-04-16T07:00:00Z"));
        String one = browser.get(page).body();
        browser.postForm(path(page) + "/cancel", Map.of("_csrf", browser.csrfOf(page)));
        String all = browser.get(page).body();

        assertThat(one).contains("That date is cancelled.", "2 dates left");
        assertThat(all).contains("Cancelled. The rooms are free again.");
    }

    @Test
    void letsNobodyCancelWhatIsNotTheirs() {
        TestClient owner = browserOf(CAMILLE);
        String page = book(owner, "Mine", "rebais-abbaye", "2026-04-10", "09:00");
        TestClient other = browserOf(LOUIS);

        int refused = other.postForm(path(page) + "/cancel", Map.of("_csrf", other.csrfOf("/book")))
                .statusCode();

        assertThat(refused).isEqualTo(403);
        assertThat(owner.get(page).body()).doesNotContain("Cancelled");
    }

    @Test
    void givesTheBookingAsACalendarFile() {
        TestClient browser = browserOf(CAMILLE);
        String page = book(browser, "Take me along", "rebais-morin", "2026-04-13", "09:00");

        HttpResponse<String> file = browser.get(path(page) + "/calendar.ics");

        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        assertThat(file.body()).contains("BEGIN:VCALENDAR", "SUMMARY:Take me along");
    }

    private String book(TestClient browser, String title, String room, String date, String start) {
        return location(post(browser, form(browser, title, room, date, start)));
    }

    private static Map<String, String> form(TestClient browser, String title, String room, String date, String start) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", browser.csrfOf("/book"));
        form.put("key", title + room + date + start);
        form.put("site", "rebais");
        form.put("title", title);
        form.put("date", date);
        form.put("start", start);
        form.put("length", "PT1H");
        form.put("room", room);
        return form;
    }

    private static HttpResponse<String> post(TestClient browser, Map<String, String> form) {
        return browser.postForm("/book", form);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String path(String address) {
        return address.replaceFirst("\\?.*", "");
    }
}
