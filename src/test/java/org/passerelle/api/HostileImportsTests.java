package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.HostileTexts;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** External calendars that mean harm, through the API and into the store. */
class HostileImportsTests extends HttpTest {

    private static final String IMPORTS = "/api/v1/imports";

    static Stream<Integer> categories() {
        return HostileTexts.categories();
    }

    @ParameterizedTest
    @MethodSource("categories")
    void occupyTheRoomWhateverCharactersTheirTextsAreMadeOf(int category) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        List<String> characters = HostileTexts.of(category);
        for (int i = 0; i < characters.size(); i++) {
            text.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append(characters.get(i))
                    .append("\r\nSUMMARY:a");
            text.append(characters.get(i))
                    .append("b\r\nDTSTART:2026120")
                    .append(1 + i % 3)
                    .append("T%02d%02d00Z\r\n".formatted(i / 10 % 24, i % 10 * 5));
            text.append("DURATION:PT5M\r\nEND:VEVENT\r\n");
        }
        text.append(
                "BEGIN:VEVENT\r\nUID:plain\r\nDTSTART:20261204T080000Z\r\nDTEND:20261204T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

        JsonNode made = add(Map.of("room", "melun-atelier", "name", "Odd", "file", text.toString()));

        assertThat(made.get("standing").get("failure").isNull())
                .as(made.toString())
                .isTrue();
        assertThat(as(NADIA)
                        .get("/api/v1/rooms/melun-atelier/busy?from=2026-12-04T00:00:00Z&to=2026-12-05T00:00:00Z")
                        .body())
                .contains("2026-12-04T08:00:00Z");
        assertThat(as(MANAGER).get(IMPORTS).statusCode()).isEqualTo(200);
        as(MANAGER).delete(IMPORTS + "/" + made.get("id").asString());
    }

    @Test
    void areRefusedWhereThePortIsNone() {
        for (String url : List.of("http://calendar.example:99999/", "http://calendar.example:0/c.ics")) {
            HttpResponse<String> answer = as(MANAGER)
                    .post(
                            IMPORTS,
                            JsonMapper.shared()
                                    .writeValueAsString(Map.of("room", "melun-atelier", "name", "Port", "url", url)));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        assertThat(as(MANAGER).get(IMPORTS).body()).doesNotContain("\"Port\"");
    }

    private JsonNode add(Map<String, String> asked) {
        HttpResponse<String> made =
                as(MANAGER).post(IMPORTS, JsonMapper.shared().writeValueAsString(asked));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made);
    }
}
