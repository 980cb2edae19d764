package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From the booking to the mail in the demo's mailbox, to the answer by its link, and back to the booking. */
class InvitationPagesTests extends HttpTest {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/answer/[a-z0-9-]+)\\?answer=yes");

    @Autowired
    private SentMails sent;

    /** Every test has a day and an address of its own. */
    private String book(String day, String invited) {
        String body = """
                {"title": "Comité secret %s", "start": "%sT09:00", "duration": "PT1H", "rooms": ["rebais-visio"],
                 "attendees": [{"email": "%s", "name": "Kim"}]}""".formatted(invited, day, invited);
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", body);
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private SpooledMail mailTo(String address, String subject) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> sent.to(address, each -> each.startsWith(subject)).stream()
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String link(SpooledMail mail) {
        Matcher link = LINK.matcher(mail.text("text/plain").orElseThrow());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private JsonNode invited(String reader, String booking) {
        return TestClient.json(as(reader).get("/api/v1/bookings/" + booking))
                .get("attendees")
                .get(0);
    }

    @Test
    void showsTheMailAsPeopleAndProgramsReadIt() {
        clock.advance(Duration.ofDays(700)); // the newest mail of all, of which the page shows a hundred
        book("2028-03-01", "mailbox@example.org");
        SpooledMail mail = mailTo("mailbox@example.org", "Invitation");
        TestClient browser = browserOf(ADMIN);

        assertThat(browser.get("/mailbox").body()).contains("Comité secret mailbox@example.org", mail.id());
        assertThat(browser.get("/mailbox/" + mail.id()).body())
                .contains("METHOD:REQUEST", "Message-ID", "/mailbox/" + mail.id() + "/html", "sandbox");
        HttpResponse<String> html = browser.get("/mailbox/" + mail.id() + "/html");
        assertThat(html.body()).contains("Viendrez-vous");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox");
        assertThat(html.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        HttpResponse<String> file = browser.get("/mailbox/" + mail.id() + ".eml");
        assertThat(file.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(file.body()).startsWith("Return-Path: <b+");
    }

    @Test
    void invitesNobodyOnTheOwnMachineOrNetwork() {
        String booking = book("2026-06-17", "kim.public@example.org");

        for (String address : new String[] {"a@localhost", "a@[127.0.0.1]", "a@intranet", "a@127.0.0.1"}) {
            String attendees = "[{\"email\": \"kim.public@example.org\"}, {\"email\": \"%s\"}]".formatted(address);
            HttpResponse<String> made = as(CAMILLE).post("/api/v1/bookings", """
                    {"title": "x", "start": "2026-06-18T09:00", "duration": "PT1H", "rooms": ["rebais-visio"],
                     "attendees": %s}""".formatted(attendees));
            HttpResponse<String> changed =
                    as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"attendees\": %s}".formatted(attendees));
            assertThat(List.of(made.statusCode(), changed.statusCode()))
                    .as(address)
                    .containsOnly(400);
            assertThat(List.of(made.body(), changed.body()))
                    .allSatisfy(body -> assertThat(body).contains("attendees[1].email"));
        }
    }

    @Test
    void showsNoMailToWhoHasNotSignedIn() {
        book("2026-06-02", "hidden@example.org");
        String id = mailTo("hidden@example.org", "Invitation").id();

        for (String path :
                new String[] {"/mailbox", "/mailbox/" + id, "/mailbox/" + id + "/html", "/mailbox/" + id + ".eml"}) {
            HttpResponse<String> answer = anonymous().withCookies().get(path);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.body()).doesNotContain("Comité");
        }
    }

    @Test
    void showsPeopleTheirOwnMailAndAllOfItToTheNetworkAdministrator() {
        book("2026-06-15", "somebody.else@example.org");
        book("2026-06-16", LOUIS);
        String others = mailTo("somebody.else@example.org", "Invitation").id();
        String own = mailTo(LOUIS, "Invitation").id();

        for (String person : new String[] {CAMILLE, NADIA, MANAGER}) {
            assertThat(statuses(browserOf(person), others)).as(person).containsOnly(404);
            assertThat(statuses(browserOf(person), own)).as(person).containsOnly(404);
            assertThat(browserOf(person).get("/mailbox").body()).doesNotContain(others, own);
        }
        assertThat(statuses(browserOf(LOUIS), own)).containsOnly(200);
        assertThat(statuses(browserOf(LOUIS), others)).containsOnly(404);
        assertThat(browserOf(LOUIS).get("/mailbox").body()).contains(own).doesNotContain(others);
        assertThat(statuses(browserOf(ADMIN), others)).containsOnly(200);
        assertThat(browserOf(ADMIN).get("/mailbox").statusCode()).isEqualTo(200);
    }

    private static List<Integer> statuses(TestClient browser, String mail) {
        return Stream.of("/mailbox/" + mail, "/mailbox/" + mail + "/html", "/mailbox/" + mail + ".eml")
                .map(path -> browser.get(path).statusCode())
                .toList();
    }

    @Test
    void answersByAPressAndNotByALook() {
        String booking = book("2026-06-03", "kim.press@example.org");
        String link = link(mailTo("kim.press@example.org", "Invitation"));
        TestClient kim = anonymous().withCookies();

        HttpResponse<String> looked = kim.get(link + "?answer=yes");
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body())
                .contains("Comité secret kim.press@example.org")
                .doesNotContain("louis", "nadia");
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(invited(CAMILLE, booking).get("answer").asString()).isEqualTo("NEEDS-ACTION");

        HttpResponse<String> pressed = kim.postForm(link, Map.of("answer", "maybe"));
        assertThat(pressed.statusCode()).isEqualTo(302);
        assertThat(invited(CAMILLE, booking).get("answer").asString()).isEqualTo("TENTATIVE");
        kim.postForm(link, Map.of("answer", "yes"));
        assertThat(invited(CAMILLE, booking).get("answer").asString()).isEqualTo("ACCEPTED");
        assertThat(kim.get(link + "?done").body()).contains("notice good");
        assertThat(browserOf(CAMILLE)
                        .with("Accept-Language", "en")
                        .get("/bookings/" + booking)
                        .body())
                .contains("Kim", "comes");
    }

    @Test
    void tellsColleaguesTheAnswerAndOnlyTheOrganiserAboutTheMail() {
        String booking = book("2026-06-04", "kim.rights@example.org");
        mailTo("kim.rights@example.org", "Invitation");

        await().untilAsserted(() -> assertThat(
                        invited(CAMILLE, booking).get("mail").get("state").asString())
                .isEqualTo("SENT"));
        assertThat(invited(LOUIS, booking).get("answer").asString()).isEqualTo("NEEDS-ACTION");
        assertThat(invited(LOUIS, booking).get("mail").isNull()).isTrue();
        assertThat(TestClient.json(as(NADIA).get("/api/v1/bookings/" + booking))
                        .get("attendees")
                        .isNull())
                .isTrue();
        JsonNode listed = TestClient.json(as(CAMILLE).get("/api/v1/bookings?mine=true&limit=1000"));
        assertThat(listed.toString()).contains("kim.rights@example.org");
    }

    @Test
    void takesBackThePeopleAsItToldThem() {
        String booking = book("2026-06-12", "kim.again@example.org");
        JsonNode told =
                TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking)).get("attendees");

        HttpResponse<String> changed =
                as(CAMILLE).patch("/api/v1/bookings/" + booking, "{\"attendees\": %s}".formatted(told));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(invited(CAMILLE, booking).get("email").asString()).isEqualTo("kim.again@example.org");
    }

    @Test
    void saysNothingMoreToWhoIsNoLongerInvited() {
        String booking = book("2026-06-05", "kim.gone@example.org");
        String link = link(mailTo("kim.gone@example.org", "Invitation"));
        HttpResponse<String> changed = as(CAMILLE)
                .patch("/api/v1/bookings/" + booking, "{\"attendees\": [], \"title\": \"Plus secret encore\"}");
        assertThat(changed.statusCode()).isEqualTo(200);

        assertThat(mailTo("kim.gone@example.org", "Vous n’êtes plus attendu")
                        .text("text/calendar")
                        .orElseThrow())
                .contains("METHOD:CANCEL")
                .doesNotContain("\nSTATUS:");
        HttpResponse<String> page = anonymous().withCookies().get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("secret", "rebais", "<form method=\"post\" action=\"/answer");
        anonymous().withCookies().postForm(link, Map.of("answer", "yes"));
        assertThat(as(CAMILLE).get("/api/v1/bookings/" + booking).body()).doesNotContain("kim.gone");
    }

    @Test
    void opensNothingWithTheTokenOfAnotherBookingOrWithAnAddressOfAnotherUse() {
        book("2026-06-08", "kim.one@example.org");
        book("2026-06-09", "kim.two@example.org");
        String one = link(mailTo("kim.one@example.org", "Invitation"));
        String two = link(mailTo("kim.two@example.org", "Invitation"));
        String mixed = one.substring(0, one.lastIndexOf('-')) + two.substring(two.lastIndexOf('-'));
        String from = mailTo("kim.one@example.org", "Invitation").from();
        String reply = from.substring(from.indexOf("rsvp+") + 5, from.indexOf('@', from.indexOf("rsvp+")));

        for (String wrong : new String[] {mixed, "/answer/" + reply, one + "x", one.substring(0, one.length() - 1)}) {
            assertThat(anonymous().withCookies().get(wrong).statusCode()).isEqualTo(404);
            assertThat(anonymous()
                            .withCookies()
                            .postForm(wrong, Map.of("answer", "yes"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(anonymous()
                        .withCookies()
                        .postForm(one, Map.of("answer", "perhaps"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(anonymous().withCookies().postForm(one, Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsTheAnswerInTheCalendarOfWhoeverInvites() {
        book("2026-07-21", "kim.feed@example.org");
        String url = TestClient.json(
                        as(CAMILLE).with("Accept-Language", "en").post("/api/v1/feeds", """
                        {"scope": "PERSON", "of": "%s", "detail": "FULL"}""".formatted(CAMILLE)))
                .get("url")
                .asString();
        String feed = URI.create(url).getPath();
        HttpResponse<String> before = anonymous().get(feed);
        String link = link(mailTo("kim.feed@example.org", "Invitation"));

        anonymous().withCookies().postForm(link, Map.of("answer", "no"));

        HttpResponse<String> after = anonymous().get(feed);
        assertThat(before.body()).contains("No answer: Kim").doesNotContain("ATTENDEE");
        assertThat(after.body()).contains("Declined: Kim");
        assertThat(after.headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));
    }
}
