package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import tools.jackson.databind.JsonNode;

/** A manager sets a rule of their site aside: by the API, by a box of the form, and nobody else does. */
class OverridePagesTests extends HttpTest {

    private static final String LATE = "2026-11-04T20:30";

    @Test
    void byTheApiManagersSayWhichRuleAndOthersAreRefused() {
        String body = BookingBody.at(LATE, "melun-almont")
                .with("override", "[\"HOURS\"]")
                .toString();

        HttpResponse<String> refused = as(CAMILLE).post(BookingBody.BOOKINGS, body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"not-allowed\"", "set rules aside");
        assertThat(as(MANAGER)
                        .post(
                                BookingBody.BOOKINGS,
                                BookingBody.at(LATE, "melun-almont").toString())
                        .body())
                .contains("outside-opening-hours");
        assertThat(as(MANAGER)
                        .post(
                                BookingBody.BOOKINGS,
                                BookingBody.at(LATE, "melun-almont")
                                        .with("override", "[\"EVERYTHING\"]")
                                        .toString())
                        .statusCode())
                .isEqualTo(400);

        JsonNode made = TestClient.json(as(MANAGER).post(BookingBody.BOOKINGS, body));

        JsonNode override = made.get("overrides").get(0);
        assertThat(override.get("rule").asString()).isEqualTo("HOURS");
        assertThat(override.get("by").asString()).isEqualTo(MANAGER);
        assertThat(browserOf(MANAGER)
                        .get("/bookings/" + made.get("id").asString())
                        .body())
                .contains("Opening hours: set aside by");
        assertThat(TestClient.json(as(NADIA)
                                .get(BookingBody.BOOKINGS + "/" + made.get("id").asString()))
                        .get("overrides")
                        .isNull())
                .isTrue();
    }

    @Test
    void theFormOffersABoxWhereARuleIsBrokenToWhoeverMaySetItAside() {
        TestClient manager = browserOf(MANAGER);
        Map<String, String> form = form(manager, "2026-11-05");
        assertThat(manager.get("/book?site=melun").body()).doesNotContain("name=\"override\"");

        HttpResponse<String> refused = manager.postForm("/book", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("name=\"override\" value=\"HOURS\"").doesNotContain("value=\"NOTICE\"");
        assertThat(browserOf(CAMILLE)
                        .postForm("/book", form(browserOf(CAMILLE), "2026-11-05"))
                        .body())
                .doesNotContain("name=\"override\"");

        form.put("override", "HOURS");
        HttpResponse<String> booked = manager.postForm("/book", form);
        assertThat(booked.statusCode()).isEqualTo(302);
    }

    private static Map<String, String> form(TestClient browser, String date) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", browser.csrfOf("/book?site=melun"));
        form.put("site", "melun");
        form.put("title", "Veillée");
        form.put("date", date);
        form.put("start", "20:30");
        form.put("length", "PT1H");
        form.put("room", "melun-almont");
        return form;
    }
}
