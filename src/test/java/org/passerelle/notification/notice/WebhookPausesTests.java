package org.passerelle.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.HttpTest;
import org.passerelle.TestClient;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Preference;
import org.passerelle.account.Preferences;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.SpooledMail;
import org.passerelle.webhook.store.WebhookDocuments;
import org.springframework.beans.factory.annotation.Autowired;

/** Nadia's webhooks, which no other test pauses. */
class WebhookPausesTests extends HttpTest {

    @Autowired
    private WebhookDocuments documents;

    @Autowired
    private NoticeSending sending;

    @Autowired
    private SentMails sent;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Preferences preferences;

    @AfterEach
    void speaksNoLanguageOfTheirOwn() {
        preferences.put(accounts.idOf(new EmailAddress(NADIA)), Preference.NONE);
    }

    private String webhook(String url) {
        return TestClient.json(as(NADIA)
                        .post(
                                "/api/v1/webhooks",
                                "{\"url\":\"%s\",\"events\":[\"booking.created\"],\"scope\":\"ROOM\",\"of\":\"rebais-visio\"}"
                                        .formatted(url)))
                .get("id")
                .asString();
    }

    private void pause(String id) {
        documents.change(id, webhook -> webhook.givingUp(1, clock.instant(), Duration.ZERO));
        sending.sendDue();
    }

    private List<SpooledMail> mails(String subject) {
        return sent.to(NADIA, subject::equals);
    }

    private void speaks(Locale language) {
        preferences.put(
                accounts.idOf(new EmailAddress(NADIA)), new Preference(Optional.of(language), Optional.empty()));
    }

    @Test
    void itsOwnerIsToldOnceForEachPauseAndNotTheWholeAddress() {
        speaks(Locale.ENGLISH);
        String id = webhook("https://hooks.example.org/secret-4711");

        pause(id);
        sending.sendDue();

        String subject = "Webhook paused: hooks.example.org takes nothing";
        assertThat(mails(subject)).hasSize(1);
        String text = mails(subject).get(0).text("text/plain").orElseThrow();
        assertThat(text)
                .contains("it first failed on Wed 25 Mar 2026", "/webhooks/" + id, "Look at the webhook")
                .doesNotContain("4711");
        as(NADIA).post("/api/v1/webhooks/" + id + "/redeliver", "");
        sending.sendDue();
        clock.advance(Duration.ofMinutes(1));
        pause(id);
        assertThat(mails(subject)).hasSize(2);
        as(NADIA).delete("/api/v1/webhooks/" + id);
    }

    @Test
    void itIsToldInTheLanguageOfItsOwner() {
        speaks(Locale.FRENCH);
        String id = webhook("https://crochets.example.org/x");

        pause(id);

        List<SpooledMail> mails = mails("Webhook en pause\u202f: crochets.example.org ne prend plus rien");
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).text("text/plain").orElseThrow()).contains("Rien n’est perdu", "Voir le webhook");
        as(NADIA).delete("/api/v1/webhooks/" + id);
    }
}
