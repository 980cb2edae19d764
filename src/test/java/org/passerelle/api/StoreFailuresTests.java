package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.UnreliableStore;
import org.passerelle.UnreliableStore.Fault;
import org.passerelle.platform.StoreStatus.Level;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What everybody is answered while the store cannot do what is asked. */
@Import(UnreliableStore.Wiring.class)
@ExtendWith(OutputCaptureExtension.class)
class StoreFailuresTests extends HttpTest {

    private static final String BOOKINGS = BookingBody.BOOKINGS;

    /** As one of ours looks. */
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    @Autowired
    private UnreliableStore store;

    @AfterEach
    void repair() {
        store.work();
    }

    @Test
    void takesNothingNewButEndsAndCancelsAndShowsWhenLittleSpaceIsLeft() {
        JsonNode made = BookingBody.at("2026-04-01T09:00", "chelles-visio").bookedBy(as(CAMILLE));
        JsonNode series = BookingBody.at("2026-04-02T09:00", "chelles-visio")
                .every("FREQ=WEEKLY;COUNT=2")
                .bookedBy(as(CAMILLE));
        store.say(Level.LITTLE_SPACE, "Only 3 MB are left");

        HttpResponse<String> booking = as(CAMILLE).post(BOOKINGS, body("2026-04-01T14:00"));
        HttpResponse<String> hold = as(CAMILLE)
                .post(
                        BOOKINGS,
                        BookingBody.at("2026-04-01T14:00", "chelles-visio")
                                .with("hold", "\"PT10M\"")
                                .toString());
        HttpResponse<String> imported = as(ADMIN)
                .post(
                        "/api/v1/imports",
                        "{\"room\":\"chelles-visio\",\"url\":\"https://cal.example/x.ics\",\"name\":\"x\"}");
        HttpResponse<String> longerSeries = as(CAMILLE).patch(path(series), "{\"recurrence\":\"FREQ=WEEKLY;COUNT=3\"}");
        HttpResponse<String> renamed = as(CAMILLE).patch(path(made), "{\"title\":\"Autre\"}");
        HttpResponse<String> shorterSeries =
                as(CAMILLE).delete(path(series) + "/occurrences/" + recurrenceId(series, 1));
        HttpResponse<String> cancelled = as(CAMILLE).delete(path(made));
        HttpResponse<String> read = as(CAMILLE).get(path(made));

        assertUnavailable(booking, "nothing new is taken");
        assertThat(booking.headers().firstValue("Retry-After")).contains("60");
        assertUnavailable(hold, "Nothing was changed");
        assertUnavailable(imported, "Nothing was changed");
        assertUnavailable(longerSeries, "Nothing was changed");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(shorterSeries.statusCode()).as(shorterSeries.body()).isEqualTo(204);
        assertThat(cancelled.statusCode()).isEqualTo(204);
        assertThat(read.statusCode()).isEqualTo(200);

        store.work();
        assertThat(as(CAMILLE).post(BOOKINGS, body("2026-04-01T14:00")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void saysOfAWriteThatIsRefusedThatNothingCanBeSaved() {
        store.fail(Fault.WRITES_REFUSED);

        HttpResponse<String> booking =
                as(CAMILLE).with("Idempotency-Key", "refused-1").post(BOOKINGS, body("2026-04-07T09:00"));
        HttpResponse<String> token = as(CAMILLE).post("/api/v1/tokens", "{\"name\":\"x\"}");
        HttpResponse<String> read = as(CAMILLE).get(BOOKINGS + "?mine=true");

        assertUnavailable(booking, "Nothing can be saved just now");
        assertUnavailable(token, "Nothing can be saved just now");
        assertThat(read.statusCode()).isEqualTo(200);

        store.work();
        assertThat(as(CAMILLE)
                        .with("Idempotency-Key", "refused-1")
                        .post(BOOKINGS, body("2026-04-07T09:00"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void claimsNeitherSuccessNorFailureOfAWriteThatTheDiskFailedUnder() {
        TestClient keyed = as(CAMILLE).with("Idempotency-Key", "uncertain-1");
        store.fail(Fault.WRITES_UNCERTAIN);

        HttpResponse<String> booking = keyed.post(BOOKINGS, body("2026-04-08T09:00"));

        assertUnavailable(booking, "may or may not have been");

        store.work();
        HttpResponse<String> again = keyed.post(BOOKINGS, body("2026-04-08T09:00"));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(as(LOUIS).post(BOOKINGS, body("2026-04-08T09:00")).statusCode())
                .isEqualTo(409);
        assertThat(as(CAMILLE)
                        .get("/api/v1/rooms/chelles-visio/busy?from=2026-04-08T00:00:00Z&to=2026-04-09T00:00:00Z")
                        .body())
                .contains("2026-04-08T07:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/" + TOKEN + ".ics",
                "/api/v1/freebusy/chelles-visio.ifb?token=" + TOKEN,
                "/api/v1/bookings/0123456789abcdef0123456789abcdef"
            })
    void doesNotTakeForGoneWhatCannotBeRead(String path) {
        as(CAMILLE).get("/api/v1/me");
        store.fail(Fault.READS_FAILING);

        HttpResponse<String> response = path.startsWith("/api/v1/b")
                ? as(CAMILLE).get(path)
                : anonymous().get(path);

        assertUnavailable(response, "cannot answer just now");
    }

    @Test
    void takesNoTokenForAWrongOneThatCannotBeLookedUp() {
        String token = TestClient.json(as(CAMILLE).post("/api/v1/tokens", "{\"name\":\"unread\"}"))
                .get("token")
                .asString();
        store.fail(Fault.READS_FAILING);

        assertUnavailable(anonymous().withBearer(token).get("/api/v1/me"), "cannot answer just now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | WRITES_REFUSED   | Nothing can be saved at the moment
            fr | WRITES_REFUSED   | Rien ne peut être enregistré en ce moment
            en | WRITES_UNCERTAIN | It is not certain whether this was saved
            fr | WRITES_UNCERTAIN | Il n’est pas certain que ceci ait été enregistré
            """)
    void showsPeopleAPageThatSaysSo(String language, Fault fault, String text) {
        TestClient browser = anonymous().withCookies().with("Accept-Language", language);
        String token = browser.csrfOf("/sign-in");
        store.fail(fault);

        HttpResponse<String> page =
                browser.postForm("/sign-in", Map.of("email", LOUIS, "password", PASSWORD, "_csrf", token));

        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).contains("10");
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains(text).doesNotContain("Exception");
    }

    @Test
    void showsPeopleThatNothingNewIsTaken() {
        TestClient browser = browserOf(CAMILLE).with("Accept-Language", "fr");
        String token = browser.csrfOf("/book");
        store.say(Level.LITTLE_SPACE, "Only 3 MB are left");

        HttpResponse<String> page = browser.postForm(
                "/book",
                Map.of(
                        "_csrf", token,
                        "key", "little-space",
                        "site", "chelles",
                        "title", "Point",
                        "date", "2026-04-09",
                        "start", "09:00",
                        "length", "PT1H",
                        "room", "chelles-visio"));

        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.body()).contains("Rien n’a été modifié", "peut être consulté, terminé et annulé");
        assertThat(browser.get("/day").body())
                .contains("aucune nouvelle réservation n’est possible")
                .doesNotContain("Only 3 MB");
        assertThat(browserOf(ADMIN).get("/day").body()).contains("Only 3 MB are left");
    }

    @Test
    void isDownAsLongAsTheDiskFailsAndNamesTheStoreOnly() {
        assertThat(anonymous().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        store.say(Level.FAILING, "The disk of the store fails: Input/output error");

        HttpResponse<String> health = anonymous().get("/actuator/health");
        HttpResponse<String> known = as(CAMILLE).get("/actuator/health");
        HttpResponse<String> administrators = as(ADMIN).get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.headers().allValues("Retry-After")).hasSize(1);
        assertThat(TestClient.json(health).toString())
                .isEqualTo("{\"components\":{\"store\":{\"status\":\"DOWN\"}},\"status\":\"DOWN\"}");
        assertThat(known.body()).doesNotContain("Input/output");
        assertThat(administrators.body()).contains("Input/output error");
        assertThat(anonymous().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(anonymous().get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        store.work();
        assertThat(anonymous().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void isLoggedInALineAMinute(CapturedOutput output) {
        store.fail(Fault.WRITES_REFUSED);

        for (int i = 0; i < 5; i++) {
            as(CAMILLE).send("DELETE", BOOKINGS + "/none-" + i, BodyPublishers.noBody());
            as(CAMILLE).post(BOOKINGS, body("2026-04-10T09:00"));
        }

        assertThat(output.getAll().lines().filter(line -> line.contains("the store cannot do it")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    private static String body(String start) {
        return BookingBody.at(start, "chelles-visio").toString();
    }

    private static String path(JsonNode booking) {
        return BOOKINGS + "/" + booking.get("id").asString();
    }

    private static String recurrenceId(JsonNode booking, int date) {
        return booking.get("occurrences").get(date).get("recurrenceId").asString();
    }

    private static void assertUnavailable(HttpResponse<String> response, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(TestClient.json(response).get("type").asString()).isEqualTo("/problems/unavailable");
        assertThat(TestClient.json(response).get("detail").asString()).contains(detail);
    }
}
