package org.passerelle.mail.inbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.HttpTest;
import org.passerelle.account.Accounts;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.mail.smtp.SentMails;
import org.passerelle.mail.smtp.server.SmtpProperties;
import org.passerelle.mail.smtp.server.SmtpServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.subethamail.smtp.client.SmartClient;

/** The program with a door for mail, which for all other tests it does not have. */
abstract class SmtpDialogue extends HttpTest {

    private static final int MOST_LOGGED = 10_000;

    @Autowired
    Inbox inbox;

    @Autowired
    Accounts accounts;

    @Autowired
    SentMails sent;

    @Autowired
    Environment environment;

    private SmtpServer door;
    private int smtpPort;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            smtpPort = free.getLocalPort();
        }
        door = new SmtpServer(inbox, new SmtpProperties(smtpPort, "127.0.0.1", 50, 20, null, null), environment);
        door.start();
    }

    @AfterEach
    void close() {
        door.stop();
    }

    int port() {
        return smtpPort;
    }

    /** @param from of the envelope; an empty text for none */
    void send(String from, String to, byte[] mail) throws IOException {
        SmartClient client = SmartClient.createAndConnect("127.0.0.1", smtpPort, "test.example");
        try {
            client.from(from);
            client.to(to);
            client.dataStart();
            client.dataWrite(mail, mail.length);
            client.dataEnd();
        } finally {
            client.quit();
        }
    }

    /** All mails that came in: the newest few by the clock, which tests move, are not the last ones. */
    List<InboxMail> log() {
        return inbox.log(admin(), Optional.empty(), MOST_LOGGED);
    }

    /** Those to rooms of the manager. */
    List<InboxMail> logOfManager() {
        return inbox.log(manager(), Optional.empty(), MOST_LOGGED);
    }

    Person manager() {
        return accounts.person(new EmailAddress(MANAGER)).orElseThrow();
    }

    Person admin() {
        return accounts.person(new EmailAddress(ADMIN)).orElseThrow();
    }
}
