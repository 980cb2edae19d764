package org.passerelle.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.slf4j.LoggerFactory;

/** What is logged of a mail has the id of the mail as it is stored, from the door to the booking. */
class MailIdInLogTests extends AtTheDoor {

    private final List<ILoggingEvent> log = new CopyOnWriteArrayList<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.passerelle");
    private final AppenderBase<ILoggingEvent> listening = new AppenderBase<>() {

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            log.add(event);
        }
    };

    @BeforeEach
    void listen() {
        listening.start();
        ours.addAppender(listening);
        ours.setLevel(Level.DEBUG);
    }

    @AfterEach
    void hangUp() {
        ours.setLevel(Level.INFO);
        ours.detachAppender(listening);
    }

    private Set<String> idsOf(String logger) {
        return log.stream()
                .filter(event -> event.getLoggerName().endsWith(logger))
                .map(ILoggingEvent::getMDCPropertyMap)
                .filter(known -> "mail".equals(known.get("door")))
                .map(known -> known.getOrDefault("id", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void theMailAtTheDoorAndTheBookingThatComesOfItHaveOneId() throws IOException {
        send(CAMILLE, Letters.SEINE, Letters.apple("traced-1", CAMILLE, "20260922", "100000", "110000"));

        await().untilAsserted(() -> assertThat(idsOf("BookingAttempts")).isNotEmpty());
        assertThat(idsOf("BookingAttempts")).isEqualTo(idsOf(".Inbox")).hasSize(1);
        Person admin = accounts.person(new EmailAddress(ADMIN)).orElseThrow();
        assertThat(inbox.log(admin, Optional.empty(), 2_000))
                .extracting(InboxMail::id)
                .containsAll(idsOf("BookingAttempts"));
    }
}
