package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.mail.inbox.Inbox;
import org.passerelle.platform.mongo.EmbeddedMongo;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who left traces everywhere is erased, and then looked for: in every document of every collection, and in every byte of
 * the data folder. The program runs on its own here, since it is stopped in between.
 */
class ErasedFromTheWholeStoreTests {

    private static final String ODILE = "odile.lenfant@atelier-brie.example";
    private static final String VISITOR = "zenobie.dehors@ailleurs.example";

    /** By any of these they could be found again; in lower case. */
    private static final List<String> TRACES = List.of(
            "odile.lenfant", "odile lenfant", "zenobie.dehors", base64("odile.lenfant@"), base64("zenobie.dehors@"));

    private static final String ADMIN = HttpTest.ADMIN;
    private static final String PASSWORD = "passerelle";

    @TempDir
    private Path folder;

    /** Where the list of the erased is kept, which no copy of the data folder holds. */
    @TempDir
    private Path apart;

    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() {
        context = new SpringApplicationBuilder(PasserelleApplication.class, HttpTest.Time.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--passerelle.data-dir=" + folder,
                        "--passerelle.mail.smtp-port=0",
                        "--passerelle.privacy.erased-list=" + apart.resolve("erased.list"));
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private TestClient as(String email) {
        return client().withBasic(email, PASSWORD);
    }

    private TestClient client() {
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        return TestClient.of(URI.create("http://127.0.0.1:" + port));
    }

    private static JsonNode made(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return TestClient.json(response);
    }

    private static String base64(String text) {
        return Base64.getEncoder()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                .substring(0, 16)
                .toLowerCase(Locale.ROOT);
    }

    private JsonNode booked(String who, String title, String start, String room, String more) {
        return made(as(who).post("/api/v1/bookings", """
                {"title":"%s","start":"%s","timeZone":"Europe/Paris","duration":"PT1H","rooms":["%s"]%s}""".formatted(title, start, room, more)));
    }

    private void addOdile() {
        made(as(ADMIN).put("/api/v1/admin/people/" + ODILE, """
                {"name":"Odile Lenfant","role":"MEMBER","organisation":"atelier-brie","password":"%s"}""".formatted(PASSWORD)));
    }

    private void mail(String from, String uid, String start, String text) {
        String mail = String.join(
                "\r\n",
                "From: Zenobie Dehors <" + from + ">",
                "To: melun-seine@rooms.it77.example",
                "Message-ID: <" + uid + "@ailleurs.example>",
                "Subject: " + text,
                "MIME-Version: 1.0",
                "Content-Type: text/calendar; method=REQUEST; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder()
                        .encodeToString(String.join(
                                        "\r\n",
                                        "BEGIN:VCALENDAR",
                                        "VERSION:2.0",
                                        "PRODID:-//x//EN",
                                        "METHOD:REQUEST",
                                        "BEGIN:VEVENT",
                                        "UID:" + uid,
                                        "DTSTAMP:20260325T080000Z",
                                        "DTSTART:" + start,
                                        "DURATION:PT1H",
                                        "SUMMARY:" + text,
                                        "ORGANIZER:mailto:" + from,
                                        "ATTENDEE:mailto:melun-seine@rooms.it77.example",
                                        "ATTENDEE:mailto:" + ODILE,
                                        "END:VEVENT",
                                        "END:VCALENDAR",
                                        "")
                                .getBytes(StandardCharsets.UTF_8)),
                "");
        context.getBean(Inbox.class)
                .take(from, "melun-seine@rooms.it77.example", true, mail.getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> context.getBean(MongoTemplate.class)
                                .getCollection("inbox_mails")
                                .countDocuments(new Document("state", "DONE"))
                        >= 1);
    }

    /** What was left of each person where. */
    private String leaveTraces() {
        addOdile();
        TestClient odile = as(ODILE);
        made(odile.put("/api/v1/me/notifications", "{\"reminderBefore\":\"PT3H\"}"));
        made(odile.post("/api/v1/feeds", "{\"scope\":\"PERSON\",\"of\":\"" + ODILE + "\",\"detail\":\"FULL\"}"));
        TestClient browser = client().withCookies();
        browser.signIn(ODILE, PASSWORD);
        String hers = booked(
                        ODILE,
                        "Point d'Odile Lenfant",
                        "2026-06-03T09:00",
                        "rebais-visio",
                        ",\"notes\":\"tel. odile.lenfant@atelier-brie.example\",\"attendees\":[{\"email\":\"kim@loin.example\"}]")
                .get("id")
                .asString();
        made(odile.patch("/api/v1/bookings/" + hers, "{\"title\":\"Rendez-vous d'Odile Lenfant\"}"));
        booked(
                HttpTest.NADIA,
                "Entretien Odile Lenfant",
                "2026-06-03T11:00",
                "rebais-visio",
                ",\"attendees\":[{\"email\":\"" + ODILE
                        + "\",\"name\":\"Odile Lenfant\"},{\"email\":\"kim@loin.example\"}]");
        made(odile.post("/api/v1/waitlist", """
                {"title":"Odile attend","start":"2026-06-03T11:00","timeZone":"Europe/Paris","duration":"PT1H","rooms":["rebais-visio"]}"""));
        made(as(HttpTest.LOUIS).post("/api/v1/waitlist", """
                {"title":"Avec Odile Lenfant","start":"2026-06-03T11:00","timeZone":"Europe/Paris","duration":"PT1H","rooms":["rebais-visio"],
                 "attendees":[{"email":"%s"}]}""".formatted(ODILE)));
        made(as(HttpTest.MANAGER)
                .post(
                        "/api/v1/imports",
                        JsonMapper.shared()
                                .writeValueAsString(Map.of(
                                        "room",
                                        "melun-almont",
                                        "name",
                                        "Agenda",
                                        "file",
                                        String.join(
                                                "\r\n",
                                                "BEGIN:VCALENDAR",
                                                "VERSION:2.0",
                                                "PRODID:-//x//EN",
                                                "BEGIN:VEVENT",
                                                "UID:import-1",
                                                "DTSTAMP:20260325T080000Z",
                                                "DTSTART:20260604T080000Z",
                                                "DTEND:20260604T090000Z",
                                                "SUMMARY:Vient Odile Len",
                                                " fant",
                                                "END:VEVENT",
                                                "END:VCALENDAR",
                                                "")))));
        mail(VISITOR, "visit-1", "20260605T080000Z", "Zenobie et Odile Lenfant");
        return hers;
    }

    @Test
    void nothingLeadsBackToSomebodyWhoWasErased() throws IOException {
        String hers = leaveTraces();
        String token = made(as(ODILE).post("/api/v1/tokens", "{\"name\":\"agenda\"}"))
                .get("token")
                .asString();
        assertThat(collectionsWithTraces())
                .contains(
                        "people", "bookings", "changeLog", "waitlist", "import_texts", "room_dealings", "inbox_mails");

        Map<String, List<Document>> copy = copy();
        HttpResponse<String> unsaid = as(ADMIN).post("/api/v1/admin/erasures", "{\"email\":\"" + ODILE + "\"}");
        assertThat(unsaid.statusCode()).isEqualTo(409);
        assertThat(TestClient.json(unsaid).get("count").asInt()).isEqualTo(1);
        erase(ODILE);
        erase(VISITOR);

        assertThat(collectionsWithTraces()).isEmpty();
        JsonNode booking = made(as(HttpTest.LOUIS).get("/api/v1/bookings/" + hers));
        assertThat(booking.get("state").asString()).isEqualTo("CANCELLED");
        assertThat(booking.get("title").asString()).isEqualTo("…");
        assertThat(booking.get("headcount").asInt()).isEqualTo(1);
        assertThat(booking.at("/occurrences/0/rooms/0").asString()).isEqualTo("rebais-visio");
        assertThat(client().withBearer(token).get("/api/v1/me").statusCode()).isEqualTo(401);
        addOdile();
        assertThat(made(as(ODILE).get("/api/v1/me/export")).get("data").propertyNames())
                .containsExactly("people");
        erase(ODILE);
        putBack(copy);
        context.close();
        start();
        whoeverTheCopyBroughtBackIsErasedAgain();
        context.close();
        afterTheNextStartNoFileHasATrace();
    }

    /** All documents of the store, as a backup has them. */
    private Map<String, List<Document>> copy() {
        MongoTemplate mongo = context.getBean(MongoTemplate.class);
        return mongo.getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .collect(Collectors.toMap(
                        name -> name, name -> mongo.getCollection(name).find().into(new ArrayList<>())));
    }

    /** What the program knows by heart of the store is of no use then: it starts anew. */
    private void putBack(Map<String, List<Document>> copy) {
        MongoTemplate mongo = context.getBean(MongoTemplate.class);
        mongo.getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .forEach(name -> mongo.getCollection(name).deleteMany(new Document()));
        copy.forEach((name, documents) -> {
            if (!documents.isEmpty()) {
                mongo.getCollection(name).insertMany(documents);
            }
        });
        assertThat(collectionsWithTraces()).contains("people", "bookings", "room_dealings");
    }

    private void whoeverTheCopyBroughtBackIsErasedAgain() {
        assertThat(hasTrace(read(apart.resolve("erased.list"))))
                .as("the list names nobody")
                .isFalse();
        await().atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(
                                made(as(ADMIN).get("/api/v1/admin/erasures")).get("items"))
                        .hasSize(3)
                        .allSatisfy(erasure ->
                                assertThat(erasure.get("state").asString()).isEqualTo("DONE")));
        assertThat(collectionsWithTraces()).isEmpty();
        assertThat(client().withBasic(ODILE, PASSWORD).get("/api/v1/me").statusCode())
                .isEqualTo(401);
    }

    private void erase(String address) {
        JsonNode begun = made(
                as(ADMIN).post("/api/v1/admin/erasures", "{\"email\":\"" + address + "\",\"bookings\":\"CANCEL\"}"));
        await().atMost(Duration.ofSeconds(120))
                .until(() -> made(as(ADMIN)
                                .get("/api/v1/admin/erasures/" + begun.get("id").asString()))
                        .get("state")
                        .asString()
                        .equals("DONE"));
        assertThat(made(as(ADMIN)
                                .get("/api/v1/admin/erasures/" + begun.get("id").asString()))
                        .get("left"))
                .isEmpty();
    }

    private List<String> collectionsWithTraces() {
        MongoTemplate mongo = context.getBean(MongoTemplate.class);
        return mongo.getCollectionNames().stream()
                .filter(name -> Stream.of(mongo.getCollection(name))
                        .flatMap(collection -> collection.find().into(new ArrayList<>()).stream())
                        .anyMatch(document -> hasTrace(document.toJson().getBytes(StandardCharsets.UTF_8))))
                .sorted()
                .toList();
    }

    private static boolean hasTrace(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String unfolded = text.replaceAll("\\\\r\\\\n[ \\t]|\\r\\n[ \\t]", "");
        return TRACES.stream().anyMatch(trace -> text.contains(trace) || unfolded.contains(trace));
    }

    /** Opened once more, the store lets go of what it was told to forget, as it would have within the minute. */
    private void afterTheNextStartNoFileHasATrace() throws IOException {
        try (EmbeddedMongo store = EmbeddedMongo.open(folder.resolve("db"))) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(filesWithTraces()).isEmpty());
            assertThat(store.bytes()).isPositive();
        }
        assertThat(filesWithTraces()).isEmpty();
    }

    private List<String> filesWithTraces() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> hasTrace(read(file)))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
