package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.Together;

/** A calendar that a manager hands in as a file, in a browser without scripts. */
class ImportUploadTests extends HttpTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Elsewhere//EN\r\n"
            + "BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:Réunion\r\nDTSTART:%s\r\nDURATION:PT1H\r\n%sEND:VEVENT\r\n"
            + "END:VCALENDAR\r\n";

    @Test
    void occupiesTheRoomAndGoesByTheNameOfItsFile() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");
        byte[] file = CALENDAR.formatted("up-1", "20261103T080000Z", "").getBytes(Charset.forName("windows-1252"));

        HttpResponse<String> answer = upload(browser, form(browser), "été.ics", file);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.get("/imports").body()).contains("The calendar is added.", "été.ics", "occupies one date");
        assertThat(as(MANAGER)
                        .get("/api/v1/bookings?room=melun-seine&from=2026-11-03T00:00:00Z&to=2026-11-04T00:00:00Z")
                        .body())
                .contains("Réunion");
    }

    @Test
    void isReadOnceHoweverOftenItsButtonIsPressed() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");
        byte[] file = CALENDAR.formatted("up-9", "20261113T080000Z", "").getBytes(StandardCharsets.UTF_8);
        Map<String, String> form = form(browser);
        form.put("key", "a-form");

        Callable<Integer> press = () -> upload(browser, form, "twice.ics", file).statusCode();
        assertThat(Together.all(List.of(press, press, press))).containsOnly(302);

        assertThat(browser.get("/imports").body().split("<h2>twice.ics", -1)).hasSize(2);
    }

    @Test
    void mayBeAsLargeAsABodyAndNoLarger() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");
        String events = CALENDAR.formatted("up-2", "20261104T080000Z", "DESCRIPTION:" + "x".repeat(1_000_000) + "\r\n");

        upload(browser, form(browser), "large.ics", events.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> tooLarge =
                upload(browser, form(browser), "huge.ics", events.repeat(2).getBytes(StandardCharsets.UTF_8));

        assertThat(browser.get("/imports").body()).contains("large.ics", "occupies one date");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(browser.get("/imports").body()).doesNotContain("huge.ics");
    }

    @Test
    void saysThatAWebPageIsNone() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");

        upload(browser, form(browser), "calendar.html", "<!DOCTYPE html><title>x".getBytes(StandardCharsets.UTF_8));

        assertThat(browser.get("/imports").body()).contains("a web page, not a calendar");
    }

    @Test
    void isToldInTheLanguageOfTheReaderWhatIsNotUnderstood() {
        TestClient english = browserOf(MANAGER).with("Accept-Language", "en");
        byte[] file = CALENDAR.formatted("up-4", "20261106T080000Z", "RRULE:FREQ=HOURLY\r\n")
                .getBytes(StandardCharsets.UTF_8);

        upload(english, form(english), "hourly.ics", file);

        assertThat(english.get("/imports").body())
                .contains("hourly.ics", "it repeats several times a day, and once a day is the most");
        assertThat(browserOf(MANAGER)
                        .with("Accept-Language", "fr")
                        .get("/imports")
                        .body())
                .contains("hourly.ics", "il se répète plusieurs fois par jour")
                .doesNotContain("several times a day", "RRULE");
        assertThat(as(MANAGER)
                        .with("Accept-Language", "fr")
                        .get("/api/v1/imports")
                        .body())
                .contains("its RRULE repeats within a day");
    }

    @Test
    void isAskedForWhereThereIsNone() {
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");

        upload(browser, form(browser), "", new byte[0]);
        assertThat(browser.get("/imports").body()).contains("Choose a file with a calendar in it.");

        Map<String, String> fields = form(browser);
        fields.put("room", "chelles-visio");
        upload(browser, fields, "x.ics", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(browser.get("/imports").body()).contains("Choose one of your rooms.");
    }

    @Test
    void isTakenFromOwnPagesOnly() {
        TestClient browser = browserOf(MANAGER);
        byte[] file = CALENDAR.formatted("up-3", "20261105T080000Z", "").getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = form(browser);

        assertThat(upload(browser.with("Origin", "https://evil.example"), fields, "evil.ics", file)
                        .statusCode())
                .isEqualTo(403);
        assertThat(upload(browser.with("Sec-Fetch-Site", "cross-site"), fields, "evil.ics", file)
                        .statusCode())
                .isEqualTo(403);
        fields.put("_csrf", "guess");
        assertThat(upload(browser, fields, "evil.ics", file).statusCode()).isEqualTo(403);
        fields.remove("_csrf");
        assertThat(upload(browser, fields, "evil.ics", file).statusCode()).isEqualTo(403);
        assertThat(upload(anonymous().withCookies(), fields, "evil.ics", file).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/imports").body()).doesNotContain("evil.ics");
    }

    @Test
    void isNoneOfThoseWhoManageNothing() {
        TestClient browser = browserOf(CAMILLE);
        Map<String, String> fields = new LinkedHashMap<>(Map.of("room", "melun-seine"));
        fields.put("_csrf", browser.csrfOf("/preferences"));

        assertThat(upload(browser, fields, "x.ics", new byte[] {1}).statusCode())
                .isEqualTo(404);
    }

    @Test
    void answersPartsThatAreNoneAndPartsForOtherPages() {
        TestClient browser = browserOf(MANAGER);
        TestClient parts = browser.with("Content-Type", "multipart/form-data; boundary=b");

        assertThat(parts.send("POST", "/imports/file", BodyPublishers.ofString("--b\r\nX: y\r\n"))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(upload(browser, form(browser), "/preferences", "x.ics", new byte[] {1})
                        .statusCode())
                .isLessThan(500);
        assertThat(as(MANAGER)
                        .with("Content-Type", "multipart/form-data; boundary=b")
                        .send("POST", "/api/v1/imports", BodyPublishers.ofString("--b--\r\n"))
                        .statusCode())
                .isEqualTo(415);
    }

    private static Map<String, String> form(TestClient browser) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_csrf", browser.csrfOf("/imports"));
        fields.put("room", "melun-seine");
        fields.put("name", "");
        return fields;
    }

    private static HttpResponse<String> upload(
            TestClient browser, Map<String, String> fields, String file, byte[] content) {
        return upload(browser, fields, "/imports/file", file, content);
    }

    private static HttpResponse<String> upload(
            TestClient browser, Map<String, String> fields, String path, String file, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--b7\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--b7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                        + "\"\r\nContent-Type: text/calendar\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b7--\r\n".getBytes(StandardCharsets.UTF_8));
        return browser.with("Content-Type", "multipart/form-data; boundary=b7")
                .send("POST", path, BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
