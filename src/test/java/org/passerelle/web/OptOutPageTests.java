package org.passerelle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.springframework.beans.factory.annotation.Autowired;

/** The link in a mail by which somebody without an account wants no more of them. */
class OptOutPageTests extends HttpTest {

    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/unsubscribe/[a-z0-9-]+");

    @Autowired
    private SentMails sent;

    private String book(String day, String invited) {
        HttpResponse<String> booked = as(CAMILLE).post("/api/v1/bookings", """
                {"title": "Réunion", "start": "%sT09:00", "duration": "PT1H", "rooms": ["rebais-visio"],
                 "attendees": [{"email": "%s", "name": "Kim"}]}""".formatted(day, invited));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        return TestClient.json(booked).get("id").asString();
    }

    private String link(String address) {
        SpooledMail mail = await().atMost(Duration.ofSeconds(20))
                .until(() -> sent.to(address).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
        Matcher link = LINK.matcher(mail.text("text/plain").orElseThrow());
        assertThat(link.find()).isTrue();
        return URI.create(link.group()).getPath();
    }

    private String state(String booking) {
        return TestClient.json(as(CAMILLE).get("/api/v1/bookings/" + booking))
                .get("attendees")
                .get(0)
                .get("mail")
                .get("state")
                .asString();
    }

    @Test
    void changesNothingByALookAndEverythingByAPress() {
        String booking = book("2026-07-01", "kim.out@example.org");
        String link = link("kim.out@example.org");
        TestClient kim = anonymous().withCookies();

        HttpResponse<String> looked = kim.with("Accept-Language", "en").get(link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("No more mail from this network?").doesNotContain("kim.out", "Réunion");
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(state(booking)).isEqualTo("SENT");

        assertThat(kim.postForm(link, Map.of()).statusCode()).isEqualTo(302);
        assertThat(state(booking)).isEqualTo("OPTED_OUT");
        assertThat(kim.with("Accept-Language", "fr").get(link + "?done").body())
                .contains("Vous ne recevez plus de courriels de nous", link + "/undo");
        assertThat(browserOf(CAMILLE)
                        .with("Accept-Language", "en")
                        .get("/bookings/" + booking)
                        .body())
                .contains("Wants no mail from this network");

        assertThat(kim.postForm(link + "/undo", Map.of()).statusCode()).isEqualTo(302);
        assertThat(state(booking)).isEqualTo("SENT");
    }

    @Test
    void obeysTheButtonOfAMailProgramWithoutSendingItElsewhere() {
        String booking = book("2026-07-02", "kim.oneclick@example.org");
        String link = link("kim.oneclick@example.org");

        HttpResponse<String> pressed = anonymous().postForm(link, Map.of("List-Unsubscribe", "One-Click"));

        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(state(booking)).isEqualTo("OPTED_OUT");
    }

    @Test
    void knowsOnlyLinksThatWereHandedOut() {
        book("2026-07-03", "kim.forged@example.org");
        String link = link("kim.forged@example.org");
        String forged = link.substring(0, link.length() - 1) + (link.endsWith("a") ? "b" : "a");

        assertThat(anonymous().get(forged).statusCode()).isEqualTo(404);
        assertThat(anonymous().postForm(forged, Map.of()).statusCode()).isEqualTo(404);
        assertThat(anonymous().postForm(forged + "/undo", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(anonymous()
                        .postForm(forged, Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(404);
    }
}
