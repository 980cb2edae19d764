package org.passerelle.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.mail.imap.ImapProperties.Security;
import org.passerelle.mail.inbox.Inbox;

/** A mailbox at a server that speaks IMAP, with IDLE and MOVE. */
class ImapPollerTests {

    private static final String ROOM = "seine@rooms.example";
    private static final Duration SHORT = Duration.ofMillis(50);

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser user;
    private final Taken taken = new Taken();
    private @Nullable ImapPoller door;

    /** Keeps what it takes, the same once, as the inbox does; and can go off like a crash. */
    private static final class Taken implements Ingest {

        final List<String> mails = Collections.synchronizedList(new ArrayList<>());
        volatile int endsAfter = Integer.MAX_VALUE;
        volatile int room = Integer.MAX_VALUE;
        volatile int calls;
        volatile Predicate<String> fails = mail -> false;
        volatile int failures;
        volatile boolean failsToTellOnce;

        @Override
        public boolean hasRoom() {
            if (failsToTellOnce) {
                failsToTellOnce = false;
                throw new IllegalStateException("nobody foresaw this");
            }
            return mails.size() < room;
        }

        @Override
        public boolean takes(String recipient) {
            return recipient.endsWith("@rooms.example");
        }

        @Override
        public void take(String returnPath, String recipient, byte[] raw) {
            String text = new String(raw, StandardCharsets.UTF_8);
            String mail = recipient + " from <" + returnPath + ">: "
                    + text.substring(text.indexOf("\r\n\r\n")).strip();
            if (fails.test(mail)) {
                failures++;
                throw new StringIndexOutOfBoundsException("nobody foresaw this");
            }
            if (!mails.contains(mail)) {
                mails.add(mail);
            }
            if (++calls >= endsAfter) {
                throw new TheEnd();
            }
        }
    }

    /** Stands for the end of the program. */
    private static final class TheEnd extends Error {

        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void open() {
        server.start();
        user = server.setUser("salles@rooms.example", "salles", "very secret");
    }

    @AfterEach
    void close() {
        if (door != null) {
            door.stop();
        }
        server.stop();
    }

    private ImapProperties settings(@Nullable String done) {
        return new ImapProperties(
                "127.0.0.1", server.getImap().getPort(), "salles", "very secret", "INBOX", done, Security.NONE);
    }

    private void started(ImapProperties settings) {
        door = new ImapPoller(settings, taken, SHORT);
        door.start();
    }

    private MailFolder folder(String name) {
        try {
            ImapHostManager mailboxes = server.getManagers().getImapHostManager();
            return name.equals("INBOX") ? mailboxes.getInbox(user) : mailboxes.getFolder(user, name);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private void arrives(String... headersAndBody) {
        String text = String.join("\r\n", headersAndBody);
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void invitation(int number) {
        arrives("Return-Path: <kim@example.org>", "From: kim@example.org", "To: " + ROOM, "", "Mail " + number);
    }

    private static String taken(int number) {
        return ROOM + " from <kim@example.org>: Mail " + number;
    }

    private void removeTheSecond() {
        try {
            folder("INBOX").getMessages().get(1).setFlag(Flags.Flag.DELETED, true);
            folder("INBOX").expunge();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stream<StoredMessage> unseen() {
        return folder("INBOX").getMessages().stream().filter(message -> !message.isSet(Flags.Flag.SEEN));
    }

    @Test
    void takesWhatLiesThereAndWhatArrivesWhileItWaits() {
        invitation(1);
        started(settings(null));
        await().until(() -> taken.mails.contains(taken(1)));
        await().until(() -> unseen().findAny().isEmpty());

        invitation(2);

        await().atMost(Duration.ofSeconds(20)).until(() -> taken.mails.contains(taken(2)));
        await().until(() -> unseen().findAny().isEmpty());
        assertThat(taken.mails).hasSize(2);
    }

    @Test
    void movesWhatIsStoredIntoAFolderThatItMakes() {
        for (int i = 1; i <= 60; i++) {
            invitation(i);
        }

        started(settings("Stored"));

        await().atMost(Duration.ofSeconds(20)).until(() -> folder("INBOX").getMessageCount() == 0);
        // GreenMail takes a mail out of the one folder before it puts it into the other.
        await().until(() -> folder("Stored").getMessageCount() == 60);
        assertThat(taken.mails).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void losesNothingAndTakesNothingTwiceWhenItEndsBetweenStoringAndMarking() throws MessagingException {
        for (int i = 1; i <= 5; i++) {
            invitation(i);
        }
        for (int calls = 1; calls <= 3; calls++) {
            taken.calls = 0;
            taken.endsAfter = calls;
            try (ImapMailbox mailbox = ImapMailbox.open(settings("Stored"), new FetchFaults())) {
                assertThatThrownBy(() -> mailbox.takeAll(taken)).isInstanceOf(TheEnd.class);
            }
        }
        taken.endsAfter = Integer.MAX_VALUE;

        try (ImapMailbox mailbox = ImapMailbox.open(settings("Stored"), new FetchFaults())) {
            assertThat(mailbox.takeAll(taken)).isTrue();
        }

        assertThat(taken.mails).containsExactlyInAnyOrder(taken(1), taken(2), taken(3), taken(4), taken(5));
        assertThat(folder("Stored").getMessageCount()).isEqualTo(5);
    }

    @Test
    void goesOnWhereOthersRemoveMailMeanwhile() throws MessagingException {
        invitation(1);
        invitation(2);
        invitation(3);
        Ingest disturbed = new Ingest() {

            @Override
            public boolean hasRoom() {
                return true;
            }

            @Override
            public boolean takes(String recipient) {
                return taken.takes(recipient);
            }

            @Override
            public void take(String returnPath, String recipient, byte[] raw) {
                if (taken.mails.isEmpty()) {
                    removeTheSecond();
                }
                taken.take(returnPath, recipient, raw);
            }
        };

        try (ImapMailbox mailbox = ImapMailbox.open(settings("Stored"), new FetchFaults())) {
            mailbox.takeAll(disturbed);
            mailbox.takeAll(disturbed);
        }

        assertThat(taken.mails).containsExactlyInAnyOrder(taken(1), taken(3));
        assertThat(folder("Stored").getMessageCount()).isEqualTo(2);
        assertThat(folder("INBOX").getMessageCount()).isZero();
    }

    /** Whatever a mail does to the program, and however often, the others are taken. */
    @Test
    void leavesAMailThatFailsAgainAndAgainAndTakesTheOthers() throws FolderException {
        taken.fails = mail -> mail.contains("Mail 1");
        invitation(1);
        invitation(2);
        started(settings(null));

        await().until(() -> taken.mails.contains(taken(2)));
        await().until(() -> folder("INBOX").getMessages().stream()
                .allMatch(mail -> mail.getFlags().contains(Flags.Flag.SEEN)));
        invitation(3);
        await().until(() -> taken.mails.contains(taken(3)));

        assertThat(taken.mails).containsExactlyInAnyOrder(taken(2), taken(3));
        assertThat(taken.failures).isEqualTo(FetchFaults.MOST);
    }

    @Test
    void goesOnAfterAFaultThatConcernsNoMail() {
        taken.failsToTellOnce = true;
        started(settings(null));
        invitation(1);

        await().until(() -> taken.mails.contains(taken(1)));
        assertThat(taken.failsToTellOnce).isFalse();
    }

    @Test
    void comesBackAfterTheServerWasAway() {
        started(settings(null));
        invitation(1);
        await().until(() -> taken.mails.size() == 1);
        int port = server.getImap().getPort();

        server.stop();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("salles@rooms.example", "salles", "very secret");
        invitation(2);

        await().atMost(Duration.ofSeconds(15)).until(() -> taken.mails.contains(taken(2)));
    }

    @Test
    void waitsWhileThereIsNoRoom() {
        taken.room = 1;
        invitation(1);
        invitation(2);
        started(settings(null));
        await().until(() -> taken.mails.size() == 1);
        await().until(() -> unseen().count() == 1);

        taken.room = 10;

        await().until(() -> taken.mails.size() == 2);
    }

    @Test
    void leavesWhatIsTooLargeOrForNobodyHere() {
        arrives("From: kim@example.org", "To: " + ROOM, "", "x".repeat(Inbox.LARGEST + 1));
        arrives("From: kim@example.org", "To: eva@example.org", "", "Bonjour");
        invitation(1);

        started(settings("Stored"));

        await().until(() -> unseen().findAny().isEmpty() && folder("INBOX").getMessageCount() == 2);
        assertThat(taken.mails).containsExactly(taken(1));
    }

    @Test
    void readsTheEnvelopeWhereServersLeftIt() {
        assertThat(mail("Return-Path: <>", "Delivered-To: b+x@rooms.example", "From: MAILER-DAEMON", "To: other"))
                .isEqualTo(new FetchedMail("", List.of("b+x@rooms.example")));
        assertThat(mail("From: Kim <kim@example.org>", "To: Seine <SEINE@rooms.example>, eva@example.org", "Cc: "))
                .isEqualTo(new FetchedMail("kim@example.org", List.of(ROOM, "eva@example.org")));
        assertThat(mail("X-Original-To: " + ROOM, "To: undisclosed-recipients:;")
                        .recipients())
                .containsExactly(ROOM);
        assertThat(FetchedMail.of(new byte[] {0, 1, 2}).recipients()).isEmpty();
    }

    private static FetchedMail mail(String... headers) {
        return FetchedMail.of((String.join("\r\n", headers) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(settings(null).toString()).contains("salles").doesNotContain("very secret");
        assertThat(new ImapProperties(null, 0, "", "", "INBOX", null, Security.TLS).isSet())
                .isFalse();
        assertThat(new ImapProperties("mx", 0, "", "", "INBOX", " ", Security.TLS).portOrUsual())
                .isEqualTo(993);
        assertThat(new ImapProperties("mx", 0, "", "", "INBOX", " ", Security.STARTTLS).portOrUsual())
                .isEqualTo(143);
    }
}
