package org.passerelle.mail.imap;

import java.time.Duration;
import org.passerelle.mail.inbox.Inbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mailbox, if one is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImapProperties.class)
class ImapConfiguration {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    /** Who hands its mail in: its server, whoever wrote it. */
    private static final String MAILBOX = "mailbox";

    @Bean
    ImapPoller imapDoor(ImapProperties settings, Inbox inbox) {
        return new ImapPoller(settings, ingest(inbox), SHORTEST_PAUSE);
    }

    static Ingest ingest(Inbox inbox) {
        return new Ingest() {

            @Override
            public boolean hasRoom() {
                return inbox.hasRoom();
            }

            @Override
            public boolean hasRoomFor(String returnPath, int recipients, byte[] raw) {
                return inbox.hasRoomFor(returnPath, MAILBOX, false, recipients, raw);
            }

            @Override
            public boolean takes(String recipient) {
                return inbox.takes(recipient);
            }

            /** Everybody can write to a mailbox. */
            @Override
            public void take(String returnPath, String recipient, byte[] raw) {
                inbox.take(returnPath, recipient, MAILBOX, false, raw);
            }
        };
    }
}
