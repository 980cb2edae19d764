package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.device.credentials.Credentials;
import org.springframework.beans.factory.annotation.Autowired;

/** The devices of a manager's rooms, and the sheets by which people join, in a browser without scripts. */
class DevicesPageTests extends HttpTest {

    @Autowired
    private Credentials credentials;

    @AfterEach
    void forget() {
        credentials.remove("codec-melun");
    }

    private void book(String title, String visibility, String start, String... rooms) {
        String body = """
                {"title":"%s","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","visibility":"%s",
                "rooms":["%s"],"conference":{"provider":"jitsi"}}""".formatted(title, start, visibility, String.join("\",\"", rooms));
        assertThat(as(NADIA).post("/api/v1/bookings", body).statusCode()).isEqualTo(201);
    }

    private void onTheMorningOf(String day) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(day + "T05:00:00Z")));
    }

    @Test
    void showsTheManagerTodaysConferencesAndTheirRooms() {
        book("Budget", "ORGANISATION", "2026-10-06T15:00", "melun-telepresence", "montreal-telepresence");
        book("Hush", "PRIVATE", "2026-10-06T11:00", "melun-telepresence");
        onTheMorningOf("2026-10-06");

        String page =
                browserOf(MANAGER).with("Accept-Language", "en").get("/suites").body();

        assertThat(page)
                .contains("Conferences today", "Budget", "15:00–16:00", "Suite de téléprésence (Montréal)")
                .contains("href=\"/rooms/melun-telepresence/join-sheet\"")
                .doesNotContain("href=\"/rooms/montreal-telepresence/join-sheet\"", "Hush")
                .contains("melun-telepresence@sip.it77.example")
                .doesNotContain("Give a credential");
        assertThat(browserOf(NADIA).get("/suites").statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhyADeviceDoesNotAnswerAfterThePress() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "fr");
        Map<String, String> form = Map.of("_csrf", browser.csrfOf("/suites"));

        browser.postForm("/suites/melun-telepresence/codec", form);

        assertThat(browser.get("/suites").body())
                .contains("Le codec n’a pas pris ses réunions")
                .contains("Personne n’a donné l’utilisateur et le mot de passe de ce codec.", "codec-melun");
        assertThat(browser.postForm("/suites/rebais-visio/line", form).statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesACredentialFromTheAdministratorAndNeverShowsItAgain() {
        TestClient browser = browserOf(ADMIN).with("Accept-Language", "en");
        String csrf = browser.csrfOf("/suites");

        browser.postForm(
                "/suites/credentials",
                Map.of("_csrf", csrf, "name", "codec-melun", "user", "admin", "password", "s3cr3t-word"));

        assertThat(browser.get("/suites").body())
                .contains("The credential is stored.")
                .doesNotContain("s3cr3t-word");
        assertThat(credentials.find("codec-melun").orElseThrow().password()).isEqualTo("s3cr3t-word");
        browser.postForm(
                "/suites/credentials", Map.of("_csrf", csrf, "name", "another", "user", "admin", "password", "x"));
        assertThat(browser.get("/suites").body()).contains("This is no credential");
        TestClient manager = browserOf(MANAGER);
        assertThat(manager.postForm(
                                "/suites/credentials",
                                Map.of(
                                        "_csrf",
                                        manager.csrfOf("/suites"),
                                        "name",
                                        "codec-melun",
                                        "user",
                                        "x",
                                        "password",
                                        "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void printsASheetForThoseWhoMeetAndForTheManager() {
        book("Strategy", "ORGANISATION", "2026-10-07T15:00", "melun-telepresence", "montreal-telepresence");
        onTheMorningOf("2026-10-07");
        String sheet = "/rooms/melun-telepresence/join-sheet";

        String nadias =
                browserOf(NADIA).with("Accept-Language", "en").get(sheet).body();
        String managers =
                browserOf(MANAGER).with("Accept-Language", "fr").get(sheet).body();

        assertThat(nadias)
                .contains("Strategy", "15:00–16:00", "Wednesday 7 October 2026", "nadia@grandgroupe.example")
                .contains("Suite de téléprésence (Montréal), 09:00–10:00 Montreal time")
                .contains("/join/", "<svg class=\"code\"", "operator@melun.example");
        assertThat(managers).contains("Strategy", "Comment rejoindre", "mercredi 7 octobre 2026");
        assertThat(browserOf(CAMILLE).get(sheet).statusCode()).isEqualTo(404);
        assertThat(browserOf(NADIA).get(sheet + "?date=2026-10-08").statusCode())
                .isEqualTo(404);
        assertThat(browserOf(MANAGER).get(sheet + "?date=2026-10-08").body()).doesNotContain("Strategy");
        assertThat(browserOf(MANAGER).get(sheet + "?date=never").statusCode()).isEqualTo(200);
        assertThat(browserOf(MANAGER).get("/rooms/Not-a-Room/join-sheet").statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesNobodyTheLinkToAConferenceThatIsOnlyPublicToRead() {
        book("Open day", "PUBLIC", "2026-10-09T09:00", "melun-telepresence");
        book("Just me", "PRIVATE", "2026-10-09T11:00", "melun-telepresence");
        onTheMorningOf("2026-10-09");
        String sheet = "/rooms/melun-telepresence/join-sheet";

        assertThat(browserOf(CAMILLE).get(sheet).statusCode()).isEqualTo(404);
        assertThat(browserOf(MANAGER).get(sheet).body()).contains("Open day").doesNotContain("Just me");
        assertThat(browserOf(NADIA).get(sheet).body()).contains("Open day", "Just me");
    }
}
