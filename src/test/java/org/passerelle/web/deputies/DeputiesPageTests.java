package org.passerelle.web.deputies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.api.deputy.Colleagues;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Deputies in a browser without scripts. */
class DeputiesPageTests extends HttpTest {

    @Autowired
    private SentMails sent;

    private Colleagues cabinet;
    private TestClient alix;
    private TestClient dany;

    @BeforeEach
    void beginAccounts() {
        cabinet = new Colleagues(as(ADMIN), "cabinet-orge");
        cabinet.begin("alix", "dany");
        alix = browser("alix");
        dany = browser("dany");
    }

    @AfterEach
    void endAccounts() {
        cabinet.end("alix", "dany");
    }

    private TestClient browser(String name) {
        TestClient browser = anonymous().withCookies().with("Accept-Language", "en");
        browser.signIn(cabinet.address(name), Colleagues.PASSWORD);
        return browser;
    }

    private static HttpResponse<String> post(TestClient browser, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", browser.csrfOf("/deputies"));
        return browser.postForm(path, form);
    }

    private String nameDany() {
        post(alix, "/deputies", Map.of("email", cabinet.address("dany")));
        return alix.get("/deputies").body();
    }

    private HttpResponse<String> bookForAlix(TestClient browser, String start) {
        return post(
                browser,
                "/book",
                Map.of(
                        "title", "Au nom d’Alix",
                        "onBehalfOf", cabinet.address("alix"),
                        "site", "trilport",
                        "room", "trilport-visio",
                        "date", "2026-08-24",
                        "start", start,
                        "length", "PT1H"));
    }

    @Test
    void theRecordAndTheMailTellThatSomebodyWasNamedAndThatItEnded() {
        nameDany();
        post(dany, "/deputies/resign", Map.of("whom", principalOf(dany)));

        for (TestClient reader : List.of(alix, dany, browserOf(ADMIN).with("Accept-Language", "en"))) {
            assertThat(reader.get("/audit/deputies").body()).contains("dany for alix", "named", "ended");
        }
        assertThat(browserOf(MANAGER).get("/audit/deputies").body()).doesNotContain("dany");
        JsonNode lines = TestClient.json(cabinet.as("dany").get("/api/v1/audit/deputies"))
                .get("items");
        assertThat(lines.valueStream().map(line -> line.get("type").asString()))
                .containsExactlyInAnyOrder("ENDED", "NAMED");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !sent.to(cabinet.address("dany"), subject -> subject.contains("alix"))
                                .isEmpty()
                        && !sent.to(cabinet.address("alix"), subject -> subject.contains("dany"))
                                .isEmpty());
    }

    private static String principalOf(TestClient deputy) {
        return deputy.get("/deputies").body().replaceAll("(?s).*name=\"whom\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void namesADeputyWhoBooksAndLooksAfterBookingsUntilItEnds() {
        assertThat(dany.get("/book").body()).doesNotContain("onBehalfOf");
        assertThat(nameDany()).contains("Named.", ">dany<", "until further notice");
        assertThat(dany.get("/deputies").body()).contains("For whom you stand in", ">alix<");
        assertThat(dany.get("/book").body()).contains("name=\"onBehalfOf\"", cabinet.address("alix"));

        HttpResponse<String> booked = bookForAlix(dany, "09:00");

        assertThat(booked.statusCode()).isEqualTo(302);
        String page = booked.headers().firstValue("Location").orElseThrow();
        assertThat(alix.get(page).body()).contains("Booked by dany for alix");
        assertThat(dany.get("/bookings?onBehalfOf=" + cabinet.address("alix")).body())
                .contains("Bookings of alix", "Au nom d’Alix");
        assertThat(dany.get("/bookings").body()).doesNotContain("Au nom d’Alix").contains("Bookings of alix");

        post(alix, "/deputies/end", Map.of("email", cabinet.address("dany")));
        assertThat(alix.get("/deputies").body()).contains("Ended.").doesNotContain(">dany<");
        assertThat(bookForAlix(dany, "11:00").statusCode()).isEqualTo(422);
        assertThat(dany.get("/bookings?onBehalfOf=" + cabinet.address("alix")).statusCode())
                .isEqualTo(404);
        assertThat(dany.get(page + "/change").statusCode()).isIn(403, 404);
    }

    @Test
    void whoeverWasBookedForIsToldByMail() {
        nameDany();

        bookForAlix(dany, "14:00");

        await().untilAsserted(() -> assertThat(alix.get("/mailbox").body()).contains("Au nom d’Alix"));
    }

    @Test
    void aDeputyStandsInNoMoreIfTheyDoNotWishTo() {
        nameDany();
        String page = dany.get("/deputies").body();
        String whom = page.replaceFirst("(?s).*name=\"whom\" value=\"([^\"]+)\".*", "$1");

        post(dany, "/deputies/resign", Map.of("whom", whom));

        assertThat(dany.get("/deputies").body()).doesNotContain("For whom you stand in");
        assertThat(alix.get("/deputies").body()).contains("Nobody stands in.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nobody@nowhere.example       | ''         | ''         | Nobody of the same organisation
            nadia@grandgroupe.example    | ''         | ''         | Nobody of the same organisation
            alix@cabinet-orge.example    | ''         | ''         | Nobody stands in for themselves
            dany@cabinet-orge.example    | 2026-08-02 | 2026-08-01 | The last day is before the first one.
            dany@cabinet-orge.example    | tomorrow   | ''         | A day cannot be read.
            """)
    void saysWhySomebodyIsNotNamed(String email, String from, String until, String sentence) {
        post(alix, "/deputies", Map.of("email", email, "from", from, "until", until));

        assertThat(alix.get("/deputies").body()).contains(sentence, "value=\"" + email + "\"");
        assertThat(alix.get("/deputies").body()).contains("Nobody stands in.");
    }

    @Test
    void onlyTheNetworkSeesAndNamesTheDeputiesOfOthers() {
        String of = "?of=" + cabinet.address("alix");
        TestClient admin = browserOf(ADMIN).with("Accept-Language", "en");

        assertThat(dany.get("/deputies" + of).statusCode()).isEqualTo(404);
        assertThat(dany.get("/deputies?of=cabinet-orge").statusCode()).isEqualTo(404);
        assertThat(post(dany, "/deputies", Map.of("of", "cabinet-orge", "email", cabinet.address("dany")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(dany, "/deputies", Map.of("of", cabinet.address("alix"), "email", cabinet.address("dany")))
                        .statusCode())
                .isEqualTo(404);

        post(admin, "/deputies", Map.of("of", "cabinet-orge", "email", cabinet.address("dany")));
        assertThat(admin.get("/deputies?of=cabinet-orge").body()).contains("Deputies of Étude", ">dany<");
        assertThat(dany.get("/deputies").body()).contains("For whom you stand in", ">Étude<");
        assertThat(bookForAlix(dany, "16:00").statusCode()).isEqualTo(302);
        assertThat(admin.get("/deputies?of=nobody@nowhere.example").body()).contains("There is no such person");
        post(admin, "/deputies/end", Map.of("of", "cabinet-orge", "email", cabinet.address("dany")));
        assertThat(bookForAlix(dany, "18:00").statusCode()).isEqualTo(422);
    }

    @Test
    void whoeverDecidesForAManagerHasThePageOfRequests() {
        cabinet.put("alix", "SITE_MANAGER", "\"val-d-europe\"");
        alix = browser("alix");
        String id = BookingBody.at("2026-08-25T09:00", "val-d-europe-amphitheatre")
                .bookedBy(as(NADIA))
                .get("id")
                .asString();
        assertThat(dany.get("/requests").statusCode()).isEqualTo(404);
        assertThat(dany.get("/deputies").body()).doesNotContain("href=\"/requests\"");

        nameDany();

        assertThat(dany.get("/requests").body()).contains("/bookings/" + id);
        assertThat(dany.get("/deputies").body()).contains("href=\"/requests\"");
        as(NADIA).delete(BookingBody.BOOKINGS + "/" + id);
    }
}
