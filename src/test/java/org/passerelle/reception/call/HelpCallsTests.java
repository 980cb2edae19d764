package org.passerelle.reception.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.deputy.Colleagues;
import org.passerelle.conference.link.RoomLinks;
import org.passerelle.directory.RoomId;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever stands before a panel calls for help; the desk of the site sees it and answers, and nobody else. */
class HelpCallsTests extends HttpTest {

    private static final String SITE = "amsterdam";
    private static final String ROOM = "amsterdam-jordaan";
    private static final String CALLS = "/api/v1/sites/" + SITE + "/help-calls";

    @Autowired
    private RoomLinks links;

    private Colleagues union;
    private TestClient desk;

    @BeforeEach
    void beginDesk() {
        union = new Colleagues(as(ADMIN), "union-jordaan");
        union.begin("alix");
        union.put("desk", "SITE_MANAGER", "\"" + SITE + "\"");
        desk = anonymous().withCookies().with("Accept-Language", "en");
        desk.signIn(union.address("desk"), Colleagues.PASSWORD);
    }

    @AfterEach
    void endDesk() {
        union.end("alix", "desk");
    }

    private void at(String moment) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(moment)));
    }

    private String press(String room, String kind, String name, String waited) {
        String panel = links.sheet(new RoomId(room)).getPath();
        HttpResponse<String> pressed =
                anonymous().postForm(panel + "/help", Map.of("kind", kind, "press", name, "waited", waited));
        assertThat(pressed.statusCode()).isEqualTo(302);
        return anonymous()
                .with("Accept-Language", "en")
                .get(pressed.headers().firstValue("Location").orElseThrow())
                .body();
    }

    private String idOfTheLast() {
        return TestClient.json(union.as("desk").get(CALLS)).at("/items/0/id").asString();
    }

    @Test
    void aCallIsSeenAtTheReceptionAnsweredThereAndShownAtTheDoor() {
        at("2026-11-16T08:12:00Z");

        String panel = press(ROOM, "DEVICES", "press-one", "0");

        assertThat(panel).contains("The reception has been called.", "The reception was called at 09:12.");
        assertThat(panel).doesNotContain("name=\"kind\"");
        String page = desk.get("/reception").body();
        assertThat(page).contains("Calls for help", "09:12", "A device does not work", "I am coming");
        at("2026-11-16T08:14:00Z");
        HttpResponse<String> answered = desk.postForm(
                "/reception/calls", Map.of("_csrf", desk.csrfOf("/preferences"), "site", SITE, "call", idOfTheLast()));

        assertThat(answered.statusCode()).isEqualTo(302);
        assertThat(desk.get("/reception").body()).contains("answered at 09:14").doesNotContain("I am coming");
        String sheet = links.sheet(new RoomId(ROOM)).getPath();
        assertThat(anonymous().with("Accept-Language", "en").get(sheet).body())
                .contains("Help is coming: the reception answered at 09:14.", "Call for help");
        at("2026-11-16T08:40:00Z");
        assertThat(anonymous().with("Accept-Language", "en").get(sheet).body()).doesNotContain("Help is coming");
    }

    @Test
    void nobodyElseSeesOrAnswersACall() {
        at("2026-11-17T08:12:00Z");
        press(ROOM, "OTHER", "press-two", "0");
        String id = idOfTheLast();

        for (TestClient other : List.of(as(NADIA), as(MANAGER), union.as("alix"))) {
            assertThat(other.get(CALLS).statusCode()).isEqualTo(403);
            assertThat(other.put(CALLS + "/" + id + "/answer", "").statusCode()).isEqualTo(403);
        }
        assertThat(as(MANAGER)
                        .put("/api/v1/sites/melun/help-calls/" + id + "/answer", "")
                        .statusCode())
                .isEqualTo(404);
        TestClient melun = browserOf(MANAGER);
        assertThat(melun.postForm("/reception/calls", Map.of("_csrf", melun.csrfOf("/preferences"), "call", id))
                        .statusCode())
                .isEqualTo(404);
        assertThat(melun.get("/reception").body()).doesNotContain(id);
        assertThat(desk.get("/reception").body()).contains("I am coming");
        assertThat(union.as("desk").put(CALLS + "/" + id + "/answer", "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void aPanelCannotFloodTheReception() {
        at("2026-11-18T08:12:00Z");
        for (int i = 0; i < HelpCallDocuments.MOST_IN_AN_HOUR; i++) {
            press(ROOM, "ROOM", "flood-" + i, "0");
            assertThat(press(ROOM, "ROOM", "flood-again-" + i, "0")).contains("called already");
            union.as("desk").put(CALLS + "/" + idOfTheLast() + "/answer", "");
        }

        assertThat(press(ROOM, "ROOM", "flood-more", "0")).contains("called four times in this hour");
        assertThat(press("amsterdam-amstel", "ROOM", "flood-other", "0")).contains("The reception has been called.");
        TestClient.json(union.as("desk").get(CALLS))
                .get("items")
                .forEach(call ->
                        union.as("desk").put(CALLS + "/" + call.get("id").asString() + "/answer", ""));
    }

    @Test
    void aPressThatWaitedTooLongIsToldAndNoCall() {
        at("2026-11-19T08:12:00Z");

        assertThat(press(ROOM, "ROOM", "late", "1801")).contains("came too late");

        assertThat(desk.get("/reception").body()).doesNotContain("I am coming");
        String panel = links.sheet(new RoomId(ROOM)).getPath();
        for (Map<String, String> nonsense : List.of(
                Map.of("kind", "PIZZA", "press", "x"),
                Map.of("kind", "ROOM", "press", ""),
                Map.of("kind", "ROOM", "press", "x".repeat(65)),
                Map.of("kind", "ROOM", "press", "x", "waited", "-1"))) {
            assertThat(anonymous().postForm(panel + "/help", nonsense).statusCode())
                    .isEqualTo(404);
        }
    }
}
