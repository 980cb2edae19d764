package org.passerelle.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.TestClient;
import org.passerelle.packaged.KilledServer;
import org.passerelle.packaged.PackagedProgram;
import org.subethamail.smtp.client.SmartClient;

/** The packaged program with the property files of one more language beside it speaks that language everywhere. */
class ThirdLanguageIT {

    private static final String CAMILLE = "camille@atelier-brie.example";
    private static final String ROOM = "melun-seine@rooms.it77.example";
    private static final Pattern WITHOUT_TEXT = Pattern.compile("(?s)<script.*?</script>|<!--.*?-->");
    private static final Pattern NOT_SPOKEN = Pattern.compile("(?s)<a class=\"language\".*?</a>|<style.*?</style>");

    @TempDir
    static Path folder;

    private static KilledServer server;
    private static int smtpPort;
    private static Set<String> spoken;

    @BeforeAll
    static void start() throws IOException {
        Path language = folder.resolve("language");
        MadeUpLanguage.writeInto(language);
        spoken = new HashSet<>(MadeUpLanguage.spokenTexts());
        // The names of the program and of a site are the same in every language.
        spoken.removeAll(Set.of("Passerelle", "Montréal"));
        smtpPort = KilledServer.freePort();
        server = KilledServer.start(
                folder,
                Map.of("PASSERELLE_MAIL_LANGUAGE", "qaa", "PASSERELLE_MAIL_SMTP_PORT", Integer.toString(smtpPort)),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        language + File.pathSeparator + PackagedProgram.jar(),
                        "org.passerelle.PasserelleApplication"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestClient camille() {
        return server.client().withBasic(CAMILLE, "passerelle").with("Accept-Language", "qaa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/day", "/search", "/bookings", "/preferences", "/calendars", "/mailbox"})
    void pagesSayNothingThatIsNotInItsFiles(String page) {
        TestClient browser = server.client().withCookies().with("Accept-Language", "qaa");
        browser.signIn(CAMILLE, "passerelle");

        String html = browser.get(page).body();

        assertThat(html).contains("<html lang=\"qaa\"", "lang=fr", "lang=en").doesNotContain("lang=qaa");
        assertThat(texts(html).filter(text -> text.contains("⟦"))).hasSizeGreaterThan(5);
        assertThat(texts(html).map(MadeUpLanguage::outsideOfMarks).map(String::strip))
                .doesNotContainAnyElementsOf(spoken);
    }

    /** The texts of its elements, without those that are there in the other languages on purpose. */
    private static Stream<String> texts(String html) {
        String told = NOT_SPOKEN
                .matcher(WITHOUT_TEXT.matcher(html).replaceAll(""))
                .replaceAll("")
                .replaceAll("<span lang=\"..\">[^<]*</span>", "");
        return Stream.of(told.split("<[^>]*>")).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Test
    void otherPagesOfferItByItsOwnName() {
        String html = server.client().withCookies().get("/sign-in?lang=fr").body();

        assertThat(html)
                .contains("<html lang=\"fr\"")
                .containsPattern("lang=\"en\" hreflang=\"en\">English</a>")
                .containsPattern("lang=\"qaa\" hreflang=\"qaa\">⟦English⟧</a>");
    }

    @Test
    void problemsAndRefusalsAreInIt() {
        var unknown = camille().get("/api/v1/bookings/none");
        var refused = camille().post("/api/v1/bookings", order("2026-06-14T04:00"));

        assertThat(TestClient.json(unknown).path("detail").asString())
                .startsWith("⟦")
                .endsWith("⟧");
        assertThat(TestClient.json(refused).path("reasons"))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(MadeUpLanguage.outsideOfMarks(
                                reason.path("message").asString()))
                        .doesNotContainPattern("[a-z]{4}"));
    }

    @Test
    void feedsAreInIt() {
        book("2026-06-16T10:00");
        var feed = camille()
                .post("/api/v1/feeds", "{\"scope\":\"PERSON\",\"of\":\"" + CAMILLE + "\",\"detail\":\"FULL\"}");
        URI link = URI.create(TestClient.json(feed).path("url").asString());

        String events = server.client().get(link.getPath()).body();

        assertThat(events.replaceAll("\r\n[ \t]", "").lines().filter(line -> line.startsWith("DESCRIPTION")))
                .isNotEmpty()
                .allMatch(line -> line.contains("⟦"));
    }

    @Test
    void mailsAreInItAndTheAnswersOfRoomsBeginWithIt() throws Exception {
        book("2026-06-17T10:00");
        invite();

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(mailsTo("guest@example.org")).isNotEmpty().allSatisfy(text -> {
                assertThat(text).contains("⟦");
                assertThat(MadeUpLanguage.outsideOfMarks(text).lines().map(String::strip))
                        .doesNotContainAnyElementsOf(spoken);
            });
            assertThat(mailsTo(CAMILLE))
                    .anySatisfy(text -> assertThat(text)
                            .startsWith("⟦")
                            .containsSubsequence("⟧", "booked for you", "réservée pour vous"));
        });
    }

    private static void book(String start) {
        var booked = camille().post("/api/v1/bookings", order(start));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    }

    private static String order(String start) {
        return """
            {"title":"Point","start":"%s","duration":"PT30M","rooms":["melun-almont"],
             "attendees":[{"email":"guest@example.org"}]}\
            """.formatted(start);
    }

    private static void invite() throws IOException {
        byte[] mail = """
            From: %1$s
            To: %2$s
            Subject: Third
            Message-ID: <third@example.org>
            Content-Type: text/calendar; charset=utf-8; method=REQUEST

            BEGIN:VCALENDAR
            VERSION:2.0
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:third
            DTSTAMP:20260325T080000Z
            SUMMARY:Third
            ORGANIZER:mailto:%1$s
            ATTENDEE:mailto:%2$s
            DTSTART;TZID=Europe/Paris:20260618T100000
            DURATION:PT30M
            END:VEVENT
            END:VCALENDAR
            """.formatted(CAMILLE, ROOM).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        SmartClient client = SmartClient.createAndConnect("127.0.0.1", smtpPort, "test.example");
        try {
            client.from(CAMILLE);
            client.to(ROOM);
            client.dataStart();
            client.dataWrite(mail, mail.length);
            client.dataEnd();
        } finally {
            client.quit();
        }
    }

    /** The plain texts of all mails to one. */
    private static List<String> mailsTo(String address) throws Exception {
        List<String> texts = new ArrayList<>();
        try (DirectoryStream<Path> mails = Files.newDirectoryStream(folder.resolve("data/mail"), "*.eml")) {
            for (Path file : mails) {
                MimeMessage mail = new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(Files.readAllBytes(file)));
                if (mail.getAllRecipients()[0].toString().contains(address)) {
                    texts.add(plain(mail));
                }
            }
        }
        return texts;
    }

    private static String plain(Part part) throws Exception {
        if (part.isMimeType("multipart/*")) {
            return plain(((Multipart) part.getContent()).getBodyPart(0));
        }
        return part.getContent().toString();
    }
}
