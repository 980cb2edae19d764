package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.AccountId;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.api.BookingBody;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.approval.DecisionLinks;
import org.passerelle.booking.approval.QuestionLinks;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Requests are decided on their page, and on the page behind the link of a mail; to look at either decides nothing. */
class RequestPagesTests extends HttpTest {

    @Autowired
    DecisionLinks links;

    @Autowired
    QuestionLinks replies;

    @Autowired
    ReadingBookings reading;

    @Autowired
    Accounts accounts;

    private String asked(String start) {
        return BookingBody.at(start, "val-d-europe-amphitheatre")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();
    }

    private JsonNode booking(String id) {
        return TestClient.json(as(CAMILLE).get(BookingBody.BOOKINGS + "/" + id));
    }

    private String state(String id) {
        return booking(id).get("state").asString();
    }

    private String link(String id, String manager) {
        AccountId account = (AccountId)
                accounts.person(new EmailAddress(manager)).orElseThrow().id();
        return links.of(reading.find(new BookingId(id)).orElseThrow(), account).getPath();
    }

    private HttpResponse<String> press(TestClient browser, String id, String decision, String message) {
        String page = browser.get("/requests").body();
        String asked = page.substring(page.indexOf("/requests/" + id + "/approve"))
                .replaceFirst("(?s).*?name=\"asked\" value=\"([^\"]+)\".*", "$1");
        return browser.postForm(
                "/requests/" + id + "/" + decision,
                Map.of("_csrf", browser.csrfOf("/requests"), "asked", asked, "message", message));
    }

    @Test
    void aManagerSeesHowManyWaitAndDecidesByOnePress() {
        String id = asked("2026-07-06T09:00");
        TestClient browser = browserOf(ADMIN);

        assertThat(browser.get("/day").body()).contains("class=\"count\"");
        String because = "is booked with the agreement of the manager of the site.";
        assertThat(browser.get("/requests").body()).contains("/bookings/" + id, because);
        assertThat(browser.get("/bookings/" + id).body()).contains("/requests/" + id + "/decline", because);
        assertThat(state(id)).isEqualTo("REQUESTED");

        assertThat(press(browser, id, "decline", "Le conseil siège").statusCode())
                .isEqualTo(302);

        assertThat(state(id)).isEqualTo("DECLINED");
        assertThat(browser.get("/requests").body()).doesNotContain("/bookings/" + id);
        assertThat(browserOf(CAMILLE).get("/bookings/" + id).body())
                .contains("Le conseil siège")
                .doesNotContain("/requests/" + id);
        assertThat(browserOf(CAMILLE).get("/requests").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageDecidesOnNothingButWhatItShowed() {
        String id = asked("2026-07-07T09:00");
        TestClient browser = browserOf(ADMIN);
        String before = link(id, ADMIN);
        String asked =
                reading.find(new BookingId(id)).orElseThrow().status().shifted().toString();
        clock.advance(Duration.ofSeconds(5));
        as(CAMILLE).patch(BookingBody.BOOKINGS + "/" + id, "{\"start\":\"2026-07-07T14:00\"}");

        browser.postForm(
                "/requests/" + id + "/approve",
                Map.of("_csrf", browser.csrfOf("/requests"), "asked", asked, "message", ""));
        assertThat(state(id)).isEqualTo("REQUESTED");
        assertThat(anonymous()
                        .postForm(before, Map.of("press", "approve", "message", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(state(id)).isEqualTo("REQUESTED");
        assertThat(anonymous().get(before).body()).doesNotContain("name=\"press\"");
    }

    @Test
    void theLinkOfAMailDecidesByAPressAndNotByALook() {
        String id = asked("2026-07-08T09:00");
        String link = link(id, ADMIN);

        HttpResponse<String> page = anonymous().get(link + "?press=decline");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("value=\"approve\"", "value=\"decline\"", "with the agreement of the manager of the site");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(state(id)).isEqualTo("REQUESTED");

        assertThat(anonymous()
                        .postForm(link, Map.of("press", "approve", "message", "Bienvenue"))
                        .statusCode())
                .isEqualTo(302);

        JsonNode decision = booking(id).get("decision");
        assertThat(decision.get("by").asString()).isEqualTo(ADMIN);
        assertThat(decision.get("message").asString()).isEqualTo("Bienvenue");
        assertThat(anonymous().get(link + "?done").body()).contains("Bienvenue").doesNotContain("name=\"press\"");
        assertThat(anonymous()
                        .postForm(link, Map.of("press", "decline", "message", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(state(id)).isEqualTo("CONFIRMED");
    }

    @Test
    void aLinkThatWasNotHandedOutOpensNothing() {
        String id = asked("2026-07-09T09:00");
        String link = link(id, ADMIN);
        String forged = link.substring(0, link.length() - 1) + (link.endsWith("a") ? "b" : "a");

        assertThat(anonymous().get(forged).statusCode()).isEqualTo(404);
        assertThat(anonymous().get("/decide/none").statusCode()).isEqualTo(404);
        // One that would be good, for an account that may not decide there.
        for (String other : new String[] {CAMILLE, MANAGER}) {
            assertThat(anonymous().get(link(id, other)).statusCode()).isEqualTo(404);
            anonymous().postForm(link(id, other), Map.of("press", "approve", "message", ""));
        }
        assertThat(state(id)).isEqualTo("REQUESTED");
    }

    private String reply(String id) {
        Booking booking = reading.find(new BookingId(id)).orElseThrow();
        return replies.of(booking, booking.status().request().last().orElseThrow())
                .getPath();
    }

    /** What the list of one's bookings says of this one; those of other tests stand there too. */
    private static String ofCard(TestClient browser, String id) {
        String from = browser.get("/bookings").body().replaceFirst("(?s).*?href=\"/bookings/" + id, "");
        return from.replaceFirst("(?s)</li>\\s*<li class=\"card.*", "");
    }

    @Test
    void aManagerAsksOnThePageAndWhoeverAskedAnswersOnTheirs() {
        String id = asked("2026-07-10T09:00");
        TestClient manager = browserOf(ADMIN);
        TestClient requester = browserOf(CAMILLE).with("Accept-Language", "en");

        press(manager, id, "ask", " ");
        assertThat(booking(id).get("questions").isNull()).isTrue();
        assertThat(press(manager, id, "ask", "Combien de <chaises> ?").statusCode())
                .isEqualTo(302);

        assertThat(ofCard(requester, id)).contains("the site waits for your answer");
        String page = requester.get("/bookings/" + id).body();
        assertThat(page).contains("Combien de &lt;chaises&gt; ?", "Your answer");
        String question = page.replaceFirst("(?s).*?name=\"question\" value=\"([^\"]+)\".*", "$1");
        requester.postForm(
                "/bookings/" + id + "/answer",
                Map.of("_csrf", requester.csrfOf("/bookings/" + id), "question", question, "message", "Douze"));

        assertThat(requester.get("/bookings/" + id).body()).contains("Douze").doesNotContain("name=\"message\"");
        assertThat(ofCard(requester, id)).doesNotContain("the site waits for your answer");
        String requests = manager.get("/requests").body();
        assertThat(requests.substring(requests.indexOf("/bookings/" + id)))
                .contains("Combien de &lt;chaises&gt; ?", "Douze", "/requests/" + id + "/approve");
        assertThat(browserOf(NADIA).get("/bookings/" + id).body()).doesNotContain("chaises", "Douze");
        assertThat(state(id)).isEqualTo("REQUESTED");
    }

    @Test
    void theLinksOfTwoMailsAskAndAnswerByAPressAndNotByALook() {
        String id = asked("2026-07-13T09:00");
        assertThat(anonymous()
                        .postForm(link(id, ADMIN), Map.of("press", "ask", "message", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(anonymous()
                        .postForm(link(id, ADMIN), Map.of("press", "ask", "message", "Qui vient ?"))
                        .statusCode())
                .isEqualTo(302);

        String reply = reply(id);
        HttpResponse<String> page = anonymous().get(reply);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Qui vient ?", "name=\"message\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(anonymous().postForm(reply, Map.of("message", "\n")).statusCode())
                .isEqualTo(422);
        assertThat(booking(id).get("questions").get(0).get("answer").isNull()).isTrue();

        assertThat(anonymous().postForm(reply, Map.of("message", "Nous deux")).statusCode())
                .isEqualTo(302);

        assertThat(booking(id)
                        .get("questions")
                        .get(0)
                        .get("answer")
                        .get("message")
                        .asString())
                .isEqualTo("Nous deux");
        assertThat(anonymous().get(reply + "?done").body())
                .contains("Nous deux")
                .doesNotContain("name=\"message\"");
        assertThat(anonymous().get(link(id, ADMIN)).body()).contains("Nous deux", "value=\"approve\"");
    }

    @Test
    void aReplyLinkIsGoodForItsOwnQuestionAndForWhoeverAskedForTheRoom() {
        String id = asked("2026-07-15T09:00");
        press(browserOf(ADMIN), id, "ask", "Une ?");
        String first = reply(id);
        clock.advance(Duration.ofSeconds(2));
        press(browserOf(ADMIN), id, "ask", "Deux ?");

        assertThat(anonymous().get(first).body()).doesNotContain("name=\"message\"");
        assertThat(anonymous().postForm(first, Map.of("message", "Oui")).statusCode())
                .isEqualTo(422);
        String forged = first.substring(0, first.length() - 1) + (first.endsWith("a") ? "b" : "a");
        assertThat(anonymous().get(forged).statusCode()).isEqualTo(404);
        assertThat(anonymous().get("/reply/none").statusCode()).isEqualTo(404);
        String second = reply(id);
        as(CAMILLE).post(BookingBody.BOOKINGS + "/" + id + "/hand-over", "{\"to\":\"" + LOUIS + "\"}");
        assertThat(anonymous().get(second).statusCode()).isEqualTo(404);
        assertThat(anonymous().get(reply(id)).body()).contains("Deux ?");
    }
}
