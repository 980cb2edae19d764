package org.passerelle.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.passerelle.MutableClock;
import org.passerelle.TestClient;

/** The packaged program in a process of its own, made to be killed. It believes that today is {@link MutableClock#TODAY}. */
public final class KilledServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final Path log;
    private final TestClient client;

    private KilledServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.client = TestClient.of(URI.create("http://127.0.0.1:" + port));
    }

    /** Starts on the data in {@code folder} and waits until requests are served. */
    public static KilledServer start(Path folder) {
        return start(folder, Map.of());
    }

    /** @param settings more environment variables, or others than usual */
    public static KilledServer start(Path folder, Map<String, String> settings) {
        return start(folder, settings, PackagedProgram.command());
    }

    /** @param command what starts the program */
    public static KilledServer start(Path folder, Map<String, String> settings, List<String> command) {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SPRING_PROFILES_ACTIVE", "demo");
        builder.environment().put("PASSERELLE_DATA_DIR", folder.resolve("data").toString());
        builder.environment().put("PASSERELLE_MAIL_SMTP_PORT", "0");
        builder.environment()
                .put(
                        "PASSERELLE_CLOCK_OFFSET",
                        Duration.between(Instant.now(), MutableClock.TODAY).toString());
        builder.environment().remove("SPRING_MONGODB_URI");
        builder.environment().putAll(settings);
        Path log = folder.resolve("server.log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        KilledServer server = new KilledServer(start(builder), port, log);
        boolean up = false;
        try {
            server.awaitHealth();
            up = true;
            return server;
        } finally {
            if (!up) {
                server.close();
            }
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealth() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("The server ended by itself, with " + process.exitValue());
            }
            try {
                return client.get("/actuator/health").statusCode() == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        });
    }

    public TestClient client() {
        return client;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** What the program says. */
    public Path log() {
        return log;
    }

    /** SIGKILL: no goodbye, no flush. Waits until the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, as administrators end it. */
    public void endInPeace() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
