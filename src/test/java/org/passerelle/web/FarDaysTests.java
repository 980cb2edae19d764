package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;

/** A day that neither an instant nor the store can hold is told to be none; it is no fault of the program. */
class FarDaysTests extends HttpTest {

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "9999-12-31", "0001-01-01", "2026-02-30"})
    void pagesAnswerWhateverDayIsTyped(String day) {
        String typed = day.replace("+", "%2B");
        TestClient manager = browserOf(MANAGER);

        for (String page : new String[] {
            "/reception?date=" + typed,
            "/tasks?span=week&date=" + typed,
            "/audit/export?to=" + typed,
            "/away?from=" + typed + "&to=" + typed,
            "/day?date=" + typed,
            "/rooms/melun-seine/week?from=" + typed,
            "/sites/melun/month?from=" + typed,
            "/me/list?from=" + typed,
            "/s/trilport?date=" + typed,
            "/closures/new?where=melun-seine&from=" + typed + "T08:00&to=" + typed + "T20:00&reason=x&then=KEEP"
        }) {
            assertThat(manager.get(page).statusCode()).as(page).isLessThan(500);
        }
        for (Map<String, String> terms : List.of(Map.of("from", day), Map.of("until", day))) {
            assertThat(manager.postedAndShown("/deputies", terms)).contains("class=\"notice bad\"");
        }
        assertThat(anonymous()
                        .postForm("/s/trilport", Map.of("room", "trilport-bureau", "date", day, "start", "09:00"))
                        .statusCode())
                .isEqualTo(422);
    }
}
