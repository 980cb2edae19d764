package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;

/** The sheet on the panel of a room, which nobody signs in to and anybody may read. */
class PanelPageTests extends HttpTest {

    private static final String ROOM = "coulommiers-visio";
    private static final String EXTERNAL = """
            {"provider": "external", "sip": "91@zoomcrc.example", "phone": "+33123456789", "pin": "4711"}""";

    @Autowired
    private RoomLinks links;

    private String book(String title, String start, String visibility, String rooms, String conference) {
        HttpResponse<String> booked =
                as(NADIA).post("/api/v1/bookings", """
                        {"title": "%s", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H", "visibility": "%s",
                         "rooms": [%s], "attendees": [{"email": "kim@outside.example", "name": "Kim Nguyen"}],
                         "notes": "confidentiel", "conference": %s}""".formatted(title, start, visibility, rooms, conference));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String book(String title, String start, String visibility) {
        return book(title, start, visibility, '"' + ROOM + '"', EXTERNAL);
    }

    private void at(String instant) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    private static String sheetOf(RoomLinks links, String room) {
        return links.sheet(new RoomId(room)).getPath();
    }

    private HttpResponse<String> sheet() {
        return anonymous().with("Accept-Language", "en").get(sheetOf(links, ROOM));
    }

    @Test
    void showsWhoMeetsNowAndNextAndLooksAgainByItself() {
        book("Open day", "2026-06-02T09:00", "PUBLIC");
        book("After that", "2026-06-02T11:00", "PUBLIC");
        book("Much later", "2026-06-02T15:00", "PUBLIC");
        at("2026-06-02T07:30:00Z");

        HttpResponse<String> page = sheet();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsSubsequence("09:30", "Tuesday 2 June 2026", "Now", "09:00–10:00", "Open day")
                .containsSubsequence("Next", "11:00–12:00", "After that", "15:00–16:00", "Much later")
                .contains("When something does not work");
        assertThat(page.body()).contains("http-equiv=\"refresh\" content=\"60; url=" + sheetOf(links, ROOM));
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void tellsPassersByNeitherTitleNorPeopleNorNotesOfWhatIsNotPublic() {
        String booking = book("Rachat secret", "2026-06-03T09:00", "ORGANISATION");
        book("Tout à fait privé", "2026-06-03T11:00", "PRIVATE");
        at("2026-06-03T07:30:00Z");

        String page = sheet().body();

        assertThat(page)
                .contains("09:00–10:00", "11:00–12:00", "Busy", "91@zoomcrc.example")
                .doesNotContain("Rachat", "privé", "Nadia", "nadia@", "Kim", "kim@", "confidentiel", booking);
    }

    @Test
    void showsAPinOnlyWhilePeopleAreLetIn() {
        book("Open day", "2026-06-04T09:00", "PUBLIC");

        at("2026-06-04T06:49:00Z");
        String early = sheet().body();
        at("2026-06-04T06:50:00Z");
        String open = sheet().body();
        at("2026-06-04T08:00:00Z");
        String over = sheet().body();

        assertThat(early)
                .contains("91@zoomcrc.example", "let in from 08:50 on; the PIN shows then.")
                .doesNotContain("4711", "Connect this room");
        assertThat(open).contains("91@zoomcrc.example", "PIN 4711");
        assertThat(over)
                .contains("Nobody meets here now.", "Nothing more is planned today.")
                .doesNotContain("4711", "Open day", "zoomcrc");
    }

    @Test
    void leadsToTheDoorOfTheConferenceAndNamesTheOtherSites() {
        book("Ocean", "2026-06-05T15:00", "PUBLIC", '"' + ROOM + "\", \"montreal-telepresence\"", "{}");
        at("2026-06-05T13:00:00Z");

        String page = sheet().body();
        String door = links.of(new RoomId(ROOM)).getPath();

        assertThat(page)
                .contains("Connect this room", "href=\"" + door + "\"")
                .contains("Montréal, 09:00–10:00 Montreal time");
        assertThat(anonymous().with("Accept-Language", "en").get(door).body()).contains("It is time.");
    }

    @Test
    void showsNothingOfAMeetingThatIsCalledOffOrEnded() {
        String cancelled = book("Called off", "2026-06-08T09:00", "PUBLIC");
        String ended = book("Ended", "2026-06-08T11:00", "PUBLIC");
        as(NADIA).delete("/api/v1/bookings/" + cancelled);
        at("2026-06-08T09:20:00Z");
        HttpResponse<String> end = as(NADIA).post("/api/v1/bookings/" + ended + "/end", "");

        assertThat(end.statusCode()).as(end.body()).isEqualTo(200);
        assertThat(sheet().body()).doesNotContain("Called off", "Ended").contains("Nobody meets here now.");
    }

    @Test
    void speaksFrench() {
        book("Porte ouverte", "2026-06-09T09:00", "PUBLIC");
        at("2026-06-09T06:30:00Z");

        String page = anonymous()
                .with("Accept-Language", "fr")
                .get(sheetOf(links, ROOM))
                .body();

        assertThat(page).contains("En ce moment", "Ensuite", "On entre à partir de 08:50", "mardi 9 juin 2026");
    }

    @Test
    void showsNothingOnceTheManagerMakesTheLinkVoid() {
        book("Open day", "2026-06-10T09:00", "PUBLIC", "\"melun-visio\"", EXTERNAL);
        at("2026-06-10T07:30:00Z");
        String before = sheetOf(links, "melun-visio");
        TestClient manager = browserOf(MANAGER);
        Map<String, String> form = Map.of("_csrf", manager.csrfOf("/video/rooms/melun-visio"));
        String shown = anonymous().get(before).body();

        manager.postForm("/video/rooms/melun-visio/new-link", form);
        HttpResponse<String> gone = anonymous().with("Accept-Language", "en").get(before);

        assertThat(shown).contains("Open day");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body())
                .contains("no longer good", "The room has a new one.")
                .doesNotContain("Open day", "4711");
        assertThat(anonymous().get(sheetOf(links, "melun-visio")).body()).contains("Open day");
    }

    @Test
    void opensByNoOtherLink() {
        String booking = book("Open day", "2026-06-11T09:00", "PUBLIC");
        at("2026-06-11T07:30:00Z");
        String told =
                as(NADIA).get("/api/v1/bookings/" + booking + "/conference").body();
        String own = sheetOf(links, ROOM);
        String other = own.replace(ROOM, "chelles-visio");
        String wrong = own.replaceFirst(".{4}/sheet$", "aaaa/sheet");

        assertThat(URI.create(own)).isNotEqualTo(URI.create(wrong));
        assertThat(anonymous().get(other).statusCode()).isEqualTo(404);
        assertThat(anonymous().get(wrong).statusCode()).isEqualTo(404);
        assertThat(anonymous().get(wrong).body()).contains("leads nowhere").doesNotContain("Open day");
        Matcher link = Pattern.compile("/join/[a-z0-9-]+").matcher(told);
        while (link.find()) {
            HttpResponse<String> answer = anonymous().get(link.group() + "/sheet");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("Open day", "4711");
        }
    }

    @Test
    void isOfferedToTheManagerOfTheRoomAsAnAddressAndACode() {
        TestClient manager = browserOf(MANAGER).with("Accept-Language", "en");

        HttpResponse<String> page = manager.get("/video/rooms/melun-visio");

        assertThat(page.body())
                .contains("value=\"" + links.sheet(new RoomId("melun-visio")) + "\"")
                .contains("<svg class=\"code\"", "For a panel");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(manager.get("/suites").body()).contains("href=\"/video/rooms/melun-visio\"");
        assertThat(manager.get("/video/rooms/" + ROOM).statusCode()).isEqualTo(404);
        assertThat(manager.get("/video/rooms/Not-a-Room").statusCode()).isEqualTo(404);
        assertThat(browserOf(CAMILLE).get("/video/rooms/melun-visio").statusCode())
                .isEqualTo(404);
    }

    @Test
    void promisesNoPinWhereThereIsNoneAndLeavesOutWhatNoWallHasSpaceFor() {
        for (int hour = 9; hour < 17; hour++) {
            book("At " + hour, "2026-06-12T%02d:00".formatted(hour), "PUBLIC", '"' + ROOM + '"', "{}");
        }
        at("2026-06-12T06:30:00Z");

        String page = sheet().body();

        assertThat(page)
                .contains("let in from 08:50 on.", "At 9", "At 11", "5 more")
                .doesNotContain("PIN", "At 12");
    }
}
