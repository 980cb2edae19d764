package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountRegister;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.PersonEntry;
import org.passerelle.account.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** The page that finds rooms, as a browser without scripts gets it. */
class SearchPageTests extends HttpTest {

    private static final String GUEST = "guest-who-searches@atelier-brie.example";

    @Autowired
    private AccountRegister register;

    @Test
    void looksForNothingUntilSomebodyAsks() {
        String page = browserOf(CAMILLE).get("/search").body();

        assertThat(page)
                .contains("Find a room", "Say when and for how many", "value=\"2026-03-25\"", "value=\"10:30\"")
                .doesNotContain("rooms are free");
    }

    @Test
    void showsTheBestRoomFirstAndLeadsToTheFilledInForm() {
        String page = search(CAMILLE, "site=melun&date=2026-05-11&start=10:00&people=7&where=melun&kind=MEETING");

        assertThat(page)
                .contains(
                        "3 rooms are free",
                        "Monday 11 May 2026, 10:00–11:00",
                        "Fits very well",
                        "8 seats",
                        "Here, at Melun Val de Seine")
                .containsSubsequence("Salle Seine", "Salle Almont", "Grand Salon")
                .contains(link("site=melun&room=melun-seine&date=2026-05-11&start=10:00&length=PT1H&people=7"));
    }

    @Test
    void booksWhatIsCarriedToTheRoomWithIt() {
        String page = search(
                CAMILLE,
                "site=melun&date=2026-05-12&start=10:00&people=7&where=melun&kind=MEETING&equipment=projector");

        assertThat(page).contains("Has what you asked for: projector.", "room=melun-seine&amp;room=melun-projector");
    }

    @Test
    void offersWhatComesCloseWithTheChangeInWords() {
        book("melun", "melun-telepresence", "2026-05-13", "10:00");

        String page = search(CAMILLE, "site=melun&date=2026-05-13&start=10:30&people=6&where=melun&kind=TELEPRESENCE");

        assertThat(page)
                .contains("No room fits exactly", "30 min later", "11:00–12:00", "Book this instead")
                .contains(link("site=melun&room=melun-telepresence&date=2026-05-13&start=11:00&length=PT1H&people=6"));
    }

    @Test
    void saysOnWhichDatesOfASeriesARoomIsTaken() {
        book("melun", "melun-visio", "2026-05-21", "09:00");

        String page = search(
                CAMILLE,
                "site=melun&date=2026-05-14&start=09:00&people=6&where=melun&kind=VISIO&repeat=WEEKLY&ends=count&times=4");

        assertThat(page)
                .contains("4 dates", "Not on every date", "Not on Thu 14 May, Thu 21 May.")
                .contains("repeat=WEEKLY&amp;ends=count&amp;times=4&amp;onConflict=SKIP");
    }

    @Test
    void tellsTheTimeOfThePlaceBesideThatOfTheReader() {
        String page = search(CAMILLE, "site=melun&date=2026-05-15&start=16:00&people=8&where=montreal");

        assertThat(page)
                .contains("16:00–17:00 (Paris time)", "10:00–11:00 Montreal time")
                .contains(link("site=melun&room=montreal-mont-royal&date=2026-05-15&start=16:00&length=PT1H&people=8"));
    }

    @Test
    void speaksFrench() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "fr");

        String page = browser.get("/search?site=melun&date=2026-05-11&start=10:00&people=7&where=melun&kind=MEETING")
                .body();

        assertThat(page).contains("3 salles sont libres", "8 places", "tableau blanc", "Réserver");
    }

    @Test
    void saysWhatIsWrongAndLosesNothing() {
        String page = search(CAMILLE, "site=melun&date=soon&start=10:00&people=many&where=nowhere&equipment=screen");

        assertThat(page)
                .contains("href=\"#date\"", "href=\"#people\"", "href=\"#where\"")
                .contains("value=\"soon\"", "value=\"many\"", "value=\"screen\" checked")
                .doesNotContain("rooms are free");
    }

    @Test
    void saysThatATimeHasPassed() {
        String page = search(CAMILLE, "site=melun&date=2026-03-24&start=10:00&people=2");

        assertThat(page).contains("This time has passed.");
    }

    @Test
    void saysWhenNothingEvenComesClose() {
        String page = search(CAMILLE, "site=melun&date=2026-05-17&start=10:00&people=5000");

        assertThat(page).contains("No room fits exactly", "Nothing comes close, either.");
    }

    @Test
    void tellsGuestsWhoCanBookForThem() {
        register.put(
                new PersonEntry(new EmailAddress(GUEST), "Guest", Role.GUEST, Optional.of("atelier-brie"), Set.of()),
                Optional.of(PASSWORD));

        String page = search(GUEST, "site=melun&date=2026-05-11&start=10:00&people=2");

        assertThat(page).contains("a colleague with an account has to book them for you");
    }

    private String search(String email, String question) {
        return browserOf(email).get("/search?" + question).body();
    }

    private static String link(String question) {
        return "href=\"/book?" + question.replace("&", "&amp;") + "\"";
    }

    private void book(String site, String room, String date, String start) {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = Map.of(
                "_csrf", browser.csrfOf("/book"),
                "site", site,
                "title", "In the way",
                "room", room,
                "date", date,
                "start", start,
                "length", "PT1H");
        assertThat(browser.postForm("/book", form).statusCode()).isEqualTo(302);
    }
}
