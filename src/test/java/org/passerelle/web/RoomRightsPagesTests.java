package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;

/** Whoever looks reads what they may book in a room, by a page and the API. */
class RoomRightsPagesTests extends HttpTest {

    @Test
    void saysItInTheLanguageOfWhoeverLooks() {
        JsonNode rights =
                TestClient.json(as(CAMILLE).with("Accept-Language", "fr").get("/api/v1/rooms/melun-seine/rights"));
        assertThat(rights.get("may").asString()).isEqualTo("BOOK");
        assertThat(rights.get("permissions").get(0).get("message").asString()).startsWith("Vous pouvez réserver ");
        assertThat(rights.get("rules").get(0).get("code").asString()).isEqualTo("outside-opening-hours");
        assertThat(rights.get("mayOverride").asBoolean()).isFalse();
        assertThat(TestClient.json(as(MANAGER).get("/api/v1/rooms/melun-seine/rights"))
                        .get("mayOverride")
                        .asBoolean())
                .isTrue();
        assertThat(TestClient.json(as(CAMILLE).get("/api/v1/rooms/val-d-europe-amphitheatre/rights"))
                        .get("may")
                        .asString())
                .isEqualTo("REQUEST");
        assertThat(as(CAMILLE).get("/api/v1/rooms/no-such-room/rights").statusCode())
                .isEqualTo(404);
    }

    @Test
    void isAPageThatARefusalAndTheDayLeadTo() {
        TestClient camille = browserOf(CAMILLE);

        assertThat(camille.get("/rooms/melun-almont/rights").body())
                .contains("What may I book here?", "You may book it", "is open Mo-Fr 08:00-20:00");
        assertThat(camille.get("/day?site=melun").body()).contains("/rooms/melun-almont/rights");
        assertThat(camille.get("/rooms/no-such-room/rights").statusCode()).isEqualTo(404);
        assertThat(camille.get("/rooms/No%20Room/rights").statusCode()).isEqualTo(404);

        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", camille.csrfOf("/book?site=melun"));
        form.put("site", "melun");
        form.put("title", "Veillée");
        form.put("date", "2026-11-06");
        form.put("start", "20:30");
        form.put("length", "PT1H");
        form.put("room", "melun-almont");
        assertThat(camille.postForm("/book", form).body()).contains("/rooms/melun-almont/rights");
    }
}
