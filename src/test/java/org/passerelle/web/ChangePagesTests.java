package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages that change bookings, as a browser without scripts gets them. */
class ChangePagesTests extends HttpTest {

    private static final String ROOM = "coulommiers-templiers";
    private static final String OTHER = "coulommiers-grand-morin";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private SentMails sent;

    @Test
    void movesABookingToAnotherTimeAndRoomInOneStep() {
        String id = booked("2027-01-05T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);
        ShownForm form = form(browser, id, "");

        assertThat(form.values("title")).containsExactly("Comité d'été");
        assertThat(form.values("date")).containsExactly("2027-01-05");
        assertThat(form.values("start")).containsExactly("09:00");
        assertThat(form.values("length")).containsExactly("PT1H");
        assertThat(form.values("room")).containsExactly(ROOM);
        HttpResponse<String> saved = form.with("title", "Comité de rentrée")
                .with("date", "2027-01-06")
                .with("start", "14:00")
                .with("length", "PT1H30M")
                .with("room", OTHER)
                .send(browser);

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(browser.get("/bookings/" + id).body())
                .contains(
                        "Changed.", "Comité de rentrée", "Wednesday 6 January 2027, 14:00–15:30", "Salle Grand Morin");
        JsonNode stored = stored(id);
        assertThat(stored.get("notes").asString()).isEqualTo("Lire avant");
        assertThat(stored.get("attendees")).hasSize(1);
    }

    @Test
    void showsAMorningAsOneAndMakesADayOfItInOnePress() {
        String id = booked("2027-01-28T08:30", ROOM, "");
        TestClient browser = browserOf(CAMILLE);
        form(browser, id, "").with("length", "MORNING").send(browser);

        ShownForm form = form(browser, id, "");
        List<String> shown = form.values("length");
        HttpResponse<String> saved = form.with("length", "DAY").send(browser);

        assertThat(shown).containsExactly("MORNING");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(stored(id).get("part").asString()).isEqualTo("DAY");
        assertThat(stored(id).get("end").asString()).isEqualTo("2027-01-28T18:00");
    }

    @Test
    void saysThatTheNewTimeIsTakenAndLeavesTheBookingAsItWas() {
        booked("2027-01-07T14:00", ROOM, "");
        String id = booked("2027-01-07T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);
        JsonNode before = withoutMail(id);

        HttpResponse<String> refused = form(browser, id, "")
                .with("title", "Plus tard")
                .with("start", "14:30")
                .send(browser);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing has changed yet", "is taken from 14:00 to 15:00");
        assertThat(ShownForm.on(refused.body()).values("title")).containsExactly("Plus tard");
        assertThat(withoutMail(id)).isEqualTo(before);
    }

    @Test
    void takesWithOnePressWhatIsProposedInstead() {
        booked("2027-01-08T14:00", ROOM, "");
        String id = booked("2027-01-08T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);
        ShownForm form = form(browser, id, "").with("start", "14:00");
        Matcher proposal = Pattern.compile("name=\"instead\"[^>]* value=\"([^\"]+)\"")
                .matcher(form.send(browser).body());
        assertThat(proposal.find()).isTrue();

        HttpResponse<String> saved = form.with("instead", proposal.group(1)).send(browser);

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(stored(id).get("start").asString() + stored(id).get("rooms"))
                .isNotEqualTo("2027-01-08T09:00[\"" + ROOM + "\"]");
    }

    @Test
    void itsOwnRoomCountsAsFreeWhereItOverlapsItself() {
        String id = booked("2027-01-11T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);

        String looked = form(browser, id, "")
                .with("start", "09:30")
                .with("look", "1")
                .send(browser)
                .body();
        HttpResponse<String> saved =
                form(browser, id, "").with("start", "09:30").send(browser);

        assertThat(looked).containsPattern("id=\"standing-" + ROOM + "\" class=\"standing free\"");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(stored(id).get("start").asString()).isEqualTo("2027-01-11T09:30");
    }

    @Test
    void movesOneDateOfASeriesAndNoOther() {
        String id = booked("2027-01-12T09:00", ROOM, "FREQ=WEEKLY;COUNT=4");
        TestClient browser = browserOf(CAMILLE);
        assertThat(browser.get("/bookings/" + id).body()).contains("/change?occurrence=2027-01-19T08:00:00Z");

        HttpResponse<String> saved = form(browser, id, "?occurrence=2027-01-19T08:00:00Z")
                .with("date", "2027-01-20")
                .with("start", "10:00")
                .send(browser);

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(starts(id))
                .containsExactly(
                        "2027-01-12T08:00:00Z", "2027-01-20T09:00:00Z", "2027-01-26T08:00:00Z", "2027-02-02T08:00:00Z");
    }

    @Test
    void changesADateAndAllThatFollowByBeginningANewSeries() {
        String id = booked("2026-10-06T09:00", ROOM, "FREQ=WEEKLY;COUNT=4");
        TestClient browser = browserOf(CAMILLE);
        ShownForm form = form(browser, id, "?occurrence=2026-10-20T07:00:00Z&extent=FOLLOWING");

        assertThat(form.values("date")).isEmpty();
        HttpResponse<String> saved =
                form.with("start", "16:00").with("title", "Plus tard").send(browser);
        String later = saved.headers().firstValue("Location").orElseThrow().replaceFirst(".*/bookings/", "");

        assertThat(starts(id)).containsExactly("2026-10-06T07:00:00Z", "2026-10-13T07:00:00Z");
        assertThat(starts(later)).containsExactly("2026-10-20T14:00:00Z", "2026-10-27T15:00:00Z");
        assertThat(stored(id).get("title").asString()).isEqualTo("Comité d'été");
        assertThat(stored(later).get("title").asString()).isEqualTo("Plus tard");
    }

    @Test
    void keepsTheLastDateOfASeriesThatEndsAtAMomentWhenItMovesToLater() {
        String id = booked("2026-10-07T09:00", ROOM, "FREQ=WEEKLY;UNTIL=20261021T070000Z");
        TestClient browser = browserOf(CAMILLE);

        HttpResponse<String> saved =
                form(browser, id, "").with("start", "17:00").send(browser);

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(starts(id)).containsExactly("2026-10-07T15:00:00Z", "2026-10-14T15:00:00Z", "2026-10-21T15:00:00Z");
    }

    @Test
    void invitesOthersAndSendsThemWhatTheyAreToKnow() {
        String id = booked("2028-03-07T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);
        assertThat(form(browser, id, "").values("invited")).containsExactly("kim@outside.example");

        HttpResponse<String> unknown =
                form(browser, id, "").with("invited", "Personne D’Ici").send(browser);
        HttpResponse<String> saved = form(browser, id, "")
                .with("invited", "kim@outside.example, Louis Moreau, new.change@example.org")
                .send(browser);

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("Personne D’Ici");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
        assertThat(stored(id).get("attendees").findValuesAsString("name")).containsExactly("Kim", "Louis Moreau", "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sent.to("new.change@example.org"))
                        .as(stored(id).toString())
                        .hasSize(1));

        form(browser, id, "").with("invited", LOUIS).send(browser);
        assertThat(stored(id).get("attendees").findValuesAsString("email")).containsExactly(LOUIS);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sent.to("new.change@example.org"))
                        .as("invited, and no longer expected")
                        .hasSize(2));
    }

    @Test
    void invitesOthersToAllDatesOfASeriesAndLeavesItOneSeries() {
        String id = booked("2028-02-08T09:00", ROOM, "FREQ=WEEKLY;COUNT=3");
        TestClient browser = browserOf(CAMILLE);

        HttpResponse<String> saved = form(browser, id, "")
                .with("invited", "kim@outside.example; " + NADIA)
                .send(browser);

        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/bookings/" + id);
        assertThat(stored(id).get("attendees").findValuesAsString("email"))
                .containsExactly("kim@outside.example", NADIA);
        assertThat(starts(id)).hasSize(3);
        assertThat(form(browser, id, "?occurrence=2028-02-15T08:00:00Z").values("invited"))
                .as("one date has nobody of its own")
                .isEmpty();
    }

    /** As one that was opened before there was such a field. */
    @Test
    void leavesThoseWhoAreInvitedWhereAFormSaysNothingOfThem() {
        String id = booked("2028-03-09T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);

        HttpResponse<String> saved =
                form(browser, id, "").with("invited").with("title", "Autrement").send(browser);

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(stored(id).get("attendees").findValuesAsString("email")).containsExactly("kim@outside.example");
    }

    @Test
    void otherWordsForAllDatesAheadLeaveOneSeries() {
        String id = booked("2026-10-08T09:00", ROOM, "FREQ=WEEKLY;COUNT=3");
        TestClient browser = browserOf(CAMILLE);

        HttpResponse<String> saved =
                form(browser, id, "").with("notes", "Avec les plans").send(browser);

        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith(id);
        assertThat(stored(id).get("notes").asString()).isEqualTo("Avec les plans");
        assertThat(starts(id)).hasSize(3);
    }

    @Test
    void keepsTheNumberOfUnitsOfWhatIsCounted() {
        HttpResponse<String> made = as(CAMILLE).post("/api/v1/bookings", """
                {"title": "Projection", "start": "2027-01-13T09:00", "duration": "PT1H",
                 "rooms": ["melun-seine", "melun-projector", "melun-projector"]}""");
        String id = TestClient.json(made).get("id").asString();
        TestClient browser = browserOf(CAMILLE);

        form(browser, id, "").with("start", "11:00").send(browser);

        assertThat(stored(id).get("start").asString()).isEqualTo("2027-01-13T11:00");
        assertThat(stored(id).get("rooms")).hasSize(3);
    }

    @Test
    void tellsWhoComesLaterThatSomebodyElseChangedItFirst() {
        String id = booked("2027-01-14T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);
        ShownForm mine = form(browser, id, "").with("title", "Le mien");
        form(browser, id, "").with("title", "Le leur").send(browser);

        HttpResponse<String> refused = mine.send(browser);
        HttpResponse<String> again = ShownForm.on(refused.body()).send(browser);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Somebody changed this booking meanwhile");
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(stored(id).get("title").asString()).isEqualTo("Le mien");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        String id = booked("2027-01-15T09:00", ROOM, "");
        TestClient browser = browserOf(CAMILLE);
        JsonNode before = withoutMail(id);

        HttpResponse<String> refused = form(browser, id, "")
                .with("title", " ")
                .with("date", "bientôt")
                .with("length", "P9999999D")
                .with("room")
                .with("version", "9".repeat(40))
                .send(browser);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#title\"", "href=\"#date\"", "href=\"#length\"", "href=\"#rooms\"");
        assertThat(withoutMail(id)).isEqualTo(before);
    }

    @Test
    void isNotForColleaguesNorStrangers() {
        String id = booked("2027-01-18T09:00", ROOM, "");
        ShownForm form = form(browserOf(CAMILLE), id, "").with("title", "Pris");

        for (String other : List.of(LOUIS, NADIA)) {
            TestClient browser = browserOf(other);
            assertThat(browser.get("/bookings/" + id + "/change").statusCode()).isEqualTo(403);
            assertThat(browser.get("/bookings/" + id).body()).doesNotContain("/change");
            form.with("_csrf", browser.csrfOf("/book"));
            assertThat(form.send(browser).statusCode()).isEqualTo(403);
        }
        assertThat(stored(id).get("title").asString()).isEqualTo("Comité d'été");
    }

    @Test
    void letsTheAdministratorMoveWhatTheyMayNotRead() {
        String id = booked("2027-01-21T09:00", ROOM, "");
        TestClient browser = browserOf(ADMIN);
        String page = browser.get("/bookings/" + id + "/change").body();

        HttpResponse<String> saved = ShownForm.on(page).with("start", "10:00").send(browser);

        assertThat(page).doesNotContain("Comité d", "Lire avant");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(stored(id).get("start").asString()).isEqualTo("2027-01-21T10:00");
        assertThat(stored(id).get("title").asString()).isEqualTo("Comité d'été");
        assertThat(stored(id).get("notes").asString()).isEqualTo("Lire avant");
    }

    private String booked(String start, String room, String rule) {
        HttpResponse<String> made = as(CAMILLE).post("/api/v1/bookings", """
                {"title": "Comité d'été", "notes": "Lire avant", "start": "%s", "duration": "PT1H", "rooms": ["%s"],
                 "recurrence": "%s", "attendees": [{"email": "kim@outside.example", "name": "Kim"}]}""".formatted(start, room, rule));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    private static ShownForm form(TestClient browser, String id, String query) {
        return ShownForm.on(browser.with("Accept-Language", "en")
                .get("/bookings/" + id + "/change" + query)
                .body());
    }

    private JsonNode stored(String id) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + id));
    }

    /** What is mailed goes its own way meanwhile. */
    private JsonNode withoutMail(String id) {
        return ((ObjectNode) stored(id)).without("attendees");
    }

    private List<String> starts(String id) {
        return StreamSupport.stream(stored(id).get("occurrences").spliterator(), false)
                .map(date -> date.get("start").asString())
                .toList();
    }
}
