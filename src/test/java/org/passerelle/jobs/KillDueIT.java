package org.passerelle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.DemoNetwork;
import org.passerelle.TestClient;
import org.passerelle.packaged.DrawnKill;
import org.passerelle.packaged.KilledServer;
import org.passerelle.packaged.PackagedProgram;
import org.subethamail.smtp.server.SMTPServer;
import tools.jackson.databind.JsonNode;

/**
 * At one moment something is due to each of many bookings, and the packaged server is killed while it does it: once among
 * 40 in {@code verify}, twenty times among 10,000 in {@code -Pnightly}. After the last start everything has happened, once;
 * a mail that came twice is known by its Message-ID.
 */
class KillDueIT {

    private static final int KILLS = Integer.getInteger("due.kills", 1);
    private static final int BOOKINGS = Integer.getInteger("due.bookings", 40);

    /** As many desks as bookings need a larger heap than other tests have: what is free is known of each for years. */
    private static final int SMALL = 1_000;

    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final String BOOKINGS_PATH = "/api/v1/bookings";
    private static final List<String> PEOPLE = List.of("camille@atelier-brie.example", "louis@atelier-brie.example");

    /** One person may not have more. */
    private static final int MOST_HOLDS = 400;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant DUE = Instant.parse("2026-03-26T09:00:00Z");

    /** Until what is due then; a request that managers would have less than an hour for waits until its date begins. */
    private static final Duration SETTING_UP = Duration.ofHours(2);

    /** What is due at {@link #DUE}, by how the date lies to it, and the first words of the mail that tells of it. */
    private enum Kind {
        WARNING(Duration.ofMinutes(-5), 60, "Signalez votre arrivée"),
        RELEASE(Duration.ofMinutes(-45), 105, "Salle libérée"),
        REMINDER(Duration.ofHours(2), 15, "Rappel"),
        LAPSE(Duration.ofHours(2), 15, "Demande expirée"),
        EXPIRY(Duration.ofHours(2), 15, "");

        private final Duration start;
        private final int minutes;
        private final String mail;

        Kind(Duration start, int minutes, String mail) {
            this.start = start;
            this.minutes = minutes;
            this.mail = mail;
        }
    }

    @TempDir
    private Path folder;

    private final Random random = new Random(16);
    private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
    private final SMTPServer world = SMTPServer.port(KilledServer.freePort())
            .messageHandler((context, from, to, mail) -> received.add(mail))
            .build();

    /** What was booked, by its title, {@code REMINDER 7}, which tells what is due to it. */
    private final Map<String, String> ids = Collections.synchronizedMap(new HashMap<>());

    @BeforeAll
    static void isDrawn() {
        DrawnKill.WHAT_IS_DUE.assumeDrawn();
    }

    @BeforeEach
    void open() {
        world.start();
    }

    @AfterEach
    void close() {
        world.stop();
    }

    private KilledServer started(Instant now) {
        return KilledServer.start(
                folder,
                Map.of(
                        "PASSERELLE_CLOCK_OFFSET",
                                Duration.between(Instant.now(), now).toString(),
                        "PASSERELLE_MAIL_LIMITS_MAILS_PER_PERSON", "1000000",
                        "PASSERELLE_MAIL_LIMITS_MAILS_PER_RECIPIENT", "1000000",
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PORT", Integer.toString(world.getPortAllocated())),
                BOOKINGS <= SMALL ? PackagedProgram.command() : PackagedProgram.commandWithHeap("1g"));
    }

    @Test
    void whatIsDueHappensOnceInSpiteOfKills() throws Exception {
        try (KilledServer server = started(DUE.minus(SETTING_UP))) {
            setUp(server.client());
        }

        long begun = System.nanoTime();
        for (int kill = 0; kill < KILLS; kill++) {
            try (KilledServer server = started(DUE.plusNanos(System.nanoTime() - begun))) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                server.kill();
            }
        }

        try (KilledServer server = started(DUE.plusNanos(System.nanoTime() - begun))) {
            TestClient admin = server.client().withBasic("admin@it77.example", "passerelle");
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(500))
                    .atMost(Duration.ofMinutes(15))
                    .untilAsserted(() -> {
                        assertThat(mails().keySet()).containsAll(expectedMails());
                        assertThat(endings(admin).keySet()).containsAll(expectedEndings());
                    });
            assertThat(endings(admin))
                    .allSatisfy((what, times) -> assertThat(times).as(what).isEqualTo(1));
            assertThat(endings(admin).keySet()).containsExactlyInAnyOrderElementsOf(expectedEndings());
        }
        int repeated = 0;
        for (Map.Entry<String, List<String>> each : mails().entrySet()) {
            assertThat(new HashSet<>(each.getValue())).as(each.getKey()).hasSize(1);
            repeated += each.getValue().size() - 1;
        }
        assertThat(mails().keySet()).containsExactlyInAnyOrderElementsOf(expectedMails());
        assertThat(repeated).as("mails that came twice").isLessThanOrEqualTo(2 * KILLS);
    }

    private void setUp(TestClient server) {
        long begun = System.nanoTime();
        assertThat(server.withBasic("admin@it77.example", "passerelle")
                        .putYaml("/api/v1/admin/directory", DemoNetwork.withDesks(pool(BOOKINGS) + 1))
                        .statusCode())
                .isEqualTo(200);
        for (String person : PEOPLE) {
            assertThat(server.withBasic(person, "passerelle")
                            .put("/api/v1/me/notifications", """
                                {"confirmations": false, "reminderBefore": "PT2H", "quietHours": {"from": "00:00", "to": "00:00"}}\
                                """)
                            .statusCode())
                    .isEqualTo(200);
        }
        DemoNetwork.inTurns(BOOKINGS, (worker, number) -> {
            Duration hold = SETTING_UP.minusNanos(System.nanoTime() - begun).truncatedTo(ChronoUnit.SECONDS);
            book(server.withBasic(PEOPLE.get(worker % 2), "passerelle"), number, kind(number), hold);
        });
    }

    private static Kind kind(int number) {
        Kind kind = Kind.values()[number % Kind.values().length];
        return kind == Kind.EXPIRY && number > MOST_HOLDS * Kind.values().length ? Kind.LAPSE : kind;
    }

    /** A thousand desks each; of five bookings at most four are in one pool at a time. */
    private static int pool(int number) {
        return number / 1_000;
    }

    private void book(TestClient client, int number, Kind kind, Duration untilDue) {
        String title = kind + " " + number;
        String room = (kind == Kind.LAPSE ? "demande-" : "essai-") + (1 + pool(number));
        LocalDateTime start = LocalDateTime.ofInstant(DUE.plus(kind.start), PARIS);
        String hold = kind == Kind.EXPIRY ? ",\"hold\":\"" + untilDue + "\"" : "";
        JsonNode booking = DemoNetwork.created(client.post(
                BOOKINGS_PATH,
                "{\"title\":\"%s\",\"start\":\"%s\",\"duration\":\"PT%dM\",\"timeZone\":\"Europe/Paris\",\"rooms\":[\"%s\"]%s}"
                        .formatted(title, start, kind.minutes, room, hold)));
        ids.put(title, booking.get("id").asString());
    }

    private Collection<String> expectedMails() {
        return ids.keySet().stream()
                .filter(title -> !of(title).mail.isEmpty())
                .map(title -> of(title).mail + ": " + title)
                .toList();
    }

    private static Kind of(String title) {
        return Kind.valueOf(title.replaceAll(" .*", ""));
    }

    /** The Message-IDs of all copies, by the subject up to the booking's title, of what was mailed to those who booked. */
    private Map<String, List<String>> mails() throws MessagingException {
        Map<String, List<String>> mails = new HashMap<>();
        for (byte[] raw : List.copyOf(received)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            String to = mail.getAllRecipients()[0].toString();
            if (PEOPLE.stream().anyMatch(to::contains)) {
                String subject =
                        mail.getSubject().replaceAll("[\u00a0\u202f]", " ").replace(" : ", ": ");
                mails.computeIfAbsent(subject.replaceAll(" \\(.*", ""), any -> new ArrayList<>())
                        .add(mail.getMessageID());
            }
        }
        return mails;
    }

    private Collection<String> expectedEndings() {
        List<String> expected = new ArrayList<>();
        ids.forEach((title, id) -> {
            switch (of(title)) {
                case RELEASE -> expected.add("RELEASED " + id);
                case LAPSE -> expected.add("LAPSED " + id);
                case EXPIRY -> expected.add("EXPIRED " + id);
                case WARNING, REMINDER -> {}
            }
        });
        return expected;
    }

    /** How often each booking was released, let lapse or expire, by the record of all changes. */
    private static Map<String, Integer> endings(TestClient admin) {
        Map<String, Integer> endings = new HashMap<>();
        DemoNetwork.audit(admin, entry -> {
            String what = entry.get("type").asString();
            if (List.of("RELEASED", "LAPSED", "EXPIRED").contains(what)) {
                endings.merge(what + " " + entry.get("booking").asString(), 1, Integer::sum);
            }
        });
        return endings;
    }
}
