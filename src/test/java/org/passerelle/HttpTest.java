package org.passerelle;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.passerelle.account.password.CheapPasswords;
import org.passerelle.account.password.Passwords;
import org.passerelle.mail.smtp.MailSpool;
import org.passerelle.mail.smtp.SentMails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole program, running once for all tests that extend this: the demo, on a free port, in a fresh data folder, without
 * mail, at {@link MutableClock#TODAY}. What a test stores is there for the next one: take names of your own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(HttpTest.Time.class)
// One program serves the tests of a day; what a day may hold has tests of its own.
@TestPropertySource(
        properties = {
            // Its clock leaps by weeks.
            "server.servlet.session.timeout=10000d",
            "passerelle.mail.sender-per-hour=1000000",
            "passerelle.mail.limits.strangers-per-person=1000000",
            "passerelle.mail.limits.mails-per-person=1000000",
            "passerelle.mail.limits.stranger-mails-per-person=1000000",
            "passerelle.mail.limits.mails-per-recipient=1000000",
            "passerelle.mail.limits.mails-per-stranger=1000000",
            "passerelle.mail.limits.mails-to-one-stranger=1000000"
        })
public abstract class HttpTest {

    // Hundreds of tests wait for a mail or a job, which takes some milliseconds; usually they would look ten times a
    // second.
    static {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    protected static final String ADMIN = "admin@it77.example";
    protected static final String MANAGER = "operator@melun.example";
    protected static final String CAMILLE = "camille@atelier-brie.example";
    protected static final String LOUIS = "louis@atelier-brie.example";
    protected static final String NADIA = "nadia@grandgroupe.example";
    protected static final String PASSWORD = "passerelle";

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected MutableTicker ticker;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "http-test-");
        registry.add("passerelle.data-dir", () -> folder.resolve("data").toString());
        registry.add("passerelle.demo.password", () -> PASSWORD);
        registry.add("passerelle.mail.smtp-port", () -> "0");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    /** Calls without credentials. */
    protected TestClient anonymous() {
        return TestClient.of(URI.create("http://127.0.0.1:" + port));
    }

    /** Calls with HTTP Basic and the demo password. */
    protected TestClient as(String email) {
        return anonymous().withBasic(email, PASSWORD);
    }

    /** A browser that has signed in at the form. */
    protected TestClient browserOf(String email) {
        TestClient browser = anonymous().withCookies();
        browser.signIn(email, PASSWORD);
        return browser;
    }

    /** The steerable time of the program. */
    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock();
        }

        @Bean
        @Primary
        Passwords cheapPasswords() {
            return CheapPasswords.passwords();
        }

        @Bean
        SentMails sentMails(MailSpool spool, @Value("${passerelle.data-dir}") Path data) {
            return new SentMails(spool, data.resolve("mail"));
        }

        @Bean
        StoreCommands storeCommands() {
            return new StoreCommands();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer heardCommands(StoreCommands commands) {
            return settings -> settings.addCommandListener(commands);
        }

        @Bean
        @Primary
        MutableTicker mutableTicker() {
            return new MutableTicker();
        }
    }

    /** Measures real time, plus what a test adds. */
    public static final class MutableTicker implements Ticker {

        private final AtomicLong added = new AtomicLong();

        public void advance(Duration duration) {
            added.addAndGet(duration.toNanos());
        }

        @Override
        public long read() {
            return System.nanoTime() + added.get();
        }
    }
}
