package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.passerelle.TestClient;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.api.BookingBody;
import org.passerelle.arrival.CheckInLinks;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.approval.DecisionLinks;
import org.passerelle.booking.approval.QuestionLinks;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.directory.RoomId;
import org.passerelle.outsider.OutsiderLinks;
import org.passerelle.outsider.OutsiderRequest;
import org.passerelle.outsider.OutsiderRequests;
import org.passerelle.rescue.RescueLinks;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What axe-core finds on the pages about requests, arrival, closures, webhooks and the record; light and dark, at a desk and on a phone. */
class BookingLifeAccessibilityIT extends AxeTest {

    private static final String MANAGER_NAME = "Administration du réseau";
    private static final String LONG_TITLE = "Assemblée d’agglomération " + HOSTILE;

    @Autowired
    private DecisionLinks decisions;

    @Autowired
    private CheckInLinks checkIns;

    @Autowired
    private OutsiderRequests guests;

    @Autowired
    private OutsiderLinks guestLinks;

    @Autowired
    private QuestionLinks questions;

    @Autowired
    private RescueLinks rescues;

    @Autowired
    private ReadingBookings reading;

    @Autowired
    private Accounts accounts;

    @Test
    void findsNothingToObjectAtADesk() throws IOException {
        assertThat(violationsInTheLifeOfABooking(desk("en-GB"), "2026-06-08")).isEmpty();
    }

    @Test
    void findsNothingToObjectOnAPhoneInTheDark() throws IOException {
        Page page = phone("fr-FR");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(violationsInTheLifeOfABooking(page, "2026-06-10")).isEmpty();
    }

    private List<String> violationsInTheLifeOfABooking(Page page, String day) throws IOException {
        String asked = booked(day + "T09:00", "val-d-europe-amphitheatre");
        String declined = booked(day + "T14:00", "val-d-europe-amphitheatre");
        post(ADMIN, "/api/v1/bookings/" + declined + "/decline", "{\"message\": \"Cours ce jour-là\"}", 200);
        String moved = booked(day + "T10:00", "coulommiers-templiers");
        booked(day + "T10:00", "coulommiers-grand-morin");
        String link = decisions
                .of(reading.find(new BookingId(asked)).orElseThrow(), admin())
                .getPath();
        String closure = closed(day);
        String webhook = post(
                        CAMILLE,
                        "/api/v1/webhooks",
                        ("{\"url\": \"https://receiver.invalid/%s\", \"events\": [\"booking.created\"],"
                                        + " \"scope\": \"PERSON\", \"of\": \"camille@atelier-brie.example\"}")
                                .formatted(day),
                        201)
                .get("id")
                .asString();

        List<String> found = new ArrayList<>();
        found.addAll(violationsAt(link, page));
        found.addAll(violationsAt(checkIn(moved), page));
        found.addAll(violationsAt(guestLink(day), page));
        post(ADMIN, "/api/v1/bookings/" + asked + "/ask", "{\"message\": \"Combien de personnes ?\"}", 200);
        found.addAll(violationsAt(question(asked), page));
        found.addAll(violationsAt(rescue(moved), page));
        put(CAMILLE, "/api/v1/me/deputies/louis@atelier-brie.example", "{\"includesPrivate\": true}");
        put(
                CAMILLE,
                "/api/v1/bookings/" + moved + "/guests",
                "{\"guests\": [{\"name\": \"<script>window.hostile=1</script> Une Visiteuse Au Nom Très Long\"}]}");
        signIn(page, "Camille Girard");
        for (String path : List.of(
                "/bookings",
                "/bookings/" + asked,
                "/bookings/" + declined,
                "/bookings/" + moved + "/history",
                "/moves",
                "/preferences",
                "/preferences/mails",
                "/deputies",
                "/away?from=%s&to=%s".formatted(day, day),
                "/bookings/" + moved + "/guests",
                "/bookings/" + moved + "/rescue",
                "/webhooks",
                "/webhooks/" + webhook,
                "/rooms/val-d-europe-amphitheatre/rights")) {
            found.addAll(violationsAt(path, page));
        }
        signIn(page, "Accueil de Melun");
        found.addAll(violationsAt("/reception?date=" + day, page));
        found.addAll(violationsAt("/sites/melun/day-sheet?date=" + day, page));
        signIn(page, MANAGER_NAME);
        for (String path : List.of(
                "/requests",
                "/erasures?email=" + CAMILLE,
                "/deputies?of=atelier-brie",
                "/tasks?site=roissy&date=" + day,
                "/bookings/" + asked,
                "/directory",
                "/people",
                "/people/new",
                "/people/" + CAMILLE,
                "/organisations",
                "/manage/places/melun/rooms/melun-seine/photo",
                "/directory/versions",
                "/directory/versions/1",
                "/manage/places",
                "/manage/places/melun",
                "/manage/places/melun/rooms/melun-visio",
                "/manage/places/melun/rooms/melun-seine/remove",
                "/manage/places/melun/remove",
                "/manage/places/melun/history",
                "/manage/network",
                "/manage/operators",
                "/closures",
                "/closures/new?where=coulommiers-templiers&from=%sT08:00&to=%sT20:00&reason=Peinture&then=CANCEL"
                        .formatted(day, day),
                "/closures/" + closure,
                "/no-shows",
                "/audit",
                "/audit/deputies",
                "/rooms/coulommiers-templiers/rights",
                "/due",
                "/backups")) {
            found.addAll(violationsAt(path, page));
        }
        found.addAll(violationsWhereADirectoryHitsSomething(page));
        return found;
    }

    /** The text of the directory, where signs stand below each other, and what another one would hit. */
    private List<String> violationsWhereADirectoryHitsSomething(Page page) throws IOException {
        opened("/directory", page);
        Locator text = page.locator("#text");
        assertThat((String) text.evaluate("area => getComputedStyle(area).fontFamily"))
                .contains("monospace");
        String room = "Salle Grand Morin, kind: MEETING, capacity: 10, equipment: [screen, whiteboard]";
        assertThat(text.inputValue()).contains(room);
        text.fill(text.inputValue().replace(room, room + ", rules: {hours: Mo-Fr 14:00-18:00}"));
        page.locator("form[action='/directory/look'] button").click();
        page.locator("#hit").waitFor();
        assertThat(page.locator("section .sheet").count()).isPositive();
        assertFitsTheWindow(page);
        return violations(page);
    }

    /** Of what somebody without an account asks for. */
    private String guestLink(String day) {
        OutsiderRequest request = new OutsiderRequest(
                BookingId.random(),
                new EmailAddress("kim@elsewhere.example"),
                "Kim Lée",
                Locale.FRENCH,
                new RoomId("trilport-bureau"),
                LocalDateTime.parse(day + "T09:00"),
                LocalDateTime.parse(day + "T10:00"),
                new OutsiderRequest.OutsiderSubject(LONG_TITLE, "", 2),
                clock.instant());
        guests.ask(request);
        return guestLinks.of(request).getPath();
    }

    private String question(String booking) {
        Booking asked = reading.find(new BookingId(booking)).orElseThrow();
        return questions
                .of(asked, asked.status().request().open().orElseThrow())
                .getPath();
    }

    private String rescue(String booking) {
        Booking moved = reading.find(new BookingId(booking)).orElseThrow();
        return rescues.of(
                        moved.id(),
                        moved.occurrences().get(0).recurrenceId(),
                        moved.owner().organiser())
                .getPath();
    }

    private void put(String person, String path, String body) {
        HttpResponse<String> answer = as(person).put(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private AccountId admin() {
        return (AccountId)
                accounts.person(new EmailAddress(ADMIN)).orElseThrow().id();
    }

    private String checkIn(String booking) {
        BookingId id = new BookingId(booking);
        Instant date = reading.find(id).orElseThrow().occurrences().get(0).recurrenceId();
        return checkIns.of(id, date).getPath();
    }

    private String booked(String start, String room) {
        return post(
                        CAMILLE,
                        BookingBody.BOOKINGS,
                        BookingBody.at(start, room).toString().replace("Comité", LONG_TITLE.replace("\"", "\\\"")),
                        201)
                .get("id")
                .asString();
    }

    /** With an offer to whoever booked. */
    private String closed(String day) {
        String id = post(ADMIN, "/api/v1/closures", """
            {"rooms": ["coulommiers-templiers"], "from": "%sT08:00", "to": "%sT12:00", "reason": "Dégât des eaux",
             "onBookings": "PROPOSE"}\
            """.formatted(day, day), 201)
                .get("id")
                .asString();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(as(ADMIN).get("/api/v1/closures/" + id).body())
                                .contains("OFFERED"));
        return id;
    }

    private JsonNode post(String person, String path, String body, int status) {
        HttpResponse<String> answer = as(person).post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TestClient.json(answer);
    }
}
