package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.mail.inbox.InboxMail.MailState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A mail that does what nobody foresaw stops no other. */
class MailFenceTests extends SmtpDialogue {

    private static final String BAD = "bad@rooms.it77.example";

    @TestConfiguration
    static class Throwing {

        @Bean
        MailReceiver throwing() {
            return new MailReceiver() {

                @Override
                public boolean takes(String recipient) {
                    return recipient.equals(BAD);
                }

                @Override
                public boolean receivesAutomaticMail() {
                    return true;
                }

                @Override
                public Optional<Reception> receive(ReceivedMail mail) {
                    throw new StackOverflowError("nobody foresaw this");
                }
            };
        }
    }

    @Autowired
    InboxStore store;

    private InboxMail bad() {
        return log().stream()
                .filter(mail -> mail.recipient().equals(BAD))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isNotedTriedAgainAfterAWhileAndGivenUp() throws IOException {
        send(CAMILLE, BAD, "From: kim@example.org\r\nSubject: bad\r\n\r\nx\r\n".getBytes(StandardCharsets.UTF_8));
        send(
                CAMILLE,
                InvitationMails.SEINE,
                InvitationMails.apple("behind-bad", CAMILLE, "20260722", "100000", "110000"));

        await().until(() -> log().stream()
                .anyMatch(mail -> mail.course().subject().endsWith("behind-bad")
                        && mail.course().state() == MailState.DONE));
        await().until(() -> bad().course().state() == MailState.INTERRUPTED);
        int attempts = bad().course().attempts();
        inbox.lookAtAll();
        assertThat(bad().course().attempts()).isEqualTo(attempts);

        await().until(() -> {
            clock.advance(Duration.ofMinutes(65));
            inbox.lookAtAll();
            return bad().course().state() == MailState.FAILED;
        });

        assertThat(bad().course().attempts()).isEqualTo(5);
        assertThat(bad().course().reasons()).containsExactly(LoggedReason.of("FAULT", "StackOverflowError"));
        assertThat(browserOf(ADMIN)
                        .with("Accept-Language", "en")
                        .get("/mail-log")
                        .body())
                .contains("It failed again and again for a reason that nobody foresaw: StackOverflowError.");
    }
}
