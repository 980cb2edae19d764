package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.springframework.web.util.HtmlUtils;

/** What a page proposes to somebody who changes the rest of a series goes for the whole rest. */
class ProposalsForASeriesTests extends HttpTest {

    private static final String ROOM = "coulommiers-templiers";
    private static final String OTHER = "coulommiers-grand-morin";

    private String booked(String who, String start, String room, String rule) {
        HttpResponse<String> made = as(who).post(
                        "/api/v1/bookings",
                        "{\"title\":\"x\",\"start\":\"%s\",\"duration\":\"PT1H\",\"rooms\":[\"%s\"],\"recurrence\":\"%s\"}"
                                .formatted(start, room, rule));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made).get("id").asString();
    }

    private static List<String> proposals(String page) {
        Matcher button =
                Pattern.compile("name=\"instead\"[^>]* value=\"([^\"]+)\"").matcher(page);
        List<String> values = new ArrayList<>();
        while (button.find()) {
            values.add(HtmlUtils.htmlUnescape(button.group(1)));
        }
        return values;
    }

    @Test
    void proposesForAllFollowingDatesWhatIsFreeOnEachOfThem() {
        String id = booked(CAMILLE, "2027-02-01T09:00", ROOM, "FREQ=WEEKLY;COUNT=3");
        booked(NADIA, "2027-02-15T14:00", ROOM, "");
        booked(NADIA, "2027-02-15T14:00", OTHER, "");
        TestClient browser = browserOf(CAMILLE);
        ShownForm form = ShownForm.on(
                        browser.get("/bookings/" + id + "/change?occurrence=2027-02-08T08:00:00Z&extent=FOLLOWING")
                                .body())
                .with("start", "14:00");

        List<String> proposed = proposals(form.send(browser).body());
        HttpResponse<String> taken = form.with("instead", proposed.get(0)).send(browser);

        assertThat(proposed).isNotEmpty().noneMatch(value -> value.endsWith(OTHER) && value.contains("14:00"));
        assertThat(taken.statusCode()).isEqualTo(302);
    }
}
