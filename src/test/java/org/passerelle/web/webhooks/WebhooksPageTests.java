package org.passerelle.web.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;

/** Webhooks in a browser without scripts. */
class WebhooksPageTests extends HttpTest {

    private static HttpResponse<String> make(TestClient browser, String url, String subject, String... events) {
        List<Map.Entry<String, String>> form = new ArrayList<>(List.of(
                Map.entry("url", url),
                Map.entry("subject", subject),
                Map.entry("detail", "FULL"),
                Map.entry("_csrf", browser.csrfOf("/webhooks"))));
        List.of(events).forEach(event -> form.add(Map.entry("events", event)));
        return browser.postForm("/webhooks", form);
    }

    private static String action(String page, String end) {
        Matcher found =
                Pattern.compile("action=\"(/webhooks/[^\"]*/" + end + ")\"").matcher(page);
        assertThat(found.find()).as(end).isTrue();
        return found.group(1);
    }

    @Test
    void makesOneShowsItsSecretOnceAndWhatWasSentAndEndsIt() {
        TestClient browser = browserOf(LOUIS).with("Accept-Language", "en");
        make(browser, "https://receiver.invalid/key42", "ROOM:fontainebleau-telepresence", "booking.created");

        String made = browser.get("/webhooks").body();
        assertThat(made).contains("whsec_", "receiver.invalid", "booked").doesNotContain("key42");
        String listed = browser.get("/webhooks").body();
        assertThat(listed).doesNotContain("whsec_");

        as(LOUIS).post(BookingBody.BOOKINGS, """
                {"title":"Vu d’ailleurs","start":"2026-05-20T09:00","duration":"PT30M","timeZone":"Europe/Paris","rooms":["fontainebleau-telepresence"]}""");
        Matcher page = Pattern.compile("href=\"(/webhooks/[^\"/]+)\"").matcher(listed);
        assertThat(page.find()).isTrue();
        await().untilAsserted(() ->
                assertThat(browser.get(page.group(1)).body()).contains("waits", "The address leads nowhere."));

        String again = action(browser.get(page.group(1)).body(), "deliveries/1/redeliver");
        browser.postForm(again, Map.of("_csrf", browser.csrfOf("/webhooks")));
        assertThat(browser.get(page.group(1)).body()).contains("It is sent again.");
        browser.postForm(action(listed, "end"), Map.of("_csrf", browser.csrfOf("/webhooks")));
        assertThat(browser.get("/webhooks").body())
                .contains("The webhook is ended.")
                .doesNotContain("receiver.invalid");
        assertThat(browser.get(page.group(1)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://receiver.invalid/, ROOM:melun-seine, booking.created, adresse d’un programme",
        "https://receiver.invalid/, ROOM:melun-seine, booking.held, au moins un événement",
        "https://receiver.invalid/, nothing, booking.created, Rien ne porte ce nom",
        "https://receiver.invalid/, ORGANISATION:grand-groupe, booking.created, quelqu’un d’autre",
        "http://10.0.0.1/, ROOM:melun-seine, booking.created, Internet public"
    })
    void saysWhatIsWrongAndKeepsTheAddress(String url, String subject, String event, String said) {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "fr");

        make(browser, url, subject, event);

        assertThat(browser.get("/webhooks").body()).contains(said, "value=\"" + url + "\"");
    }
}
