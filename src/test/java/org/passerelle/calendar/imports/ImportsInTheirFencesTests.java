package org.passerelle.calendar.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.calendar.imports.Fetched.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;

/** What nobody foresaw at one calendar is shown with it, and the others are looked at. */
class ImportsInTheirFencesTests extends HttpTest {

    private static final String IMPORTS = "/api/v1/imports";

    @MockitoBean
    private CalendarFetching fetching;

    @Autowired
    private Imports imports;

    @BeforeEach
    void serve() {
        when(fetching.fetch(any(), any())).thenAnswer(call -> {
            String host = call.getArgument(0, URI.class).getHost();
            if (host.startsWith("heap")) {
                throw new OutOfMemoryError("of a header");
            }
            if (host.startsWith("odd")) {
                throw new IllegalStateException("nobody thought of this");
            }
            return new Fetched.Calendar("""
                    BEGIN:VCALENDAR\r
                    BEGIN:VEVENT\r
                    UID:a\r
                    DTSTART:20260901T080000Z\r
                    DTEND:20260901T090000Z\r
                    END:VEVENT\r
                    END:VCALENDAR\r
                    """.getBytes(StandardCharsets.UTF_8), "UTF-8", Tag.NONE);
        });
    }

    @Test
    void anErrorAtOneIsShownAndBackedOffAndTheNextOneIsServed() {
        for (String host : List.of("odd.example", "heap.example")) {
            JsonNode made = add(host);

            assertThat(made.get("standing").get("failure").asString()).isEqualTo("UNFORESEEN");
            assertThat(made.get("standing").get("failures").asInt()).isEqualTo(1);
        }
        String good = add("good.example").get("id").asString();

        clock.advance(Duration.ofMinutes(31));
        imports.lookAtDue();

        for (JsonNode each : TestClient.json(as(MANAGER).get(IMPORTS)).get("items")) {
            boolean isGood = each.get("id").asString().equals(good);
            assertThat(each.get("standing").get("failures").asInt()).isEqualTo(isGood ? 0 : 2);
            assertThat(each.get("standing").get("lastLookedAt").asString())
                    .isEqualTo(clock.instant().toString());
            as(MANAGER).delete(IMPORTS + "/" + each.get("id").asString());
        }
    }

    private JsonNode add(String host) {
        HttpResponse<String> made = as(MANAGER).post(IMPORTS, """
                {"room":"melun-seine","url":"https://%s/c.ics","name":"x"}""".formatted(host));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return TestClient.json(made);
    }
}
