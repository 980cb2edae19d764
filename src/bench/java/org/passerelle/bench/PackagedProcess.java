package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs the jar on a data folder. Nothing of it outlives the bench. */
final class PackagedProcess implements AutoCloseable {

    private static final int PAUSE_MILLIS = 10;
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final URI address;
    private final double secondsToStart;

    private PackagedProcess(Process process, URI address, double secondsToStart) {
        this.process = process;
        this.address = address;
        this.secondsToStart = secondsToStart;
    }

    /**
     * Returns once its health is UP.
     *
     * @param heap an option of the JVM, or any other word for the default
     */
    static PackagedProcess start(Path jar, Path folder, String heap) {
        try {
            int port = freePort();
            URI address = URI.create("http://127.0.0.1:" + port);
            long begin = System.nanoTime();
            Process process = start(jar, folder, heap, port);
            try {
                awaitHealth(process, address);
            } catch (IllegalStateException e) {
                process.destroyForcibly();
                throw e;
            }
            return new PackagedProcess(process, address, (System.nanoTime() - begin) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path jar, Path folder, String heap, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (heap.startsWith("-")) {
            command.add(heap);
        }
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("jar.log").toFile());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("PASSERELLE_DATA_DIR", folder.toString());
        builder.environment().put("PASSERELLE_MAIL_SMTP_PORT", "0");
        Process process = builder.start();
        // Even when the bench is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static void awaitHealth(Process process, URI address) throws InterruptedException {
        ApiClient client = new ApiClient(address, Program.basic(Program.LOUIS));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The jar ended with " + process.exitValue());
            }
            try {
                HttpResponse<String> health = client.get("/actuator/health");
                if (health.statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // Nobody listens yet.
            }
        }
        throw new IllegalStateException("The jar did not start");
    }

    double secondsToStart() {
        return secondsToStart;
    }

    ApiClient clientOf(String email) {
        return new ApiClient(address, Program.basic(email));
    }

    /** What Linux says of the process; elsewhere nothing is said. */
    String resident() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            if (!Files.exists(status)) {
                return "not known";
            }
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("not known");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A peaceful end (SIGTERM). */
    void stop() {
        process.destroy();
        if (!hasEnded(30)) {
            kill();
        }
    }

    /** A violent one (SIGKILL). */
    void kill() {
        process.destroyForcibly();
        hasEnded(PATIENCE_SECONDS);
    }

    private boolean hasEnded(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
