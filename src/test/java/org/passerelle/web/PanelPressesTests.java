package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** What is pressed at a panel is done once however often it is sent, and told to be too late when it is. */
@DirtiesContext // Its clock runs months ahead, and what is due by then is done.
class PanelPressesTests extends HttpTest {

    private static final String ROOM = "moret-sisley";

    @Autowired
    private RoomLinks links;

    private String panel() {
        return links.sheet(new RoomId(ROOM)).getPath();
    }

    private void at(String instant) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    private String press(String action, Map<String, String> fields) {
        HttpResponse<String> pressed = anonymous().postForm(panel() + "/" + action, fields);
        assertThat(pressed.statusCode()).isEqualTo(302);
        return pressed.headers().firstValue("Location").orElseThrow().replaceAll(".*notice=", "");
    }

    private String book(String seen, String press, String waited) {
        Map<String, String> fields = new HashMap<>(Map.of("length", "PT15M", "seen", seen, "waited", waited));
        fields.put("press", press);
        return press("book", fields);
    }

    private int taken(String day) {
        String busy = as(CAMILLE)
                .get("/api/v1/rooms/%s/busy?from=%sT00:00:00Z&to=%sT23:00:00Z".formatted(ROOM, day, day))
                .body();
        return busy.split("\"BUSY\"", -1).length - 1;
    }

    private String page() {
        return anonymous().with("Accept-Language", "en").get(panel()).body();
    }

    private String booked(String start) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                {"title": "Point", "start": "%s", "timeZone": "Europe/Paris", "duration": "PT1H", "rooms": ["%s"]}""".formatted(start, ROOM));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    @Test
    void aPressThatIsSentAgainBooksNothingMore() {
        at("2026-12-08T09:02:00Z");

        assertThat(book("2026-12-08T09:02:00Z", "press-1", "0")).isEqualTo("BOOKED");
        at("2026-12-08T09:12:00Z");
        assertThat(book("2026-12-08T09:02:00Z", "press-1", "600")).isEqualTo("BOOKED");
        assertThat(taken("2026-12-08")).isOne();

        at("2026-12-08T09:30:00Z");
        assertThat(book("2026-12-08T09:02:00Z", "press-2", "0")).isEqualTo("BOOKED");
        assertThat(taken("2026-12-08")).isEqualTo(2);
    }

    @Test
    void aPressThatWaitedTooLongBooksNothing() {
        at("2026-12-09T09:02:00Z");

        assertThat(book("2026-12-09T08:50:00Z", "late-1", "301")).isEqualTo("TOO_LATE");
        assertThat(taken("2026-12-09")).isZero();

        assertThat(book("2026-12-09T08:50:00Z", "late-2", "300")).isEqualTo("BOOKED");
        assertThat(book("2026-12-09T08:50:00Z", "late-3", "120")).isEqualTo("TOO_LATE");
        assertThat(taken("2026-12-09")).isOne();
    }

    @Test
    void anEndOrACheckInThatIsSentAgainIsDoneOnce() {
        booked("2026-12-10T10:00");
        Map<String, String> fields = Map.of("start", "2026-12-10T09:00:00Z", "waited", "30");
        at("2026-12-10T09:05:00Z");

        assertThat(press("check-in", fields)).isEqualTo("CHECKED_IN");
        assertThat(press("check-in", fields)).isEqualTo("CHECKED_IN");
        at("2026-12-10T09:20:00Z");
        assertThat(press("end", fields)).isEqualTo("ENDED");
        at("2026-12-10T09:25:00Z");
        assertThat(press("end", fields)).isEqualTo("ENDED");
        assertThat(press("check-in", Map.of("start", "2026-12-10T09:00:00Z", "waited", "900")))
                .isEqualTo("TOO_LATE");
        assertThat(press("check-in", Map.of("start", "2026-12-10T09:00:00Z"))).isEqualTo("NOT_NOW");
    }

    @Test
    void saysAtAGlanceHowTheRoomStands() {
        booked("2026-12-11T10:00");

        at("2026-12-11T06:00:00Z");
        assertThat(page()).contains("data-state=\"CLOSED\"", "Closed", "next meeting at 10:00");
        at("2026-12-11T08:30:00Z");
        assertThat(page()).contains("data-state=\"FREE\"", "until 10:00", "data-zone=\"Europe/Paris\"");
        at("2026-12-11T08:50:00Z");
        assertThat(page()).contains("data-state=\"SOON\"", "only until 10:00");
        at("2026-12-11T09:05:00Z");
        assertThat(page())
                .contains("data-state=\"CHECK_IN\"", "by 10:15, or the room is given back")
                .contains(
                        "data-until=\"" + Instant.parse("2026-12-11T09:15:00Z").toEpochMilli() + '"');
        press("check-in", Map.of("start", "2026-12-11T09:00:00Z"));
        assertThat(page()).contains("data-state=\"BUSY\"", "until 11:00");
    }

    @Test
    void itsWorkerServesThePanelAloneAndOnlyThroughItsLink() {
        HttpResponse<String> worker = anonymous().get(panel() + "/worker.js");

        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains(panel());
        assertThat(worker.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(anonymous()
                        .get(panel().replaceFirst(".{4}/sheet$", "aaaa/sheet") + "/worker.js")
                        .statusCode())
                .isEqualTo(404);
    }
}
