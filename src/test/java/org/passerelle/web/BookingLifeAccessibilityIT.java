package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.passerelle.booking.model.BookingId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What axe-core finds on the pages about requests, arrival, closures, webhooks and the record; light and dark, at a desk and on a phone. */
class BookingLifeAccessibilityIT extends AxeTest {

    private static final String MANAGER_NAME = "Administration du réseau";
    private static final String LONG_TITLE = "Assemblée générale extraordinaire de la communauté d’agglomération";

    @Autowired
    private DecisionLinks decisions;

    @Autowired
    private CheckInLinks checkIns;

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
        signIn(page, "Camille Girard");
        for (String path : List.of(
                "/bookings",
                "/bookings/" + asked,
                "/bookings/" + declined,
                "/bookings/" + moved + "/history",
                "/moves",
                "/preferences",
                "/preferences/mails",
                "/webhooks",
                "/webhooks/" + webhook)) {
            found.addAll(violationsAt(path, page));
        }
        signIn(page, MANAGER_NAME);
        for (String path : List.of(
                "/requests",
                "/bookings/" + asked,
                "/directory",
                "/closures",
                "/closures/new?where=coulommiers-templiers&from=%sT08:00&to=%sT20:00&reason=Peinture&then=CANCEL"
                        .formatted(day, day),
                "/closures/" + closure,
                "/no-shows",
                "/audit",
                "/due")) {
            found.addAll(violationsAt(path, page));
        }
        return found;
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
                        BookingBody.at(start, room).toString().replace("Comité", LONG_TITLE),
                        201)
                .get("id")
                .asString();
    }

    /** With an offer to whoever booked. */
    private String closed(String day) {
        String id = post(ADMIN, "/api/v1/closures", """
                        {"rooms": ["coulommiers-templiers"], "from": "%sT08:00", "to": "%sT12:00", "reason": "Dégât des eaux",
                         "onBookings": "PROPOSE"}""".formatted(day, day), 201)
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
