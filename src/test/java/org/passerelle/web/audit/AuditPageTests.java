package org.passerelle.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.booking.changelog.ChangeType;
import org.passerelle.booking.changelog.FieldChange;
import org.passerelle.booking.due.TimedAction;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.jobs.DueOverview;
import org.passerelle.platform.work.CorrelationId.Door;
import org.passerelle.webhook.model.DeliveryProblem;
import org.passerelle.webhook.model.DeliveryState;
import org.passerelle.webhook.model.WebhookEvent;
import org.passerelle.webhook.model.WebhookHealth;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The record, the history of a booking and what is done at its time, in a browser. */
class AuditPageTests extends HttpTest {

    @Autowired
    private MessageSource messages;

    @Autowired
    private List<TimedAction> actions;

    private String booked(String title, String start, String more) {
        HttpResponse<String> made = as(CAMILLE).post(BookingBody.BOOKINGS, """
                {"title":"%s","start":"%s","duration":"PT30M","timeZone":"Europe/Paris","rooms":["melun-almont"]%s}""".formatted(title, start, more));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = TestClient.json(made).get("id").asString();
        as(CAMILLE).patch(BookingBody.BOOKINGS + "/" + id, "{\"title\":\"%s bis\"}".formatted(title));
        await().until(() -> TestClient.json(as(CAMILLE).get("/api/v1/audit?booking=" + id))
                        .get("items")
                        .size()
                == 2);
        return id;
    }

    @Test
    void aManagerFindsWhatWasDoneAndTakesItAwayAsATable() {
        String id = booked("Registre", "2026-05-21T09:00", "");
        TestClient browser = browserOf(MANAGER).with("Accept-Language", "en");

        String page = browser.get("/audit?booking=" + id).body();
        assertThat(page)
                .contains("Registre bis</a>", "changed", "through a program", "<del class=\"muted\">Registre</del>")
                .contains("the newest entries, 5,000 at most");
        assertThat(browser.get("/audit?booking=" + id + "&actor=" + NADIA).body())
                .contains("Nothing of that kind is recorded.");
        assertThat(browser.get("/audit?booking=" + id + "&from=2026-03-25&to=2026-03-25&door=API")
                        .body())
                .contains("Registre bis");
        assertThat(browser.get("/audit?booking=" + id + "&to=2026-03-24").body())
                .doesNotContain("Registre");
        assertThat(browser.get("/audit?from=yesterday").body()).contains("One of these fields cannot be read.");

        HttpResponse<String> table = browser.get("/audit/export?booking=" + id);
        assertThat(table.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("passerelle-audit.csv"));
        assertThat(table.body().lines()).hasSize(3).anyMatch(line -> line.contains(",TITLE,Registre,Registre bis"));
    }

    @Test
    void theHistoryOfABookingIsForWhoeverMayKnowItsCourse() {
        String id = booked("Secret de fabrique", "2026-05-21T10:00", ",\"visibility\":\"PRIVATE\"");

        String own = browserOf(CAMILLE).get("/bookings/" + id + "/history").body();
        String manager = browserOf(MANAGER).get("/bookings/" + id + "/history").body();

        assertThat(own).contains("Secret de fabrique bis");
        assertThat(manager).doesNotContain("Secret").contains("/bookings/" + id);
        assertThat(browserOf(LOUIS).get("/bookings/" + id + "/history").statusCode())
                .isEqualTo(404);
        assertThat(browserOf(CAMILLE).get("/bookings/" + id).body()).contains("/bookings/" + id + "/history");
        assertThat(browserOf(LOUIS).get("/bookings/" + id).body()).doesNotContain("/history");
    }

    @Test
    void whatIsDoneAtItsTimeIsForManagers() {
        assertThat(browserOf(MANAGER).with("Accept-Language", "en").get("/due").body())
                .contains("Due within the next hours", "Failed, and tried again");
        assertThat(browserOf(MANAGER).get("/requests").body()).contains("href=\"/audit\"");
        assertThat(browserOf(CAMILLE).get("/bookings").body()).doesNotContain("href=\"/audit\"");
    }

    @Test
    void everythingThatMayBeToldHasWordsInBothLanguages() {
        Stream<String> keys = Stream.of(
                        named("audit.type.", ChangeType.values()),
                        named("audit.field.", FieldChange.Field.values()),
                        named("audit.door.", Door.values()),
                        named("audit.state.", OccurrenceState.values()),
                        actions.stream()
                                .map(action -> "due.kind." + action.kind())
                                .toList(),
                        named("due.state.", DueOverview.DueState.values()),
                        named("webhooks.event.", WebhookEvent.values()),
                        named("webhooks.delivery.", DeliveryState.values()),
                        named("webhooks.problem.", DeliveryProblem.values()),
                        named("webhooks.state.", WebhookHealth.HealthState.values()))
                .flatMap(List::stream)
                .filter(key -> !key.equals("audit.state.PLANNED"));

        assertThat(keys).allSatisfy(key -> {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                assertThat(messages.getMessage(key, null, "", language)).as(key).isNotEmpty();
            }
        });
    }

    private static List<String> named(String beginning, Enum<?>... values) {
        return Arrays.stream(values).map(value -> beginning + value.name()).toList();
    }
}
