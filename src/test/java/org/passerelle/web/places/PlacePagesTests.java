package org.passerelle.web.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;

/** Rooms and sites as forms, without scripts; in November 2027, in which no other test books. */
class PlacePagesTests extends HttpTest {

    private static final String DIRECTORY = "/api/v1/admin/directory";
    private static final String MELUN = "/manage/places/melun";
    private static final String SEINE = MELUN + "/rooms/melun-seine";
    private static final String ALMONT = MELUN + "/rooms/melun-almont";

    private String before = "";

    @BeforeEach
    void remember() {
        before = yaml();
    }

    @AfterEach
    void putBack() {
        as(ADMIN).putYaml(DIRECTORY, before);
    }

    private String yaml() {
        return as(ADMIN).get(DIRECTORY).body();
    }

    private TestClient english(String who) {
        return browserOf(who).with("Accept-Language", "en");
    }

    private static void assertSaved(HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(path));
    }

    @Test
    void aManagerChangesARoomAndTheRestOfTheFileStays() {
        TestClient manager = english(MANAGER);
        PlaceSheet form = PlaceSheet.at(manager, SEINE);
        assertThat(form.value("name")).isEqualTo("Salle Seine");
        assertThat(form.value("capacity")).isEqualTo("8");
        assertThat(form.value("equipment")).isEqualTo("screen, whiteboard");

        assertSaved(
                form.with("capacity", "9")
                        .with("rules.longest", "3 h 30 min")
                        .with("rules.hours", "Mo-Fr 07:00-21:00")
                        .send(),
                SEINE);

        assertThat(yaml())
                .isEqualTo(before.replace(
                        "melun-seine: {name: Salle Seine, kind: MEETING, capacity: 8, equipment: [screen, whiteboard]}",
                        "melun-seine: {name: Salle Seine, kind: MEETING, capacity: 9, equipment: [screen, whiteboard],"
                                + " rules: {hours: 'Mo-Fr 07:00-21:00', longest: PT3H30M}}"))
                .contains("# the partition between the two opens");
        assertThat(manager.get(SEINE).body()).contains("value=\"3 h 30 min\"");
        String versions = as(ADMIN).get(DIRECTORY + "/versions?limit=1").body();
        assertThat(versions).contains("\"FORM\"", MANAGER, "melun-seine");
    }

    @Test
    void nobodySeesOrChangesTheRoomsOfOthers() {
        TestClient manager = english(MANAGER);
        TestClient camille = english(CAMILLE);

        assertThat(manager.get("/manage/places").body())
                .contains("Melun Val de Seine")
                .doesNotContain("chelles");
        for (String path : List.of("/manage/places/chelles", "/manage/places/chelles/rooms/chelles-visio")) {
            assertThat(manager.get(path).statusCode()).isEqualTo(404);
            PlaceSheet form = PlaceSheet.at(english(ADMIN), path);
            assertThat(form.value("name")).isNotEmpty();
        }
        // Neither under the site that is theirs.
        assertThat(manager.get(MELUN + "/rooms/chelles-visio").statusCode()).isEqualTo(404);
        Map<String, String> sent = Map.of("_csrf", manager.csrfOf(SEINE), "name", "Mine", "seen", "1");
        assertThat(manager.postForm("/manage/places/chelles", sent).statusCode())
                .isEqualTo(404);
        assertThat(manager.postForm(MELUN + "/rooms/chelles-visio", sent).statusCode())
                .isEqualTo(404);
        assertThat(manager.postForm("/manage/places/chelles/rooms/chelles-visio/remove", sent)
                        .statusCode())
                .isEqualTo(404);
        assertThat(camille.get("/manage/places").statusCode()).isEqualTo(404);
        assertThat(camille.get(SEINE).statusCode()).isEqualTo(404);
        assertThat(yaml()).isEqualTo(before);
    }

    @Test
    void aManagerGivesThemselvesNothingByFieldsThatAreNotTheirs() {
        TestClient manager = english(MANAGER);
        String page = MELUN + "/rooms/melun-telepresence";
        assertThat(manager.get(page).body()).doesNotContain("endpoint.codec");
        assertThat(manager.get(MELUN).body()).doesNotContain("name=\"operator\"", "name=\"video.lines\"");

        assertSaved(
                PlaceSheet.at(manager, page)
                        .with("name", "Suite")
                        .with("endpoint.codec.url", "https://collector.example")
                        .with("endpoint.codec.credential", "codec-montreal")
                        .with("rules.evil", "x")
                        .send(),
                page);
        assertSaved(
                PlaceSheet.at(manager, MELUN)
                        .with("address", "Gare de Melun")
                        .with("operator", "ville-de-montreal")
                        .with("zone", "America/Montreal")
                        .with("video.lines", "50")
                        .with("rooms", "x")
                        .send(),
                MELUN);

        assertThat(yaml())
                .isEqualTo(before.replace(
                                "name: Suite de téléprésence\n        kind: TELEPRESENCE\n        capacity: 6\n"
                                        + "        equipment: [triple-screen, camera, microphone, document-camera]",
                                "name: Suite\n        kind: TELEPRESENCE\n        capacity: 6\n"
                                        + "        equipment: [triple-screen, camera, microphone, document-camera]")
                        .replace("address: Quartier de la gare, 77000 Melun", "address: Gare de Melun"));
        assertThat(PlaceSheet.at(english(ADMIN), page).value("endpoint.codec.credential"))
                .isEqualTo("codec-melun");
    }

    @Test
    void saysWhatIsWrongAtItsFieldAndKeepsWhatWasWritten() {
        TestClient manager = english(MANAGER);

        String page = PlaceSheet.at(manager, SEINE)
                .with("name", "<script>alert(1)</script>")
                .with("capacity", "many")
                .with("rules.longest", "soon")
                .with("endpoint.sip", "not an address")
                .send()
                .body();

        assertThat(page)
                .contains("Nothing is saved yet", "A whole number from 1 to 10000, not: many.")
                .contains("A length of time such as 30 min or 2 h, from 1 min to 31 d, not: soon.")
                .contains("There is an address, but it is not ticked that it joins so.")
                .contains("href=\"#capacity\"", "value=\"soon\"", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(PlaceSheet.on(manager, SEINE, page).value("capacity")).isEqualTo("many");
        assertThat(yaml()).isEqualTo(before);

        String french = PlaceSheet.at(browserOf(MANAGER).with("Accept-Language", "fr"), SEINE)
                .with("name", "")
                .with("rules.hours", "lundi")
                .send()
                .body();
        assertThat(french).contains("Rien n’est encore enregistré", "Indiquez-le.", "Des heures, par exemple Lu-Ve");
    }

    @Test
    void readsHoursAndLengthsInTheLanguageOfTheReader() {
        TestClient manager = browserOf(MANAGER).with("Accept-Language", "fr");

        assertSaved(
                PlaceSheet.at(manager, ALMONT)
                        .with("rules.hours", "lu-je 8:00-20:00; ve fermé")
                        .with("rules.notice", "1 j 2 h")
                        .with("rules.horizon", "6 mois")
                        .with("rules.arrival.grace", "jamais")
                        .with("rules.bookableBy", "tous")
                        .send(),
                ALMONT);

        assertThat(yaml())
                .contains(
                        "Mo-Th 8:00-20:00; Fr closed",
                        "notice: PT26H",
                        "horizon: P6M",
                        "grace: never",
                        "bookableBy: everyone");
        PlaceSheet form = PlaceSheet.at(manager, ALMONT);
        assertThat(form.value("rules.hours")).isEqualTo("Lu-Je 8:00-20:00; Ve fermé");
        assertThat(form.value("rules.notice")).isEqualTo("1 j 2 h");
        assertThat(form.value("rules.horizon")).isEqualTo("6 mois");
        assertThat(PlaceSheet.at(english(MANAGER), ALMONT).value("rules.hours"))
                .isEqualTo("Mo-Th 8:00-20:00; Fr closed");
    }

    @Test
    void rowsAreAddedAndTakenAway() {
        TestClient manager = english(MANAGER);
        PlaceSheet form = PlaceSheet.at(manager, SEINE)
                .with("rules.permissions.0.who", "MEMBERS, grand-groupe")
                .with("rules.permissions.0.during", "Mo-Fr 18:00-20:00")
                .with("rules.permissions.0.may", "REQUEST")
                .with("rules.permissions.1.longerThan", "4 h")
                .with("rules.permissions.1.may", "NOTHING")
                .with("rules.layouts.0.id", "board")
                .with("rules.layouts.0.seats", "6");
        assertSaved(form.send(), SEINE);
        assertThat(yaml())
                .contains("permissions: [{who: [MEMBERS, grand-groupe], during: 'Mo-Fr 18:00-20:00', may: REQUEST},"
                        + " {longerThan: PT4H, may: NOTHING}]")
                .contains("layouts: {board: {seats: 6}}");

        PlaceSheet again = PlaceSheet.at(manager, SEINE);
        assertThat(again.value("rules.permissions.1.longerThan")).isEqualTo("4 h");
        for (String cell : List.of("who", "during", "may")) {
            again.with("rules.permissions.0." + cell, "");
        }
        assertSaved(
                again.with("rules.layouts.0.id", "")
                        .with("rules.layouts.0.seats", "")
                        .send(),
                SEINE);
        assertThat(yaml())
                .contains("permissions: [{longerThan: PT4H, may: NOTHING}]")
                .doesNotContain("layouts: {board");

        String wrong = PlaceSheet.at(manager, SEINE)
                .with("rules.layouts.0.id", "board")
                .with("rules.layouts.1.id", "board")
                .send()
                .body();
        assertThat(wrong).contains("The same id stands here twice.");
        String hostile = PlaceSheet.at(manager, SEINE)
                .with("rules.permissions.0.who", "}, everyone: {may: BOOK")
                .send()
                .body();
        assertThat(hostile).contains("Only MEMBERS, MANAGERS, OUTSIDERS and ids of organisations");
    }

    @Test
    void twoWhoEditDifferentRoomsDoNotMeet() {
        PlaceSheet seine = PlaceSheet.at(english(MANAGER), SEINE);
        PlaceSheet almont = PlaceSheet.at(english(ADMIN), ALMONT);

        assertSaved(seine.with("capacity", "7").send(), SEINE);
        assertSaved(almont.with("capacity", "13").send(), ALMONT);

        assertThat(yaml())
                .contains("Salle Seine, kind: MEETING, capacity: 7", "Salle Almont, kind: MEETING, capacity: 13");
    }

    @Test
    void theSecondToEditARoomIsToldWhatTheFirstChangedAndNothingIsLost() {
        TestClient admin = english(ADMIN);
        PlaceSheet first = PlaceSheet.at(english(MANAGER), SEINE);
        PlaceSheet second = PlaceSheet.at(admin, SEINE);
        assertSaved(
                first.with("capacity", "7").with("name", "Salle de la Seine").send(), SEINE);

        String page =
                second.with("capacity", "10").with("rules.notice", "2 h").send().body();

        assertThat(page)
                .contains("has changed this meanwhile", "Salle Seine, now Salle de la Seine", "8, now 7")
                .contains("You have changed it too.", "Somebody else has set it to: 7");
        assertThat(yaml())
                .contains("Salle de la Seine, kind: MEETING, capacity: 7")
                .doesNotContain("notice: PT2H");
        PlaceSheet both = PlaceSheet.on(admin, SEINE, page);
        assertThat(both.value("name")).isEqualTo("Salle de la Seine");
        assertThat(both.value("capacity")).isEqualTo("10");
        assertThat(both.value("rules.notice")).isEqualTo("2 h");
        assertSaved(both.send(), SEINE);
        assertThat(yaml()).contains("Salle de la Seine, kind: MEETING, capacity: 10", "notice: PT2H");

        // A form of a version that nobody knows cannot be told from one that overwrites.
        String unknown = PlaceSheet.at(admin, SEINE)
                .with("seen", "99999999")
                .with("capacity", "3")
                .send()
                .body();
        assertThat(unknown).contains("nobody can tell what has changed since");
        assertThat(yaml()).contains("capacity: 10");
    }

    @Test
    void whatItHitsIsShownBeforeAndDealtWithAsAgreed() {
        String booked = BookingBody.at("2027-11-09T18:30", "melun-seine")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();
        TestClient manager = english(MANAGER);

        String asked = PlaceSheet.at(manager, SEINE)
                .with("rules.hours", "Mo-Fr 08:00-18:00")
                .send()
                .body();
        assertThat(asked).contains("One date is affected", "18:30–19:30", "/bookings/" + booked);
        assertThat(yaml()).isEqualTo(before);
        assertSaved(
                PlaceSheet.agreeing(manager, SEINE, asked)
                        .with("then", "CANCEL")
                        .send(),
                SEINE);

        assertThat(yaml()).contains("hours: 'Mo-Fr 08:00-18:00'");
        assertThat(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + booked).body()).contains("CANCELLED");
    }

    @Test
    void aRoomIsAddedAndRemovedAndItsBookingsAreToldBefore() {
        TestClient manager = english(MANAGER);
        String add = MELUN + "/rooms/new";
        String loing = MELUN + "/rooms/melun-loing";
        PlaceSheet form = PlaceSheet.at(manager, add);
        assertThat(form.value("id")).isEqualTo("melun-");
        for (String wrong : List.of("chelles-loing", "Melun Loing", "melun-", "", "melun-seine", "chelles")) {
            assertThat(form.with("id", wrong).send().statusCode()).as(wrong).isEqualTo(200);
        }
        form.with("id", "melun-loing")
                .with("name", "Salle Loing")
                .with("kind", "MEETING")
                .with("capacity", "4");
        assertSaved(form.send(), loing);
        assertThat(yaml()).contains("melun-loing: {name: Salle Loing, kind: MEETING, capacity: 4}");
        String booked = BookingBody.at("2027-11-16T10:00", "melun-loing")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();

        String asked = manager.get(loing + "/remove").body();
        assertThat(asked).contains("One date is booked in it", "/bookings/" + booked);
        HttpResponse<String> unasked = manager.postForm(loing + "/remove", Map.of("_csrf", manager.csrfOf(loing)));
        assertThat(unasked.statusCode()).isEqualTo(200);
        assertThat(yaml()).contains("melun-loing");
        assertSaved(PlaceSheet.agreeing(manager, loing + "/remove", asked).send(), "/manage/places");
        assertThat(yaml()).isEqualTo(before);
        assertThat(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + booked).body()).contains("CANCELLED");

        assertThat(form.send().body()).as("its bookings are known by the id").contains("A room had this id before");
        assertThat(manager.get(SEINE + "/remove").body()).contains("unknown part melun-seine");
    }
}
