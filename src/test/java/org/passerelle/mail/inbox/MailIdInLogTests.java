package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.passerelle.RecordedLog;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;

/** What is logged of a mail has the id of the mail as it is stored, from the door to the booking. */
class MailIdInLogTests extends SmtpDialogue {

    @RegisterExtension
    final RecordedLog log = new RecordedLog();

    private Set<String> idsOf(String logger) {
        return log.events().stream()
                .filter(event -> event.getLoggerName().endsWith(logger))
                .map(ILoggingEvent::getMDCPropertyMap)
                .filter(known -> "mail".equals(known.get("door")))
                .map(known -> known.getOrDefault("id", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void theMailAtTheDoorAndTheBookingThatComesOfItHaveOneId() throws IOException {
        send(
                CAMILLE,
                InvitationMails.SEINE,
                InvitationMails.apple("traced-1", CAMILLE, "20260922", "100000", "110000"));

        await().untilAsserted(() -> assertThat(idsOf("BookingAttempts")).isNotEmpty());
        assertThat(idsOf("BookingAttempts")).isEqualTo(idsOf(".Inbox")).hasSize(1);
        Person admin = accounts.person(new EmailAddress(ADMIN)).orElseThrow();
        assertThat(inbox.log(admin, Optional.empty(), 2_000))
                .extracting(InboxMail::id)
                .containsAll(idsOf("BookingAttempts"));
    }
}
