package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** What organisers and managers see of conferences, from the switch in the form to the links of rooms. */
class VideoPagesTests extends HttpTest {

    private static final String ROOM = "trilport-visio";
    private static final Pattern BOOKING = Pattern.compile("/bookings/[0-9a-f.]+");

    private String book(String day) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Liaison", "start": "%sT09:00", "duration": "PT1H", "rooms": ["%s", "melun-visio"],
                         "conference": {}}""".formatted(day, ROOM));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private static HttpResponse<String> press(TestClient browser, String page, String path) {
        String csrf = browser.csrfOf(page);
        return browser.postForm(path, Map.of("_csrf", csrf));
    }

    @Test
    void linksRoomsByASwitchInTheForm() {
        TestClient browser = browserOf(CAMILLE);
        String form = browser.get("/book?site=trilport").body();
        Map<String, String> fields = Map.of(
                "_csrf", browser.csrfOf("/book?site=trilport"),
                "site", "trilport",
                "title", "Liaison",
                "date", "2026-05-04",
                "start", "09:00",
                "length", "PT1H",
                "room", ROOM,
                "video", "1",
                "key", "video-form-1");

        HttpResponse<String> booked = browser.postForm("/book", fields);

        assertThat(form).contains("name=\"video\"", "Link the rooms");
        Matcher booking =
                BOOKING.matcher(booked.headers().firstValue("Location").orElse("") + booked.body());
        assertThat(booking.find()).as(booked.body()).isTrue();
        assertThat(browser.get(booking.group()).body()).contains(booking.group() + "/conference");
        assertThat(as(CAMILLE).get("/api/v1" + booking.group() + "/conference").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showTheOrganiserEveryRoomsLinkAndOthersTheirOwn() {
        String page = "/bookings/" + book("2026-05-05") + "/conference";

        String organiser = browserOf(CAMILLE).get(page).body();
        String manager = browserOf(MANAGER).get(page).body();

        assertThat(organiser).contains("not open yet", "08:50", "My link", "Trilport", "Melun", "Make all links void");
        assertThat(organiser.split("/join/", -1)).hasSizeGreaterThan(4);
        assertThat(manager).contains("Melun").doesNotContain("My link").doesNotContain("Trilport");
        assertThat(browserOf(NADIA).get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void makeLinksVoidByAPress() {
        String page = "/bookings/" + book("2026-05-06") + "/conference";
        TestClient browser = browserOf(CAMILLE);
        Matcher link =
                Pattern.compile("/join/[a-z0-9-]+").matcher(browser.get(page).body());
        assertThat(link.find()).isTrue();

        press(browser, page, page + "/new-links");

        assertThat(browser.get(page).body()).doesNotContain(link.group());
        assertThat(anonymous().get(link.group()).statusCode()).isEqualTo(410);
    }

    @Test
    void tryAProviderOutForTheAdministratorAlone() {
        TestClient admin = browserOf(ADMIN);
        String page = admin.get("/video").body();

        assertThat(page).contains("jitsi", "bigbluebutton", "external", "Test this");
        assertThat(page).doesNotContain("demo-secret").doesNotContain("demo-reservation");
        press(admin, "/video", "/video/bigbluebutton/test");
        assertThat(admin.get("/video").body()).contains("bigbluebutton was tried", "not told where it is");
        assertThat(browserOf(MANAGER).get("/video").body())
                .doesNotContain("Test this")
                .contains("Melun");
        assertThat(browserOf(CAMILLE).get("/video").statusCode()).isEqualTo(404);
    }

    @Test
    void giveARoomsComputerANewLink() {
        TestClient manager = browserOf(MANAGER);
        Matcher link = Pattern.compile("/join/room-melun-visio-[a-z0-9-]+")
                .matcher(manager.get("/video").body());
        assertThat(link.find()).isTrue();

        press(manager, "/video", "/video/rooms/melun-visio/new-link");
        HttpResponse<String> foreign = press(manager, "/video", "/video/rooms/trilport-visio/new-link");

        assertThat(manager.get("/video").body()).doesNotContain(link.group());
        assertThat(anonymous().get(link.group()).statusCode()).isEqualTo(410);
        assertThat(foreign.statusCode()).isEqualTo(404);
    }
}
