package org.passerelle.device.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.directory.DirectoryUpdates;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole program beside a device that answers by SIP, or does not. */
class LinesTests extends HttpTest {

    private static final RoomId ROOM = new RoomId("melun-visio");
    private static final String TEST = "/api/v1/suites/melun-visio/line/test";

    @Autowired
    private DirectoryUpdates directory;

    @Autowired
    private LineChecks lines;

    private SipStub stub;
    private String before = "";

    @BeforeEach
    void connect() throws IOException {
        stub = SipStub.answering(SipStub.status("200 OK"));
        before = directory.text();
        directory.replace(before.replace(
                "sip: melun-visio@sip.it77.example",
                "sip: \"melun-visio@127.0.0.1:" + stub.port() + ";transport=tcp\""));
    }

    @AfterEach
    void disconnect() throws IOException {
        directory.replace(before);
        stub.close();
    }

    @Test
    void answersTheManagerWhoPressesTheButton() {
        assertThat(as(MANAGER).post(TEST, "").body()).contains("\"verdict\":\"ANSWERS\"", "\"status\":200");

        stub.answers(SipStub.status("404 Not Found"));
        assertThat(as(MANAGER).post(TEST, "").body())
                .contains(
                        "\"verdict\":\"UNKNOWN_ADDRESS\"", "\"status\":404", "\"answeredAt\":\"2026-03-25T09:00:00Z\"");
        assertThat(as(MANAGER).get("/api/v1/suites").body()).contains("\"verdict\":\"UNKNOWN_ADDRESS\"");
        assertThat(as(CAMILLE).post(TEST, "").statusCode()).isEqualTo(403);
        assertThat(as(MANAGER).post("/api/v1/suites/rebais-visio/line/test", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksAQuarterOfAnHourBeforeAConferenceAndNotAgainOnceAnswered() {
        as(NADIA).post("/api/v1/bookings", """
                        {"title":"Visio","start":"2026-09-10T09:00","timeZone":"Europe/Paris","duration":"PT1H",
                        "rooms":["melun-visio"],"conference":{"provider":"jitsi"}}""");
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-09-10T06:40:00Z")));

        lines.askAhead();
        clock.advance(Duration.ofMinutes(8));
        lines.askAhead();
        await().until(() -> lines.state(ROOM)
                .filter(state -> state.asked().equals(Instant.parse("2026-09-10T06:48:00Z")))
                .isPresent());
        clock.advance(Duration.ofMinutes(5));
        lines.askAhead();
        lines.askNow(ROOM);

        assertThat(stub.heard()).hasSize(2);
    }
}
