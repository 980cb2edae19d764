package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever stops the program, or starts it twice in one process, is left with no thread of it. */
class ThreadsEndTests {

    /** Of the whole process, whoever was the first to need them: one of Java, one of MongoDB's driver. */
    private static final Pattern SHARED = Pattern.compile("ForkJoinPool\\.commonPool-worker-\\d+|BufferPoolPruner-.*");

    /** Threads of the whole process go when they had nothing to do for a while. */
    private static final Duration IDLE = Duration.ofSeconds(25);

    @TempDir
    private Path folder;

    @Test
    void whenTheProgramEndsSoDoItsThreads() throws Exception {
        ThreadGroup group = new ThreadGroup("program");
        AtomicReference<ConfigurableApplicationContext> started = new AtomicReference<>();
        Thread starting = new Thread(group, () -> started.set(start()), "starting");
        starting.start();
        starting.join();
        ConfigurableApplicationContext context = Objects.requireNonNull(started.get());
        TestClient.of(URI.create("http://127.0.0.1:" + port(context))).get("/api/v1/sites");
        assertThat(alive(group)).contains("store-upkeep", "slow-clients", "availability", "smtp-alarm");

        Thread ending = new Thread(group, context::close, "ending");
        ending.start();
        ending.join();

        await().atMost(IDLE).untilAsserted(() -> assertThat(alive(group)).isEmpty());
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(PasserelleApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--passerelle.data-dir=" + folder,
                        "--passerelle.mail.smtp-port=" + freePort(),
                        "--passerelle.metrics.enabled=true",
                        "--passerelle.metrics.port=0");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    private static List<String> alive(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 100];
        group.enumerate(threads);
        return Stream.of(threads)
                .filter(Objects::nonNull)
                .map(Thread::getName)
                .filter(name -> !SHARED.matcher(name).matches())
                .toList();
    }
}
