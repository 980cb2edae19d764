package org.passerelle.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.api.BookingBody;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.calendar.feed.cache.FeedDetail;
import org.passerelle.webhook.delivery.BookingJson;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody has webhooks of their own, of what they could have a feed of, and sees what becomes of what is sent. */
class WebhooksApiTests extends HttpTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";

    /** A name that never means anything (RFC 2606). */
    private static final String NOWHERE = "https://receiver.invalid/passerelle?key=42";

    private static final List<String> OWNERS = List.of(CAMILLE, LOUIS, NADIA, MANAGER);

    @Autowired
    private BookingJson written;

    @Autowired
    private ReadingBookings reading;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JsonMapper json;

    @AfterEach
    void endThem() {
        OWNERS.forEach(owner -> TestClient.json(as(owner).get(WEBHOOKS))
                .get("items")
                .valueStream()
                .forEach(
                        each -> as(owner).delete(WEBHOOKS + "/" + each.get("id").asString())));
    }

    private static String body(String url, String events, String scope, String of) {
        return "{\"url\":\"%s\",\"events\":[%s],\"scope\":\"%s\",\"of\":\"%s\"}".formatted(url, events, scope, of);
    }

    private String made(String owner, String room) {
        HttpResponse<String> made = as(owner)
                .post(
                        WEBHOOKS,
                        body(NOWHERE, "\"booking.created\",\"booking.changed\",\"booking.cancelled\"", "ROOM", room));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    private String booked(String title, String start, String room, String more) {
        HttpResponse<String> made = as(CAMILLE).post(BookingBody.BOOKINGS, """
                {"title":"%s","start":"%s","duration":"PT30M","timeZone":"Europe/Paris","rooms":["%s"]%s}""".formatted(title, start, room, more));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    @Test
    void theSecretIsShownOnceAndNowhereElse() {
        HttpResponse<String> made = as(CAMILLE).post(WEBHOOKS, body(NOWHERE, "\"booking.created\"", "PERSON", CAMILLE));

        String id = TestClient.json(made).get("id").asString();
        String secret = TestClient.json(made).get("secret").asString();
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith(WEBHOOKS + "/" + id));
        assertThat(secret).matches("whsec_[0-9a-f]{64}");
        JsonNode shown = TestClient.json(as(CAMILLE).get(WEBHOOKS + "/" + id));
        assertThat(shown.get("url").asString()).isEqualTo(NOWHERE);
        assertThat(shown.get("of").asString()).isEqualTo(CAMILLE);
        assertThat(shown.get("detail").asString()).isEqualTo("FULL");
        assertThat(shown.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(shown.toString() + as(CAMILLE).get(WEBHOOKS).body()).doesNotContain(secret);
    }

    @Test
    void somebodyElsesIsUnknown() {
        String id = made(CAMILLE, "lizy-sur-ourcq-visio");

        for (String other : List.of(LOUIS, MANAGER, ADMIN)) {
            assertThat(as(other).get(WEBHOOKS + "/" + id).statusCode()).isEqualTo(404);
            assertThat(as(other).get(WEBHOOKS + "/" + id + "/deliveries").statusCode())
                    .isEqualTo(404);
            assertThat(as(other).post(WEBHOOKS + "/" + id + "/redeliver", "").statusCode())
                    .isEqualTo(404);
            assertThat(as(other).delete(WEBHOOKS + "/" + id).statusCode()).isEqualTo(404);
        }
        assertThat(as(CAMILLE).delete(WEBHOOKS + "/" + id).statusCode()).isEqualTo(204);
        assertThat(as(CAMILLE).delete(WEBHOOKS + "/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://receiver.invalid/, booking.created, ROOM, melun-seine, url",
        "http://user:pass@receiver.invalid/, booking.created, ROOM, melun-seine, url",
        "webcal://receiver.invalid/, booking.created, ROOM, melun-seine, url",
        "'', booking.created, ROOM, melun-seine, url",
        "https://receiver.invalid/, created, ROOM, melun-seine, events[0]",
        "https://receiver.invalid/, booking.held, ROOM, melun-seine, events[0]",
        "https://receiver.invalid/, booking.created, ROOM, no-such-room, of",
        "https://receiver.invalid/, booking.created, BUILDING, melun-seine, scope"
    })
    void namesTheFieldThatCannotBe(String url, String event, String scope, String of, String field) {
        HttpResponse<String> answer = as(CAMILLE).post(WEBHOOKS, body(url, '"' + event + '"', scope, of));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "2130706433", "0177.0.0.1"})
    void aReceiverOnThePrivateNetworkIsRefused(String host) {
        HttpResponse<String> answer = as(CAMILLE)
                .post(WEBHOOKS, body("http://" + host + ":1/x", "\"booking.created\"", "ROOM", "melun-seine"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"url\"");
    }

    @Test
    void needsAtLeastOneEventAndTakesNoFieldThatItDoesNotKnow() {
        assertThat(as(CAMILLE)
                        .post(WEBHOOKS, body(NOWHERE, "", "ROOM", "melun-seine"))
                        .body())
                .contains("\"field\":\"events\"");
        assertThat(as(CAMILLE).post(WEBHOOKS, "{\"secret\":\"mine\"}").body()).contains("secret");
    }

    @ParameterizedTest
    @CsvSource({"ORGANISATION, grand-groupe", "PERSON, louis@atelier-brie.example"})
    void organisationsAndPeopleAreForThemselves(String scope, String of) {
        assertThat(as(CAMILLE)
                        .post(WEBHOOKS, body(NOWHERE, "\"booking.created\"", scope, of))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyHasMoreThanTwenty() {
        for (int i = 0; i < 20; i++) {
            made(NADIA, "rebais-visio");
        }

        HttpResponse<String> answer =
                as(NADIA).post(WEBHOOKS, body(NOWHERE, "\"booking.created\"", "ROOM", "rebais-visio"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void showsWhatWaitsAndSendsItAgain() {
        String id = made(CAMILLE, "trilport-visio");
        String at = WEBHOOKS + "/" + id;
        String booking = booked("Un", "2026-05-19T09:00", "trilport-visio", "");
        as(CAMILLE).patch(BookingBody.BOOKINGS + "/" + booking, "{\"title\":\"Deux\"}");
        as(CAMILLE).delete(BookingBody.BOOKINGS + "/" + booking);

        await().until(() -> deliveries(at, "").size() == 3
                && deliveries(at, "").get(2).get("tries").asInt() > 0);

        List<JsonNode> all = deliveries(at, "");
        assertThat(all)
                .extracting(each -> each.get("type").asString())
                .containsExactly("booking.cancelled", "booking.changed", "booking.created");
        assertThat(all).allMatch(each -> each.get("booking").asString().equals(booking));
        JsonNode first = all.get(2);
        assertThat(first.get("state").asString()).isEqualTo("WAITING");
        assertThat(first.get("problem").asString()).isEqualTo("UNUSABLE_ADDRESS");
        assertThat(TestClient.json(as(CAMILLE).get(at)).get("state").asString()).isEqualTo("FAILING");
        JsonNode page = TestClient.json(as(CAMILLE).get(at + "/deliveries?limit=2"));
        assertThat(page.get("items")).hasSize(2);
        assertThat(deliveries(at, "?cursor=" + page.get("next").asString())).containsExactly(first);

        HttpResponse<String> again = as(CAMILLE).post(at + "/deliveries/1/redeliver", "");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(TestClient.json(again).get("tries").asInt()).isZero();
        for (String unknown : List.of("0", "-1", "4", "x", "9223372036854775807")) {
            assertThat(as(CAMILLE)
                            .post(at + "/deliveries/" + unknown + "/redeliver", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private List<JsonNode> deliveries(String webhook, String query) {
        List<JsonNode> items = new ArrayList<>();
        TestClient.json(as(CAMILLE).get(webhook + "/deliveries" + query))
                .get("items")
                .valueStream()
                .forEach(items::add);
        return items;
    }

    @Test
    void aBookingIsWrittenAsTheApiShowsItOrLess() {
        String id = booked("Plan secret", "2026-05-19T11:00", "trilport-visio", ",\"notes\":\"Apportez les plans\"");
        Booking booking = reading.find(new BookingId(id)).orElseThrow();

        for (String person : List.of(CAMILLE, NADIA, ADMIN)) {
            JsonNode shown = TestClient.json(as(person).get(BookingBody.BOOKINGS + "/" + id));
            assertThat(tree(booking, person, FeedDetail.FULL)).isEqualTo(shown);
        }
        JsonNode masked = TestClient.json(as(NADIA).get(BookingBody.BOOKINGS + "/" + id));
        assertThat(tree(booking, CAMILLE, FeedDetail.BUSY)).isEqualTo(masked);
        assertThat(tree(booking, NADIA, FeedDetail.MASKED)).isEqualTo(masked);
        JsonNode titled = tree(booking, CAMILLE, FeedDetail.MASKED);
        assertThat(titled.get("title").asString()).isEqualTo("Plan secret");
        assertThat(titled.toString()).doesNotContain("Apportez", CAMILLE);
    }

    private JsonNode tree(Booking booking, String email, FeedDetail detail) {
        Person person = accounts.person(new EmailAddress(email)).orElseThrow();
        return json.readTree(json.writeValueAsString(written.of(booking, person, detail)));
    }
}
