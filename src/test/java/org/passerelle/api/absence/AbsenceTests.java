package org.passerelle.api.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.api.deputy.Colleagues;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever is away cancels or hands over all of their dates of that time, and no others. */
class AbsenceTests extends HttpTest {

    private static final String BOOKINGS = BookingBody.BOOKINGS;
    private static final String ROOM = "rebais-visio";
    private static final String AWAY = "\"from\":\"2026-09-07T00:00:00+02:00\",\"to\":\"2026-09-14T00:00:00+02:00\"";

    @Autowired
    private SentMails sent;

    private Colleagues mairie;
    private TestClient alix;
    private TestClient dany;

    @BeforeEach
    void beginAccounts() {
        mairie = new Colleagues(as(ADMIN), "mairie-yerres");
        mairie.begin("alix", "dany");
        alix = mairie.as("alix");
        dany = mairie.as("dany");
    }

    @AfterEach
    void endAccounts() {
        mairie.end("alix", "dany");
    }

    private String booked(BookingBody body) {
        return body.bookedBy(alix).get("id").asString();
    }

    private static JsonNode read(TestClient by, String id) {
        return TestClient.json(by.get(BOOKINGS + "/" + id));
    }

    private JsonNode away(String wish, boolean dryRun) {
        HttpResponse<String> answer = alix.post("/api/v1/me/absence?dryRun=" + dryRun, "{" + AWAY + "," + wish + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestClient.json(answer).get("affected");
    }

    private String toDany() {
        return "\"bookings\":\"HAND_OVER\",\"handOverTo\":\"" + mairie.address("dany") + "\"";
    }

    private static List<String> states(JsonNode booking) {
        return booking.get("occurrences")
                .valueStream()
                .map(date -> date.get("start").asString().substring(0, 10) + " "
                        + date.get("state").asString())
                .toList();
    }

    private static List<String> organisers(TestClient by) {
        return TestClient.json(by.get(BOOKINGS + "?mine=true"))
                .get("items")
                .valueStream()
                .flatMap(each -> each.get("occurrences").valueStream())
                .filter(date -> date.get("state").asString().equals("PLANNED"))
                .map(date -> date.get("start").asString().substring(0, 10))
                .sorted()
                .toList();
    }

    @Test
    void aDryRunTellsWhatIsConcernedAndChangesNothing() {
        String inside = booked(BookingBody.at("2026-09-08T09:00", ROOM));
        booked(BookingBody.at("2026-09-14T09:00", ROOM));

        JsonNode affected = away("\"bookings\":\"CANCEL\"", true);

        assertThat(affected.size()).isEqualTo(1);
        assertThat(affected.at("/0/booking").asString()).isEqualTo(inside);
        assertThat(affected.at("/0/outcome").asString()).isEqualTo("CANCELLED");
        assertThat(affected.at("/0/title").asString()).isEqualTo("Comité");
        assertThat(read(alix, inside).get("state").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void datesOfThatTimeAreCancelledAndNoOthers() {
        String single = booked(BookingBody.at("2026-09-09T09:00", ROOM));
        String series = booked(BookingBody.at("2026-09-02T11:00", ROOM).every("FREQ=WEEKLY;COUNT=3"));
        String daily = booked(BookingBody.at("2026-09-08T14:00", ROOM).every("FREQ=DAILY;COUNT=2"));
        String other = BookingBody.at("2026-09-09T16:00", ROOM)
                .bookedBy(dany)
                .get("id")
                .asString();

        JsonNode affected = away("\"bookings\":\"CANCEL\"", false);

        assertThat(affected.size()).isEqualTo(4);
        assertThat(read(alix, single).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(read(alix, daily).get("state").asString()).isEqualTo("CANCELLED");
        assertThat(states(read(alix, series)))
                .containsExactly("2026-09-02 PLANNED", "2026-09-09 CANCELLED", "2026-09-16 PLANNED");
        assertThat(read(dany, other).get("state").asString()).isEqualTo("CONFIRMED");
        assertThat(away("\"bookings\":\"CANCEL\"", false).isEmpty()).isTrue();
    }

    @Test
    void aColleagueGetsTheDatesOfThatTimeAndTheOthersStay() {
        booked(BookingBody.at("2026-09-09T09:00", ROOM));
        booked(BookingBody.at("2026-09-02T11:00", ROOM).every("FREQ=WEEKLY;COUNT=4"));
        booked(BookingBody.at("2026-09-04T14:00", ROOM).every("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=7"));

        JsonNode affected = away(toDany(), false);

        assertThat(affected.valueStream().map(each -> each.get("outcome").asString()))
                .isNotEmpty()
                .containsOnly("HANDED_OVER");
        assertThat(organisers(dany))
                .allMatch(day -> day.compareTo("2026-09-07") >= 0 && day.compareTo("2026-09-14") < 0);
        assertThat(organisers(dany)).hasSize(affected.size());
        assertThat(organisers(alix))
                .contains("2026-09-02", "2026-09-16", "2026-09-23", "2026-09-04")
                .noneMatch(day -> day.compareTo("2026-09-07") >= 0 && day.compareTo("2026-09-14") < 0);
    }

    @Test
    void whoGetsADateIsToldOnceThatItIsTheirsAndNobodyThatItIsNew() {
        booked(BookingBody.at("2026-09-01T16:00", ROOM).called("Ronde").every("FREQ=WEEKLY;COUNT=3"));
        Predicate<String> isAbout = subject -> subject.contains("Ronde");
        await().until(() -> !sent.to(mairie.address("alix"), isAbout).isEmpty());

        away(toDany(), false);

        await().until(() -> !sent.to(mairie.address("dany"), isAbout).isEmpty());
        assertThat(sent.to(mairie.address("dany"), isAbout))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text("text/plain").orElseThrow()).contains("vous a confié"));
        assertThat(sent.to(mairie.address("alix"), isAbout))
                .as("what is left of the series was confirmed before")
                .hasSize(1);
    }

    @Test
    void datesApartFromEachOtherAreHandedOverAndThoseBetweenStay() {
        String series = booked(BookingBody.at("2026-09-07T11:00", ROOM).every("FREQ=DAILY;COUNT=5"));
        alix.patch(
                BOOKINGS + "/" + series + "/occurrences/2026-09-09T09:00:00Z",
                "{\"start\":\"2026-09-21T11:00\",\"end\":\"2026-09-21T12:00\"}");

        away(toDany(), false);

        assertThat(organisers(alix)).containsExactly("2026-09-21");
        assertThat(organisers(dany)).containsExactly("2026-09-07", "2026-09-08", "2026-09-10", "2026-09-11");
    }

    @Test
    void whatCannotBeHandedOverStaysWithTheReason() {
        JsonNode held = BookingBody.at("2026-09-10T09:00", ROOM)
                .with("hold", "\"PT2H\"")
                .bookedBy(alix);

        JsonNode tried = away(toDany(), true);
        JsonNode done = away(toDany(), false);

        assertThat(tried).isEqualTo(done);
        assertThat(done.at("/0/outcome").asString()).isEqualTo("KEPT");
        assertThat(done.at("/0/reasons/0").asString()).isEqualTo("not-allowed");
        assertThat(read(alix, held.get("id").asString()).at("/organiser/email").asString())
                .isEqualTo(mairie.address("alix"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "bookings":"HAND_OVER","handOverTo":"nadia@grandgroupe.example" | handOverTo
            "bookings":"HAND_OVER","handOverTo":"nobody@nowhere.example"    | handOverTo
            "bookings":"HAND_OVER","handOverTo":"alix@mairie-yerres.example" | handOverTo
            "bookings":"HAND_OVER"                                          | handOverTo
            "bookings":"KEEP"                                               | bookings
            """)
    void saysWhichFieldMakesNoSense(String wish, String field) {
        booked(BookingBody.at("2026-09-11T09:00", ROOM));

        HttpResponse<String> refused = alix.post("/api/v1/me/absence", "{" + AWAY + "," + wish + "}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(refused).at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(organisers(alix)).containsExactly("2026-09-11");
    }

    @Test
    void onThePageNothingIsDoneBeforeItIsPressed() {
        booked(BookingBody.at("2026-09-08T09:00", ROOM));
        TestClient browser = anonymous().withCookies().with("Accept-Language", "en");
        browser.signIn(mairie.address("alix"), Colleagues.PASSWORD);
        String query = "/away?from=2026-09-07&to=2026-09-13&bookings=HAND_OVER&handOverTo=" + mairie.address("dany");

        assertThat(browser.get(query).body()).contains("One booking", "Comité", "Yes, hand all these dates over");
        assertThat(organisers(dany)).isEmpty();
        assertThat(browser.get("/away?from=2026-09-13&to=2026-09-07").body())
                .contains("Say the first and the last day");
        assertThat(browser.get("/away?from=2026-09-07&to=2026-09-13&bookings=HAND_OVER&handOverTo=" + NADIA)
                        .body())
                .contains("Nobody of your organisation");
        assertThat(browser.postForm(
                                "/away",
                                Map.of(
                                        "_csrf", browser.csrfOf(query),
                                        "from", "2026-09-07",
                                        "to", "2026-09-13",
                                        "bookings", "HAND_OVR"))
                        .body())
                .as("what is none of the two wishes cancels nothing")
                .contains("Say whether these dates are cancelled");

        browser.postForm(
                "/away",
                Map.of(
                        "_csrf", browser.csrfOf(query),
                        "from", "2026-09-07",
                        "to", "2026-09-13",
                        "bookings", "HAND_OVER",
                        "handOverTo", mairie.address("dany")));

        assertThat(browser.get("/away").body()).contains("Handed over from one booking.");
        assertThat(organisers(dany)).containsExactly("2026-09-08");
    }
}
