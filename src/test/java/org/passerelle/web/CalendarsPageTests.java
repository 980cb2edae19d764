package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** Making, changing and ending addresses of calendars in a browser without scripts. */
class CalendarsPageTests extends HttpTest {

    private static final Pattern OWN = Pattern.compile("value=\"(PERSON:[^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("id=\"address\"[^>]* value=\"([^\"]+)\"");

    @Test
    void showsAnAddressOnceWithLinksForEveryProgram() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "en");

        HttpResponse<String> made = make(browser, "ROOM:lizy-sur-ourcq-visio", "MASKED");
        HttpResponse<String> once = browser.get("/calendars");
        String again = browser.get("/calendars").body();

        assertThat(made.statusCode()).isEqualTo(302);
        String address = address(once.body());
        String encoded = address.replace(":", "%3A").replace("/", "%2F");
        assertThat(once.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(once.body())
                .contains(
                        "href=\"" + address.replace("http:", "webcal:") + "\"",
                        "https://calendar.google.com/calendar/r?cid=" + encoded.replace("http%3A", "webcal%3A"),
                        "https://outlook.office.com/calendar/0/addfromweb?url=" + encoded + "&amp;name=",
                        "<path class=\"ink\" d=\"M4 4h7v1h-7z");
        assertThat(again).doesNotContain(address, "class=\"ink\"").contains("Titles only", "not fetched yet");
        assertThat(anonymous().get(URI.create(address).getPath()).statusCode()).isEqualTo(200);
    }

    @Test
    void changesAnAddressInOnePressAndEndsIt() {
        TestClient browser = browserOf(LOUIS).with("Accept-Language", "fr");
        make(browser, ownSubject(browser), "FULL");
        String page = browser.get("/calendars").body();
        String first = URI.create(address(page)).getPath();
        String csrf = browser.csrfOf("/calendars");

        browser.postForm(action(page, "rotate"), Map.of("_csrf", csrf));
        String second = URI.create(address(browser.get("/calendars").body())).getPath();

        assertThat(anonymous().get(first).statusCode()).isEqualTo(404);
        assertThat(anonymous().get(second).statusCode()).isEqualTo(200);

        browser.postForm(action(page, "end"), Map.of("_csrf", csrf));

        assertThat(browser.get("/calendars").body()).contains("L’adresse est supprimée.");
        assertThat(anonymous().get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesInWordsWhatIsNotOffered() {
        TestClient browser = browserOf(NADIA).with("Accept-Language", "en");

        make(browser, "ORGANISATION:atelier-brie", "FULL");
        assertThat(browser.get("/calendars").body()).contains("belongs to somebody else", "role=\"alert\"");

        make(browser, "nonsense", "FULL");
        assertThat(browser.get("/calendars").body()).contains("There is no such calendar.");
    }

    @Test
    void changesNothingOfSomebodyElse() {
        TestClient owner = browserOf(CAMILLE);
        make(owner, "SITE:rebais", "BUSY");
        String page = owner.get("/calendars").body();
        TestClient other = browserOf(NADIA);
        Map<String, String> token = Map.of("_csrf", other.csrfOf("/calendars"));

        assertThat(other.postForm(action(page, "rotate"), token).statusCode()).isEqualTo(404);
        assertThat(other.postForm(action(page, "end"), token).statusCode()).isEqualTo(404);
        assertThat(anonymous().get(URI.create(address(page)).getPath()).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> make(TestClient browser, String subject, String detail) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", browser.csrfOf("/calendars"));
        form.put("subject", subject);
        form.put("detail", detail);
        return browser.postForm("/calendars", form);
    }

    /** One's own bookings, as the form offers them. */
    private static String ownSubject(TestClient browser) {
        Matcher own = OWN.matcher(browser.get("/calendars").body());
        assertThat(own.find()).as("one's own bookings").isTrue();
        return own.group(1);
    }

    private static String address(String page) {
        Matcher address = ADDRESS.matcher(page);
        assertThat(address.find()).as("an address").isTrue();
        return address.group(1);
    }

    /** The address that the last form of {@code page} with this ending is sent to. */
    private static String action(String page, String ending) {
        Matcher action = Pattern.compile("action=\"([^\"]*/" + ending + ")\"").matcher(page);
        String last = "";
        while (action.find()) {
            last = action.group(1);
        }
        assertThat(last).isNotEmpty();
        return last;
    }
}
