package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.HttpTest;
import org.slf4j.LoggerFactory;

class RequestIdTests extends HttpTest {

    private static final String HEADER = "X-Request-Id";

    private final List<ILoggingEvent> log = new CopyOnWriteArrayList<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.passerelle");
    private final AppenderBase<ILoggingEvent> listening = new AppenderBase<>() {

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            log.add(event);
        }
    };

    @BeforeEach
    void listen() {
        listening.start();
        ours.addAppender(listening);
        ours.setLevel(Level.DEBUG);
    }

    @AfterEach
    void hangUp() {
        ours.setLevel(Level.INFO);
        ours.detachAppender(listening);
    }

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
        await().untilAsserted(() -> assertThat(log)
                .filteredOn(event ->
                        "from-the-proxy.0001".equals(event.getMDCPropertyMap().get("id")))
                .extracting(ILoggingEvent::getThreadName)
                .contains("mail")
                .anyMatch(name -> name.contains("exec")));
        assertThat(log)
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
