package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.passerelle.RecordedLog;

class RequestIdTests extends HttpTest {

    private static final String HEADER = "X-Request-Id";

    @RegisterExtension
    final RecordedLog log = new RecordedLog();

    private static String id(HttpResponse<String> answer) {
        return answer.headers().firstValue(HEADER).orElse("");
    }

    @Test
    void anIdThatAClientBringsRunsFromTheDoorToWhatFollowsFromTheBooking() {
        HttpResponse<String> booked =
                as(CAMILLE).with(HEADER, "from-the-proxy.0001").post("/api/v1/bookings", """
                        {"title": "With an id", "start": "2026-09-08T09:00", "duration": "PT1H",
                         "rooms": ["melun-almont"], "attendees": [{"email": "guest@elsewhere.example"}]}""");

        assertThat(booked.statusCode()).isEqualTo(201);
        assertThat(id(booked)).isEqualTo("from-the-proxy.0001");
        await().untilAsserted(() -> assertThat(log.events())
                .filteredOn(event ->
                        "from-the-proxy.0001".equals(event.getMDCPropertyMap().get("id")))
                .extracting(ILoggingEvent::getThreadName)
                .contains("mail")
                .anyMatch(name -> name.contains("exec")));
        assertThat(log.events())
                .filteredOn(event -> event.getMDCPropertyMap().containsKey("id"))
                .extracting(event -> Map.entry(
                        event.getLoggerName(), event.getMDCPropertyMap().get("door")))
                .contains(Map.entry("org.passerelle.booking.BookingAttempts", "api"));
    }

    @Test
    void everyAnswerHasAnIdAlsoOneThatRefuses() {
        assertThat(id(anonymous().get("/api/v1/me"))).matches("[0-9a-f]{16}");
        assertThat(id(anonymous().get("/sign-in"))).matches("[0-9a-f]{16}");
        assertThat(id(as(CAMILLE).get("/api/v1/no-such-thing"))).matches("[0-9a-f]{16}");
    }

    @Test
    void twoRequestsHaveTwoIds() {
        assertThat(id(anonymous().get("/sign-in"))).isNotEqualTo(id(anonymous().get("/sign-in")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "has blanks in it",
                "camille@atelier-brie.example",
                "%0d%0aforged-line",
                "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
                "${jndi:ldap://x}",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void anIdThatIsNoneIsReplaced(String brought) {
        assertThat(id(anonymous().with(HEADER, brought).get("/sign-in"))).matches("[0-9a-f]{16}");
    }
}
