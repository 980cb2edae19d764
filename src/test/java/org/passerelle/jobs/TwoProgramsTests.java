package org.passerelle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.passerelle.DemoNetwork;
import org.passerelle.MutableClock;
import org.passerelle.PasserelleApplication;
import org.passerelle.TestClient;
import org.passerelle.Together;
import org.passerelle.jobs.mongo.ActionRecords;
import org.passerelle.jobs.mongo.ActionRecords.ActionRecord;
import org.passerelle.jobs.mongo.ActionRecords.ActionState;
import org.quartz.JobExecutionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.subethamail.smtp.server.SMTPServer;
import tools.jackson.databind.JsonNode;

/**
 * Two whole programs on one database go through a day of many bookings, 10,000 in {@code -Pnightly}: whatever is due to them
 * happens in the five minutes in which it is due, and one program does it.
 */
class TwoProgramsTests {

    private static final int BOOKINGS = Integer.getInteger("due.bookings", 60);
    private static final Duration STEP = Duration.ofMinutes(4);

    /** In one room: an hour each from 08:00 to 20:00, in Paris. */
    private static final int A_ROOM = 12;

    /** One person may not have more. */
    private static final int MOST_HOLDS = 400;

    private static final String DAY = "2026-03-26";

    /** Between these nothing is due; if anything were, it would be done too late, which the test would tell. */
    private static final Instant NOON = Instant.parse("2026-03-25T11:00:00Z");

    private static final Instant NIGHT = Instant.parse("2026-03-25T19:00:00Z");

    private static final Instant EVENING = Instant.parse("2026-03-26T20:00:00Z");
    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final String ADMIN = "admin@it77.example";

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock();
    private final MongoServer server = new MongoServer(database());
    private final List<byte[]> mails = Collections.synchronizedList(new ArrayList<>());
    private final SMTPServer world = SMTPServer.port(freePort())
            .messageHandler((context, from, to, mail) -> mails.add(mail))
            .build();
    private final List<ConfigurableApplicationContext> programs = new ArrayList<>();

    /** What becomes of a booking if everything happens to it that is due. */
    private enum Fate {
        /** Nobody comes: a reminder, a warning, and the room is given back. */
        NO_SHOW("reminder", "no-show-warning", "no-show-release"),
        /** Nobody decides, though those who may are reminded. */
        LAPSES("request-reminder", "request-lapse"),
        /** Nobody confirms. */
        EXPIRES("hold-expiry"),
        /** It was at another time before. */
        MOVED("reminder", "no-show-warning", "no-show-release"),
        CANCELLED;

        private final List<String> kinds;

        Fate(String... kinds) {
            this.kinds = List.of(kinds);
        }
    }

    /** Which tells each program of what the other writes. */
    private static MongoBackend database() {
        MongoBackend database = H2Backend.inMemory();
        database.enableOplog();
        return database;
    }

    @BeforeEach
    void start() {
        world.start();
        InetSocketAddress address = server.bind();
        for (int i = 0; i < 2; i++) {
            programs.add(program("mongodb://127.0.0.1:" + address.getPort() + "/passerelle", i));
        }
    }

    @AfterEach
    void stop() {
        programs.forEach(ConfigurableApplicationContext::close);
        server.shutdownNow();
        world.stop();
    }

    private ConfigurableApplicationContext program(String database, int number) {
        return new SpringApplicationBuilder(PasserelleApplication.class)
                .profiles("demo")
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("time", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--spring.mongodb.uri=" + database,
                        "--server.port=0",
                        "--passerelle.data-dir=" + folder.resolve("program-" + number),
                        "--passerelle.public-url=http://rooms.example",
                        "--passerelle.mail.smtp-port=0",
                        "--passerelle.mail.limits.mails-per-person=1000000",
                        "--passerelle.mail.limits.mails-per-recipient=1000000",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + world.getPortAllocated());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestClient client(int program, String person) {
        int port = Objects.requireNonNull(((WebServerApplicationContext) programs.get(program)).getWebServer())
                .getPort();
        return DemoNetwork.client(port).withBasic(person, "passerelle");
    }

    @Test
    void whateverIsDueHappensOnceInItsTime() throws Exception {
        int rooms = (BOOKINGS + A_ROOM - 1) / A_ROOM;
        HttpResponse<String> stored = client(0, ADMIN).putYaml("/api/v1/admin/directory", DemoNetwork.with(rooms));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        client(0, CAMILLE)
                .put(
                        "/api/v1/me/notifications",
                        "{\"confirmations\":false,\"reminderBefore\":\"PT2H\",\"quietHours\":{\"from\":\"00:00\",\"to\":\"00:00\"}}");
        awaitRooms(rooms);
        Map<String, Fate> fates = booked();

        goThroughTheDay();

        List<String> expected = new ArrayList<>();
        fates.forEach((booking, fate) -> fate.kinds.forEach(kind -> expected.add(kind + " " + booking)));
        ActionRecords records = programs.get(0).getBean(ActionRecords.class);
        List<ActionRecord> done = records.in(ActionState.DONE, 10 * BOOKINGS);
        assertThat(done)
                .extracting(record -> record.kind() + " " + record.booking())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(done).allSatisfy(record -> {
            assertThat(record.hasDone()).isTrue();
            assertThat(record.tries()).isEqualTo(1);
            assertThat(record.changed()).isBetween(record.at(), record.at().plus(STEP));
        });
        for (ActionState other : List.of(ActionState.CLAIMED, ActionState.FAILED, ActionState.DROPPED)) {
            assertThat(records.in(other, 10)).as("%s", other).isEmpty();
        }
        assertThat(endings()).isEqualTo(ended(fates));
        assertThat(subjects()).isEqualTo(told(fates));
    }

    /** The second program sees the new directory a moment later. */
    private void awaitRooms(int rooms) {
        for (int i = 0; i < programs.size(); i++) {
            TestClient client = client(i, CAMILLE);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> client.get("/api/v1/rooms/essai-" + rooms).statusCode() == 200);
        }
    }

    private Map<String, Fate> booked() {
        Map<String, Fate> fates = Collections.synchronizedMap(new HashMap<>());
        DemoNetwork.inTurns(
                BOOKINGS,
                (worker, number) -> fates.put(booked(client(worker % 2, CAMILLE), number, fate(number)), fate(number)));
        return fates;
    }

    private static Fate fate(int number) {
        Fate fate = Fate.values()[number % Fate.values().length];
        return fate == Fate.EXPIRES && number > MOST_HOLDS * Fate.values().length ? Fate.NO_SHOW : fate;
    }

    private static String booked(TestClient camille, int number, Fate fate) {
        String room = (fate == Fate.LAPSES ? "demande-" : "essai-") + (1 + number / A_ROOM);
        String start = "%sT%02d:00".formatted(DAY, 8 + number % A_ROOM);
        String first = fate == Fate.MOVED ? start.replace(DAY, "2026-03-27") : start;
        String more = fate == Fate.EXPIRES ? ",\"hold\":\"PT1H\"" : "";
        JsonNode booking = DemoNetwork.created(camille.post(
                "/api/v1/bookings",
                "{\"title\":\"%s %d\",\"start\":\"%s\",\"duration\":\"PT1H\",\"timeZone\":\"Europe/Paris\",\"rooms\":[\"%s\"]%s}"
                        .formatted(fate, number, first, room, more)));
        String path = "/api/v1/bookings/" + booking.get("id").asString();
        if (fate == Fate.MOVED) {
            assertThat(camille.patch(path, "{\"start\":\"%s\"}".formatted(start))
                            .statusCode())
                    .isEqualTo(200);
        }
        if (fate == Fate.CANCELLED) {
            assertThat(camille.delete(path).statusCode()).isEqualTo(204);
        }
        return booking.get("id").asString();
    }

    /** Both programs wake every four minutes, and each hour both look through what is booked. */
    private void goThroughTheDay() throws Exception {
        while (clock.instant().isBefore(EVENING)) {
            if (clock.instant().equals(NOON)) {
                clock.advance(Duration.between(NOON, NIGHT));
            }
            boolean looks = clock.instant().equals(clock.instant().truncatedTo(ChronoUnit.HOURS));
            Together.all(programs.stream()
                    .<Callable<Boolean>>map(program -> () -> {
                        if (looks) {
                            new DueActionSchedule.Look(program.getBean(DueActionSchedule.class))
                                    .execute(Mockito.mock(JobExecutionContext.class));
                        }
                        program.getBean(DueActions.class).performDue();
                        return true;
                    })
                    .toList());
            awaitTheRest();
            clock.advance(STEP);
        }
    }

    /** What the programs' own threads do at this moment is done, and told, before the next: their claims hold for so long. */
    private void awaitTheRest() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(5))
                .until(() -> programs.get(0)
                                .getBean(ActionRecords.class)
                                .in(ActionState.CLAIMED, 1)
                                .isEmpty()
                        && programs.get(0)
                                        .getBean(MongoTemplate.class)
                                        .getCollection("owedNotifications")
                                        .countDocuments()
                                == 0);
    }

    private boolean hasNone(String collection, Bson filter) {
        return programs.get(0)
                        .getBean(MongoTemplate.class)
                        .getCollection(collection)
                        .countDocuments(filter)
                == 0;
    }

    /** How often each thing happened to each booking, by the record of all changes. */
    private Map<String, Integer> endings() {
        Map<String, Integer> endings = new HashMap<>();
        DemoNetwork.audit(client(0, ADMIN), entry -> {
            String what = entry.get("type").asString();
            if (List.of("RELEASED", "LAPSED", "EXPIRED").contains(what)) {
                endings.merge(what + " " + entry.get("booking").asString(), 1, Integer::sum);
            }
        });
        return endings;
    }

    private static Map<String, Integer> ended(Map<String, Fate> fates) {
        Map<String, Integer> ended = new HashMap<>();
        fates.forEach((booking, fate) -> {
            switch (fate) {
                case NO_SHOW, MOVED -> ended.put("RELEASED " + booking, 1);
                case LAPSES -> ended.put("LAPSED " + booking, 1);
                case EXPIRES -> ended.put("EXPIRED " + booking, 1);
                case CANCELLED -> {}
            }
        });
        return ended;
    }

    /** How often each mail to Camille came, by the first words of its subject. */
    private Map<String, Integer> subjects() throws MessagingException {
        Map<String, Integer> subjects = new HashMap<>();
        for (byte[] raw : List.copyOf(mails)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            if (mail.getAllRecipients()[0].toString().contains(CAMILLE)) {
                subjects.merge(mail.getSubject().replaceAll(" ?[0-9].*", ""), 1, Integer::sum);
            }
        }
        return subjects;
    }

    private static Map<String, Integer> told(Map<String, Fate> fates) {
        Map<String, Integer> told = new HashMap<>();
        fates.values().forEach(fate -> {
            switch (fate) {
                case NO_SHOW, MOVED ->
                    List.of("Rappel", "Signalez votre arrivée", "Salle libérée")
                            .forEach(what -> told.merge(what + "\u202f: " + fate, 1, Integer::sum));
                case LAPSES -> told.merge("Demande expirée\u202f: " + fate, 1, Integer::sum);
                case EXPIRES, CANCELLED -> {}
            }
        });
        return told;
    }
}
