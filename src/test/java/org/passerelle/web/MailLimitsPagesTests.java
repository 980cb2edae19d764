package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What people see of the limits of mail, in a program where they are low. */
@TestPropertySource(
        properties = {
            "passerelle.mail.limits.strangers-per-person=3",
            "passerelle.mail.limits.mails-per-stranger=5",
            "passerelle.mail.limits.mails-to-one-stranger=1"
        })
class MailLimitsPagesTests extends HttpTest {

    private HttpResponse<String> book(String person, String start, String room, String... invited) {
        String attendees = IntStream.range(0, invited.length)
                .mapToObj(i -> "{\"email\": \"%s\"}".formatted(invited[i]))
                .collect(Collectors.joining(", ", "[", "]"));
        return as(person).with("Accept-Language", "en").post("/api/v1/bookings", """
                {"title": "Secret", "start": "%s", "duration": "PT1H", "rooms": ["%s"],
                 "attendees": %s}""".formatted(start, room, attendees));
    }

    private JsonNode mail(String person, String booking) {
        return TestClient.json(as(person).get("/api/v1/bookings/" + booking))
                .get("attendees")
                .get(0)
                .get("mail");
    }

    @Test
    void refusesAnOrderThatInvitesMoreStrangersThanADayAllowsAndSaysWhenThereIsRoom() {
        HttpResponse<String> refused = book(
                CAMILLE,
                "2026-06-02T09:00",
                "rebais-visio",
                "a@strange.example",
                "b@strange.example",
                "c@strange.example",
                "d@strange.example");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "quota-exceeded",
                        "You may invite at most 3 people from outside the network in a day. "
                                + "There is room for others from 26 Mar 2026, 10:00.");
        HttpResponse<String> colleagues = book(
                CAMILLE,
                "2026-06-02T09:00",
                "rebais-visio",
                LOUIS,
                NADIA,
                "new@atelier-brie.example",
                "desk@rooms.it77.example",
                "a@strange.example");
        assertThat(colleagues.statusCode()).as(colleagues.body()).isEqualTo(201);
    }

    @Test
    void showsTheOrganiserAndTheManagersWhatWaits() {
        String first = TestClient.json(book(NADIA, "2026-06-03T09:00", "melun-visio", "kim@strange.example"))
                .get("id")
                .asString();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(mail(NADIA, first).get("state").asString()).isEqualTo("SENT"));
        String second = TestClient.json(book(NADIA, "2026-06-03T10:00", "melun-visio", "kim@strange.example"))
                .get("id")
                .asString();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(mail(NADIA, second).get("state").asString()).isEqualTo("WAITING"));
        assertThat(mail(NADIA, second).get("message").asString()).isEqualTo("mails-to-one-stranger");
        assertThat(mail(NADIA, second).get("nextAt").asString()).isEqualTo("2026-03-26T09:00:00Z");
        assertThat(browserOf(NADIA)
                        .with("Accept-Language", "en")
                        .get("/bookings/" + second)
                        .body())
                .contains("as much mail from this organiser as one day allows", "It leaves from Thu 26 Mar, 10:00.");
        assertThat(browserOf(MANAGER)
                        .with("Accept-Language", "en")
                        .get("/mail-log")
                        .body())
                .contains("Invitations that wait", "1 mail", "Melun", "It leaves from Thu 26 Mar, 10:00.")
                .doesNotContain("kim@strange.example", "Secret");
        assertThat(browserOf(ADMIN)
                        .with("Accept-Language", "fr")
                        .get("/mail-log")
                        .body())
                .contains("Invitations en attente", "1 courriel");

        assertThat(as(NADIA).delete("/api/v1/bookings/" + second).statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browserOf(ADMIN)
                                .with("Accept-Language", "en")
                                .get("/mail-log")
                                .body())
                        .doesNotContain("Invitations that wait"));
    }
}
