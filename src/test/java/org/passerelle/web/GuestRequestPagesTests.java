package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.api.BookingBody;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Somebody without an account asks for a room, confirms that by a link in their mail, and is told what becomes of it. */
class GuestRequestPagesTests extends HttpTest {

    private static final Pattern LINK = Pattern.compile("http://[^\\s]+(/guest/[a-z0-9-]+)");

    @Autowired
    private SentMails sent;

    private static Map<String, String> form(String email, String date, String start, String until) {
        Map<String, String> form = new HashMap<>();
        form.put("room", "trilport-bureau");
        form.put("date", date);
        form.put("start", start);
        form.put("until", until);
        form.put("title", "Entretien d'embauche");
        form.put("people", "2");
        form.put("name", "Kim Lée");
        form.put("email", email);
        form.put("notes", "Deux chaises");
        return form;
    }

    private HttpResponse<String> ask(Map<String, String> form) {
        return anonymous().with("Accept-Language", "en").postForm("/s/trilport", form);
    }

    private List<SpooledMail> mails(String address) {
        return sent.to(address);
    }

    private SpooledMail mail(String address, String subject) {
        return Awaitility.await()
                .until(
                        () -> mails(address).stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static String text(SpooledMail mail) {
        return mail.text("text/plain").orElseThrow();
    }

    private static String link(SpooledMail mail) {
        Matcher link = LINK.matcher(text(mail));
        assertThat(link.find()).as(text(mail)).isTrue();
        return link.group(1);
    }

    private List<String> busy(String date) {
        return TestClient.json(as(CAMILLE)
                        .get("/api/v1/rooms/trilport-bureau/busy?from=" + date + "T00:00:00Z&to=" + date
                                + "T23:00:00Z"))
                .get("busy")
                .valueStream()
                .map(each -> each.get("type").asString())
                .filter(type -> !type.equals("UNAVAILABLE"))
                .toList();
    }

    @Test
    void thePageOfASiteShowsWhatGuestsMayAskForAndNothingElse() {
        BookingBody.at("2026-08-04T10:00", "trilport-bureau").bookedBy(as(NADIA));

        HttpResponse<String> page = anonymous().with("Accept-Language", "en").get("/s/trilport?date=2026-08-04");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Bureau de passage", "08:00–10:00, 11:00–20:00", "Tuesday 4 August 2026")
                .doesNotContain("Salle Marne", "Comité", "grandgroupe");
        assertThat(anonymous().get("/s").body()).contains("/s/trilport").doesNotContain("/s/melun");
        assertThat(anonymous().get("/sign-in").body()).contains("href=\"/s\"");
        assertThat(anonymous().get("/s/melun").statusCode()).isEqualTo(404);
        assertThat(anonymous()
                        .postForm("/s/melun", form("kim@elsewhere.example", "2026-08-04", "09:00", "10:00"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothingIsHeldBeforeTheAddressIsConfirmedAndThenItIsARequestLikeAnyOther() {
        String address = "kim.asks@elsewhere.example";
        HttpResponse<String> asked = ask(form(address, "2026-08-05", "09:00", "10:30"));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
        String link = link(mail(address, "Please confirm"));

        HttpResponse<String> page = anonymous().with("Accept-Language", "en").get(link);
        assertThat(page.body()).contains("Entretien d&#39;embauche", "09:00–10:30", "Confirm my request");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(busy("2026-08-05")).isEmpty();

        assertThat(anonymous().postForm(link, Map.of("press", "confirm")).statusCode())
                .isEqualTo(302);
        assertThat(anonymous().postForm(link, Map.of("press", "confirm")).statusCode())
                .isEqualTo(302);

        assertThat(busy("2026-08-05")).containsExactly("TENTATIVE");
        String waiting = browserOf(ADMIN).get("/requests").body();
        assertThat(waiting).contains("Bureau de passage");
        JsonNode request = TestClient.json(as(ADMIN).get("/api/v1/requests?site=trilport"))
                .get("items")
                .valueStream()
                .filter(item -> item.get("start").asString().equals("2026-08-05T09:00"))
                .findFirst()
                .orElseThrow();
        assertThat(link(mail(address, "Request sent"))).isEqualTo(link);
        String id = request.get("id").asString();
        as(ADMIN).post(BookingBody.BOOKINGS + "/" + id + "/ask", "{\"message\":\"Qui êtes-vous ?\"}");
        assertThat(text(mail(address, "A question about your request"))).contains("Qui êtes-vous ?", "/reply/");
        as(ADMIN).post(BookingBody.BOOKINGS + "/" + id + "/approve", "{\"message\":\"Clé à l'accueil\"}");
        mail(address, "Approved");
        assertThat(anonymous().with("Accept-Language", "en").get(link).body())
                .contains("Clé à l&#39;accueil", "I no longer need the room")
                .doesNotContain("Confirm my request");

        assertThat(anonymous().postForm(link, Map.of("press", "withdraw")).statusCode())
                .isEqualTo(302);

        assertThat(busy("2026-08-05")).isEmpty();
        assertThat(anonymous().with("Accept-Language", "en").get(link).body())
                .doesNotContain("I no longer need the room");
    }

    @Test
    void theAnswerSaysNothingOfTheAddressAndWhoeverHasAnAccountIsToldToSignIn() {
        HttpResponse<String> stranger = ask(form("nobody.knows@elsewhere.example", "2026-08-06", "09:00", "10:00"));
        HttpResponse<String> member = ask(form(LOUIS, "2026-08-06", "09:00", "10:00"));
        HttpResponse<String> room = ask(form("trilport-visio@rooms.it77.example", "2026-08-06", "09:00", "10:00"));

        assertThat(List.of(stranger.statusCode(), member.statusCode(), room.statusCode()))
                .containsOnly(302);
        assertThat(List.of(location(stranger), location(member), location(room)))
                .containsOnly("/s/trilport?asked");
        assertThat(text(mail(LOUIS, "Please confirm"))).contains("/book").doesNotContain("/guest/");
        mail("nobody.knows@elsewhere.example", "Please confirm");
        assertThat(mails("trilport-visio@rooms.it77.example")).isEmpty();
    }

    private static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).toString();
    }

    @Test
    void ofOneAddressFiveRequestsADayAreMailed() {
        for (int i = 0; i < 6; i++) {
            String address = "kim.flood" + (i % 2 == 0 ? "" : "+" + i) + "@elsewhere.example";
            assertThat(ask(form(address, "2026-08-07", "%02d:00".formatted(9 + i), "%02d:30".formatted(9 + i)))
                            .statusCode())
                    .isEqualTo(302);
        }

        Awaitility.await().untilAsserted(() -> assertThat(mails("kim.flood")).hasSize(5));
    }

    @Test
    void whatTheRulesForbidOrIsTakenIsToldOnThePage() {
        BookingBody.at("2026-08-10T10:00", "trilport-bureau").bookedBy(as(CAMILLE));

        HttpResponse<String> taken = ask(form("kim.late@elsewhere.example", "2026-08-10", "10:30", "11:30"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("not free at that time", "value=\"kim.late@elsewhere.example\"");
        HttpResponse<String> night = ask(form("kim.late@elsewhere.example", "2026-08-10", "06:00", "07:00"));
        assertThat(night.statusCode()).isEqualTo(422);
        assertThat(night.body()).contains("08:00");
        Map<String, String> wrong = form("not an address", "2026-08-10", "12:00", "11:00");
        wrong.put("room", "trilport-marne");
        wrong.put("name", "Kim\u0007");
        assertThat(ask(wrong).body())
                .contains("Choose a room.", "Choose an end after the beginning.", "Give an e-mail address");
        assertThat(ask(Map.of()).statusCode()).isEqualTo(422);
        assertThat(mails("kim.late")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +999999999-12-31 | 09:00 | 10:00 | Choose a day
            1999-12-31       | 09:00 | 10:00 | Choose a day
            2026-08-11       | 25:00 | 10:00 | Choose when it begins
            2026-08-11       | 09:00 | 08:59 | Choose an end after the beginning
            """)
    void timesThatMakeNoSenseAreToldAsInEveryForm(String date, String start, String until, String told) {
        HttpResponse<String> refused = ask(form("kim.errs@elsewhere.example", date, start, until));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(told);
    }

    @Test
    void whoeverConfirmsTooLateIsToldThatTheRoomIsTaken() {
        String address = "kim.second@elsewhere.example";
        ask(form(address, "2026-08-11", "09:00", "10:00"));
        String link = link(mail(address, "Please confirm"));
        BookingBody.at("2026-08-11T09:00", "trilport-bureau").bookedBy(as(CAMILLE));

        HttpResponse<String> pressed =
                anonymous().with("Accept-Language", "en").postForm(link, Map.of("press", "confirm"));

        assertThat(pressed.statusCode()).isEqualTo(422);
        assertThat(pressed.body()).contains("not free at that time");
    }

    @Test
    void aLinkThatWasNotHandedOutOpensNothing() {
        String address = "kim.link@elsewhere.example";
        ask(form(address, "2026-08-12", "09:00", "10:00"));
        String link = link(mail(address, "Please confirm"));
        String forged = link.substring(0, link.length() - 1) + (link.endsWith("a") ? "b" : "a");
        String booked = BookingBody.at("2026-08-12T15:00", "trilport-bureau")
                .bookedBy(as(CAMILLE))
                .get("id")
                .asString();

        assertThat(anonymous().get(forged).statusCode()).isEqualTo(404);
        assertThat(anonymous().postForm(forged, Map.of("press", "confirm")).statusCode())
                .isEqualTo(404);
        assertThat(anonymous().get("/guest/" + booked).statusCode()).isEqualTo(404);
        assertThat(new String(mail(address, "Please confirm").bytes(), StandardCharsets.UTF_8))
                .doesNotContain("Kim L", "Entretien");
    }

    @Test
    void ofOneAddressThreeWaitForADecisionAtOnceAndThePageSaysWhatIs() {
        String address = "kim.waits@elsewhere.example";
        List<String> links = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String start = "%02d:00".formatted(9 + i);
            ask(form(address, "2026-08-13", start, "%02d:30".formatted(9 + i)));
            int count = i + 1;
            Awaitility.await().untilAsserted(() -> assertThat(mails(address)).hasSize(count));
            links.add(mails(address).stream()
                    .map(GuestRequestPagesTests::link)
                    .filter(link -> !links.contains(link))
                    .findFirst()
                    .orElseThrow());
        }
        TestClient kim = anonymous().with("Accept-Language", "en");
        for (String link : links.subList(0, 3)) {
            assertThat(kim.postForm(link, Map.of("press", "confirm")).statusCode())
                    .isEqualTo(302);
        }

        HttpResponse<String> fourth = kim.postForm(links.get(3), Map.of("press", "confirm"));
        assertThat(fourth.statusCode()).isEqualTo(422);
        assertThat(fourth.body()).contains("3 requests with your address wait", "Confirm my request");
        assertThat(kim.get(links.get(0) + "?done=confirm").body()).contains("Your request is with the site");
        assertThat(busy("2026-08-13")).hasSize(3);

        kim.postForm(links.get(0), Map.of("press", "withdraw"));
        assertThat(kim.get(links.get(0) + "?done=confirm").body())
                .doesNotContain("Your request is with the site", "It is called off, and");
        assertThat(kim.postForm(links.get(3), Map.of("press", "confirm")).statusCode())
                .isEqualTo(302);
    }
}
