package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
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

        assertThat(organiser).contains("not open yet", "08:50", ">Join<", "Trilport", "Melun", "Make all links void");
        assertThat(organiser.split("/join/", -1)).hasSizeGreaterThan(4);
        assertThat(manager).contains("Melun").doesNotContain(">Join<").doesNotContain("Trilport");
        assertThat(browserOf(NADIA).get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void tellWhoConnectsARoomHowItsDeviceStandsAndWhatIsKept() {
        String json = """
                {"title": "Suites", "start": "2026-05-12T15:00", "duration": "PT1H",
                 "rooms": ["melun-telepresence", "fontainebleau-telepresence"], "conference": {}}""";
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", json);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        String id = TestClient.json(booked).get("id").asString();

        String organiser =
                browserOf(CAMILLE).get("/bookings/" + id + "/conference").body();

        assertThat(organiser)
                .containsSubsequence("Melun Val de Seine", ">Device: ", "Fontainebleau", ">Device: ")
                .containsSubsequence(
                        "Kept for this conference",
                        "Melun Val de Seine: one video line",
                        "Mbit/s",
                        "Fontainebleau: one video line");
        assertThat(browserOf(MANAGER).get("/bookings/" + id + "/conference").body())
                .contains("Melun Val de Seine: one video line")
                .doesNotContain("Fontainebleau: ");
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
        String page = "/video/rooms/melun-visio";
        Matcher link = Pattern.compile("/join/room-melun-visio-[a-z0-9-]+")
                .matcher(manager.get(page).body());
        assertThat(link.find()).isTrue();

        press(manager, page, page + "/new-link");
        HttpResponse<String> foreign = press(manager, page, "/video/rooms/trilport-visio/new-link");

        assertThat(manager.get("/video").body()).contains("href=\"" + page + "\"");
        assertThat(manager.get(page).body()).doesNotContain(link.group());
        assertThat(anonymous().get(link.group()).statusCode()).isEqualTo(410);
        assertThat(foreign.statusCode()).isEqualTo(404);
    }

    private static Map<String, String> form(TestClient browser, String day, String quality) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", browser.csrfOf("/book?site=trilport"));
        form.put("site", "trilport");
        form.put("title", "Liaison");
        form.put("date", day);
        form.put("start", "09:00");
        form.put("length", "PT1H");
        form.put("room", ROOM);
        form.put("video", "1");
        form.put("quality", quality);
        form.put("key", "quality-" + day + quality);
        return form;
    }

    private static String ticked(String quality) {
        return "value=\"" + quality + "\" checked=\"checked\"";
    }

    private String qualityOf(HttpResponse<String> booked) {
        Matcher booking =
                BOOKING.matcher(booked.headers().firstValue("Location").orElse(""));
        assertThat(booking.find()).as(booked.body()).isTrue();
        return TestClient.json(as(CAMILLE).get("/api/v1" + booking.group()))
                .get("conference")
                .get("quality")
                .asString();
    }

    @Test
    void takeThePicturesAsFineAsSomebodyChoseAndKeepTheChoiceWhenTheFormComesBack() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "fr");
        Map<String, String> form = form(browser, "2026-05-11", "SD");

        String fresh = browser.get("/book?site=trilport").body();
        form.put("title", " ");
        HttpResponse<String> refused = browser.postForm("/book", form);
        form.put("title", "Liaison");
        HttpResponse<String> booked = browser.postForm("/book", form);

        assertThat(fresh).contains("Finesse de l’image", "0,7 Mbit/s", "2,2 Mbit/s", "5,2 Mbit/s", ticked("HD"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(ticked("SD")).doesNotContain(ticked("HD"));
        assertThat(qualityOf(booked)).isEqualTo("SD");
    }

    @Test
    void takeNoQualityThatThereIsNot() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "en");
        Map<String, String> form = form(browser, "2026-05-12", "8K");

        HttpResponse<String> refused = browser.postForm("/book", form);
        form.remove("video");
        HttpResponse<String> unlinked = browser.postForm("/book", form);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#quality\"", "Choose how fine the pictures are to be.");
        assertThat(unlinked.statusCode()).isEqualTo(302);
    }

    @Test
    void waitInTheQualityThatWasChosen() {
        TestClient other = browserOf(NADIA);
        other.postForm("/book", form(other, "2026-05-13", "HD"));
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> form = form(browser, "2026-05-13", "FULL_HD");

        String refused = browser.postForm("/book", form).body();
        form.put("wait", "1");
        browser.postForm("/book", form);

        assertThat(refused).contains("name=\"wait\"", ticked("FULL_HD"));
        assertThat(as(CAMILLE).get("/api/v1/waitlist").body()).contains("\"quality\":\"FULL_HD\"");
    }

    @Test
    void makeOneLinkVoidByAPressAndLeaveTheOthers() {
        String page = "/bookings/" + book("2026-05-18") + "/conference";
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "en");
        String before = browser.get(page).body();
        Map<String, String> room = Map.of("_csrf", browser.csrfOf(page), "room", ROOM);
        Map<String, String> stranger = Map.of("_csrf", browser.csrfOf(page), "email", "nobody@outside.example");

        browser.postForm(page + "/new-links", room);
        HttpResponse<String> wrong = browser.postForm(page + "/new-links", stranger);

        String after = browser.get(page).body();
        assertThat(before).contains("New link", "value=\"" + CAMILLE + "\"");
        assertThat(after).contains("all others stay good");
        assertThat(wrong.statusCode()).isEqualTo(404);
        List<String> old = linksOn(before);
        List<String> gone =
                old.stream().filter(link -> !linksOn(after).contains(link)).toList();
        assertThat(old).hasSize(3);
        assertThat(gone).hasSize(1);
        assertThat(anonymous().get(gone.get(0)).statusCode()).isEqualTo(410);
        assertThat(anonymous().get(gone.get(0)).body()).contains("no longer good");
    }

    private static List<String> linksOn(String page) {
        return Pattern.compile("/join/[a-z0-9-]+")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    @Test
    void offerNobodyThePeopleOfABookingWhoMayNotReadThem() {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                        {"title": "Secret", "start": "2026-05-19T09:00", "duration": "PT1H", "rooms": ["melun-visio"],
                         "visibility": "PRIVATE", "attendees": [{"email": "kim@outside.example"}], "conference": {}}""");
        String page = "/bookings/" + TestClient.json(booked).get("id").asString() + "/conference";

        assertThat(browserOf(CAMILLE).get(page).body()).contains("kim@outside.example");
        assertThat(browserOf(MANAGER).get(page).body())
                .contains("Melun Val de Seine 09:00–10:00")
                .doesNotContain("kim@outside.example", "Secret", "/join/", "new-links");
    }
}
