package org.passerelle.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.mail.OutgoingMail;
import org.passerelle.mail.Postbox.HandoverOutcome;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection for several mails, and what becomes of a mail when it breaks. */
class KeptConnectionTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** What the server says to a mail of that number on one connection; an empty text hangs up. */
    private interface Mood {

        String onMail(int number);

        String onDot(int number);
    }

    private static final Mood FRIENDLY = mood(100, "250 fine", "250 taken");

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private ServerSocket listening;
    private volatile Mood mood = FRIENDLY;

    /** Friendly until the mail of that number. */
    private static Mood mood(int number, String onMail, String onDot) {
        return new Mood() {
            @Override
            public String onMail(int mail) {
                return mail < number ? "250 fine" : onMail;
            }

            @Override
            public String onDot(int mail) {
                return mail < number ? "250 taken" : onDot;
            }
        };
    }

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve);
        server.setDaemon(true);
        server.start();
    }

    @AfterEach
    void hangUp() throws IOException {
        listening.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = listening.accept();
                connections.incrementAndGet();
                Thread talk = new Thread(() -> talk(client));
                talk.setDaemon(true);
                talk.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        open.incrementAndGet();
        try (Socket client = socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 hello");
            int mails = 0;
            StringBuilder data = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer;
                if (data != null && !line.equals(".")) {
                    data.append(line);
                    continue;
                }
                if (data != null) {
                    answer = mood.onDot(mails);
                    if (answer.startsWith("2")) {
                        taken.add(data.toString());
                    }
                    data = null;
                } else if (line.startsWith("MAIL")) {
                    answer = mood.onMail(++mails);
                } else if (line.startsWith("DATA")) {
                    data = new StringBuilder();
                    answer = "354 go on";
                } else {
                    answer = line.startsWith("QUIT") ? "221 bye" : "250 fine";
                }
                if (answer.isEmpty()) {
                    return;
                }
                say(out, answer);
            }
        } catch (IOException gone) {
            // The client has hung up.
        } finally {
            open.decrementAndGet();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private SmtpPostbox postbox(Duration kept) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(listening.getLocalPort());
        return new SmtpPostbox(server, kept);
    }

    private static OutgoingMail mail(int number) {
        String id = "<" + number + "@rooms.example>";
        byte[] bytes = ("Message-ID: " + id + "\r\n\r\nhello\r\n").getBytes(StandardCharsets.US_ASCII);
        return new OutgoingMail(id, "b+1@rooms.example", "kim@example.org", bytes);
    }

    @Test
    void handsOverOneAfterAnotherUpToABound() {
        SmtpPostbox postbox = postbox(LONG);

        assertThat(IntStream.range(0, 51).mapToObj(i -> postbox.send(mail(i)).outcome()))
                .hasSize(51)
                .containsOnly(HandoverOutcome.TAKEN);

        assertThat(connections).hasValue(2);
        assertThat(taken).hasSize(51).doesNotHaveDuplicates();
        postbox.close();
    }

    @Test
    void beginsAnewWhenAServerHasHadEnough() {
        mood = mood(3, "421 too many on this connection", "250 taken");
        SmtpPostbox postbox = postbox(LONG);

        assertThat(IntStream.range(0, 6).mapToObj(i -> postbox.send(mail(i)).outcome()))
                .containsOnly(HandoverOutcome.TAKEN);

        assertThat(connections).hasValue(3);
        assertThat(taken).hasSize(6).doesNotHaveDuplicates();
        postbox.close();
    }

    @Test
    void leavesForLaterAMailOfWhichNobodyKnowsWhetherItWasTaken() {
        mood = mood(2, "250 fine", "");
        SmtpPostbox postbox = postbox(LONG);

        assertThat(postbox.send(mail(1)).outcome()).isEqualTo(HandoverOutcome.TAKEN);
        assertThat(postbox.send(mail(2)).outcome()).isEqualTo(HandoverOutcome.LATER);

        assertThat(connections).hasValue(1);
        assertThat(postbox.send(mail(2)).outcome()).isEqualTo(HandoverOutcome.TAKEN);
        postbox.close();
    }

    @Test
    void triesAfreshOnceAServerHungUp() {
        SmtpPostbox postbox = postbox(LONG);
        postbox.send(mail(1));
        mood = mood(1, "", "250 taken");
        assertThat(postbox.send(mail(2)).outcome()).isEqualTo(HandoverOutcome.LATER);
        mood = FRIENDLY;

        assertThat(postbox.send(mail(2)).outcome()).isEqualTo(HandoverOutcome.TAKEN);

        assertThat(connections).hasValue(2);
        postbox.close();
    }

    @Test
    void keepsNoConnectionThatNobodyNeeds() {
        SmtpPostbox postbox = postbox(Duration.ofMillis(50));

        postbox.send(mail(1));

        await().atMost(Duration.ofSeconds(10)).until(() -> open.get() == 0);
        assertThat(postbox.send(mail(2)).outcome()).isEqualTo(HandoverOutcome.TAKEN);
        assertThat(connections).hasValue(2);
    }
}
