package org.passerelle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.TestClient;
import org.passerelle.packaged.DrawnKill;
import org.passerelle.packaged.KilledServer;
import org.subethamail.smtp.client.SmartClient;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The packaged server is killed while invitations go out and others come in. After the last start everybody who was invited
 * has their mail, and every room that was invited has answered: once, or at the worst twice with the same Message-ID.
 */
class KillMailIT {

    private static final int KILLS = Integer.getInteger("mail.kills", 2);
    private static final int MOST_EACH = 25;

    /** Before a kill, however slow the machine is. */
    private static final int LEAST_EACH = 3;

    private static final String ROOM = "melun-seine@rooms.it77.example";
    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path folder;

    private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());

    /** All mail servers but ours; they also take mail without a return path, as answers of rooms are. */
    private final SMTPServer world = SMTPServer.port(KilledServer.freePort())
            .messageHandler((context, from, to, mail) -> received.add(mail))
            .build();

    private final int smtpPort = KilledServer.freePort();
    private final Random random = new Random(5);

    /** Whose invitation, or answer, the world must have got: who was told that it is booked, or stored. */
    private final List<String> invited = Collections.synchronizedList(new ArrayList<>());

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger numbers = new AtomicInteger();

    @BeforeAll
    static void isDrawn() {
        DrawnKill.MAIL.assumeDrawn();
    }

    @BeforeEach
    void open() {
        world.start();
    }

    @AfterEach
    void close() {
        world.stop();
    }

    private KilledServer started() {
        return KilledServer.start(
                folder,
                Map.of(
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", Integer.toString(world.getPortAllocated()),
                        "PASSERELLE_MAIL_SMTP_PORT", Integer.toString(smtpPort)));
    }

    @Test
    void losesNoMailInEitherDirection() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            try (KilledServer server = started()) {
                TestClient camille = server.client().withBasic(CAMILLE, "passerelle");
                Thread booking = new Thread(() -> untilNobodyAnswers(() -> book(camille)));
                Thread mailing = new Thread(() -> untilNobodyAnswers(this::invite));
                booking.start();
                mailing.start();
                awaitSomeOfBoth((kill + 1) * LEAST_EACH);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(900));
                server.kill();
                booking.join();
                mailing.join();
            }
        }

        try (KilledServer server = started()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(copies().keySet()).containsAll(invited).containsAll(asked));
        }

        int repeated = 0;
        for (Map.Entry<String, List<String>> each : copies().entrySet()) {
            assertThat(new HashSet<>(each.getValue())).as(each.getKey()).hasSize(1);
            repeated += each.getValue().size() - 1;
        }
        assertThat(invited).hasSizeGreaterThan(KILLS);
        assertThat(asked).hasSizeGreaterThan(KILLS);
        assertThat(repeated).as("mails that came twice").isLessThanOrEqualTo(2 * KILLS);
    }

    private void awaitSomeOfBoth(int least) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> invited.size() >= least && asked.size() >= least);
    }

    private interface Step {

        void take() throws IOException;
    }

    private static void untilNobodyAnswers(Step step) {
        try {
            for (int i = 0; i < MOST_EACH; i++) {
                step.take();
            }
        } catch (IOException | UncheckedIOException killed) {
            return;
        }
    }

    /** A half hour of its own for every number. */
    private static LocalDateTime start(int number) {
        LocalDate day = FIRST_DAY.plusDays(number / 20 / 5 * 7L + number / 20 % 5);
        return day.atTime(LocalTime.of(8, 30).plusMinutes(30L * (number % 20)));
    }

    private void book(TestClient camille) {
        int number = numbers.incrementAndGet();
        String guest = "guest" + number + "@example.org";
        var answer = camille.post(
                "/api/v1/bookings",
                "{\"title\":\"Kill\",\"start\":\"%s\",\"duration\":\"PT30M\",\"rooms\":[\"melun-almont\"],"
                                .formatted(start(number))
                        + "\"attendees\":[{\"email\":\"" + guest + "\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        invited.add(guest);
    }

    private void invite() throws IOException {
        int number = numbers.incrementAndGet();
        String id = "<kill" + number + "@example.org>";
        byte[] mail = invitation(id, number).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        SmartClient client = SmartClient.createAndConnect("127.0.0.1", smtpPort, "test.example");
        try {
            client.from(CAMILLE);
            client.to(ROOM);
            client.dataStart();
            client.dataWrite(mail, mail.length);
            client.dataEnd();
            asked.add(id);
        } finally {
            client.quit();
        }
    }

    private static String invitation(String id, int number) {
        String start = start(number).toString().replaceAll("[-:]", "") + "00";
        return """
            From: %s
            To: %s
            Subject: Kill
            Message-ID: %s
            Content-Type: text/calendar; charset=utf-8; method=REQUEST

            BEGIN:VCALENDAR
            VERSION:2.0
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:kill-%d
            DTSTAMP:20260325T080000Z
            SUMMARY:Kill
            ORGANIZER:mailto:%s
            ATTENDEE:mailto:%s
            DTSTART;TZID=Europe/Paris:%s
            DURATION:PT30M
            END:VEVENT
            END:VCALENDAR
            """.formatted(CAMILLE, ROOM, id, number, CAMILLE, ROOM, start);
    }

    /**
     * The Message-IDs of all copies, by the guest who was invited, the mail that was answered, or the booking that was confirmed
     * to whoever made it: the subject tells when it is.
     */
    private Map<String, List<String>> copies() throws MessagingException {
        Map<String, List<String>> copies = new HashMap<>();
        for (byte[] raw : List.copyOf(received)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            String[] answered = mail.getHeader("In-Reply-To");
            String to = mail.getAllRecipients()[0].toString();
            String confirmed = to.contains(CAMILLE) ? to + " " + mail.getSubject() : to;
            String about = answered == null ? confirmed : answered[0];
            copies.computeIfAbsent(about.strip(), any -> new ArrayList<>()).add(mail.getMessageID());
        }
        return copies;
    }
}
