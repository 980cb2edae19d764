package org.passerelle.web.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;

/** What was in force, in words, and the way back; in January 2028, in which no other test books. */
class VersionPagesTests extends HttpTest {

    private static final String DIRECTORY = "/api/v1/admin/directory";
    private static final String PAGE = "/directory/versions";

    private String before = "";

    @BeforeEach
    void remember() {
        before = as(ADMIN).get(DIRECTORY).body();
    }

    @AfterEach
    void putBack() {
        as(ADMIN).putYaml(DIRECTORY, before);
    }

    private long latest() {
        return TestClient.json(as(ADMIN).get(DIRECTORY + "/versions?limit=1"))
                .at("/items/0/version")
                .asLong();
    }

    @Test
    void saysInWordsWhatHasChangedAndGoesBack() {
        long first = latest();
        as(ADMIN)
                .putYaml(
                        DIRECTORY,
                        before.replace(
                                "Salle Forum, kind: MEETING, capacity: 14,",
                                "Salle <b>Forum</b>, kind: MEETING, capacity: 16, rules: {longest: PT2H},"));
        TestClient admin = browserOf(ADMIN).with("Accept-Language", "en");

        assertThat(admin.get(PAGE).body())
                .contains("Version " + (first + 1), "by a file", "in force", PAGE + "/" + first + "\"");
        assertThat(admin.get(PAGE + "/" + (first + 1)).body())
                .contains(
                        "Val d&#39;Europe › Salle &lt;b&gt;Forum&lt;/b&gt; › Seats, or how many there are",
                        "<del>14</del>",
                        "<ins>16</ins>")
                .contains("Longest booking", "<ins>2 h</ins>")
                .doesNotContain("<b>Forum");
        assertThat(browserOf(ADMIN)
                        .with("Accept-Language", "fr")
                        .get(PAGE + "/" + (first + 1))
                        .body())
                .contains("Réservation la plus longue");

        String asked = admin.get(PAGE + "/" + first + "/revert").body();
        assertThat(asked).contains("<del>16</del>", "<ins>14</ins>", "No booking is affected");
        HttpResponse<String> back = PlaceSheet.agreeing(admin, PAGE + "/" + first + "/revert", asked)
                .send();
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(as(ADMIN).get(DIRECTORY).body()).isEqualTo(before);
        assertThat(admin.get(PAGE).body()).contains("back to version " + first);
        assertThat(admin.get(PAGE + "/" + (first + 1) + "/file").body()).contains("Salle <b>Forum</b>");
    }

    @Test
    void aWayBackShowsItsBookingsAndIsNotTakenOverWhatSomebodyDidMeanwhile() {
        long first = latest();
        as(ADMIN).putYaml(DIRECTORY, before.replace("hours: Mo-Fr 08:00-20:00", "hours: Mo-Fr 08:00-22:00"));
        String booked = BookingBody.at("2028-01-11T20:30", "trilport-visio")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();
        TestClient admin = browserOf(ADMIN).with("Accept-Language", "en");
        String path = PAGE + "/" + first + "/revert";

        String asked = admin.get(path).body();
        assertThat(asked).contains("/bookings/" + booked, "20:30–21:30");
        String other = before.replace("Salle Marne", "Grande Marne");
        as(ADMIN).putYaml(DIRECTORY, other);
        String stale = PlaceSheet.agreeing(admin, path, asked).send().body();

        assertThat(stale).contains("Somebody has changed the directory meanwhile");
        assertThat(as(ADMIN).get(DIRECTORY).body()).isEqualTo(other);
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + booked);
    }

    @Test
    void isForTheAdministratorAlone() {
        TestClient manager = browserOf(MANAGER);
        long latest = latest();

        for (String path : new String[] {PAGE, PAGE + "/" + latest, PAGE + "/" + latest + "/file", "/directory/file"}) {
            assertThat(manager.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(browserOf(ADMIN).get(path).statusCode()).as(path).isEqualTo(200);
        }
        Map<String, String> form = Map.of("_csrf", manager.csrfOf("/closures/new"), "agreed", String.valueOf(latest));
        assertThat(manager.postForm(PAGE + "/" + latest + "/revert", form).statusCode())
                .isEqualTo(404);
        assertThat(browserOf(ADMIN).get(PAGE + "/99999999999999999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFileIsDownloadedAndAnotherIsShownBeforeItIsPutInForce() {
        TestClient admin = browserOf(ADMIN).with("Accept-Language", "en");
        HttpResponse<String> file = admin.get("/directory/file");
        assertThat(file.body()).isEqualTo(before);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .startsWith("attachment");

        assertThat(upload(admin, before.replace("Salle Marne", "Grande Marne")).body())
                .contains("Put in force", "No booking is affected", "Grande Marne");
        assertThat(upload(admin, "sites: no").body()).contains("Line 1");
        assertThat(upload(admin, "").body()).contains("Choose a file in UTF-8");
        assertThat(as(ADMIN).get(DIRECTORY).body()).isEqualTo(before);
    }

    private static HttpResponse<String> upload(TestClient browser, String text) {
        String body = "--X\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + browser.csrfOf("/directory")
                + "\r\n--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.yaml\"\r\n\r\n" + text
                + "\r\n--X--\r\n";
        return browser.with("Content-Type", "multipart/form-data; boundary=X")
                .send("POST", "/directory/file", BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }
}
