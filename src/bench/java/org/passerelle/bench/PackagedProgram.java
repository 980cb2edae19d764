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

/** The jar as people run it, in a process of its own on a data folder that is full already. */
final class PackagedProgram {

    private static final int STARTS = 3;
    private static final int READS = 300;
    private static final int PAUSE_MILLIS = 10;
    private static final int PATIENCE_SECONDS = 120;

    private final Path jar;
    private final Path folder;
    private final List<String> reads;
    private final List<String> own;

    /**
     * @param reads paths that Louis reads once it runs
     * @param own ids of bookings that Louis changes before it is killed
     */
    PackagedProgram(Path jar, Path folder, List<String> reads, List<String> own) {
        this.jar = jar;
        this.folder = folder;
        this.reads = reads;
        this.own = own;
    }

    void measure(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            rows.add(run("default", PackagedProgram::stop));
        }
        rows.add(runIfItCan("-Xmx512m"));
        run("default", this::changeAndKill);
        rows.add(named("after kill -9", run("default", this::changeAndKill)));
        rows.add(named("after kill -9, -Xmx512m", run("-Xmx512m", PackagedProgram::stop)));
        report.table(
                "Start of the jar with that data",
                List.of("heap", "until health is UP", "resident then", "resident after %d reads".formatted(READS)),
                rows);
    }

    /** A heap may be too small; that is a finding too. */
    private List<String> runIfItCan(String heap) {
        try {
            return run(heap, PackagedProgram::stop);
        } catch (IllegalStateException ended) {
            return List.of(heap, String.valueOf(ended.getMessage()), "", "");
        }
    }

    private static List<String> named(String name, List<String> row) {
        List<String> renamed = new ArrayList<>(row);
        renamed.set(0, name);
        return renamed;
    }

    /** How a process comes to its end. */
    private interface Ending {

        void end(Process process, ApiClient louis) throws InterruptedException;
    }

    private void changeAndKill(Process process, ApiClient louis) throws InterruptedException {
        own.forEach(id -> ApiClient.expect(
                200, louis.patch("/api/v1/bookings/" + id, "{\"title\":\"Réunion " + System.nanoTime() + "\"}")));
        process.destroyForcibly().waitFor();
    }

    private List<String> run(String heap, Ending ending) {
        try {
            int port = freePort();
            long begin = System.nanoTime();
            Process process = start(heap, port);
            ApiClient louis = new ApiClient(URI.create("http://127.0.0.1:" + port), Program.basic(Program.LOUIS));
            try {
                awaitHealth(process, louis);
                double seconds = (System.nanoTime() - begin) / 1e9;
                String atFirst = resident(process);
                ApiClient withToken = louis.withToken();
                for (int i = 0; i < READS; i++) {
                    ApiClient.expect(200, withToken.get(reads.get(i % reads.size())));
                }
                String later = resident(process);
                ending.end(process, withToken);
                return List.of(heap, "%s s".formatted(Report.number(seconds)), atFirst, later);
            } finally {
                process.destroyForcibly();
            }
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

    private Process start(String heap, int port) throws IOException {
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
        // Nothing outlives the bench, even when it is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static void awaitHealth(Process process, ApiClient client) throws InterruptedException {
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

    /** What Linux says of the process; elsewhere nothing is said. */
    private static String resident(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return "not known";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("not known");
    }

    private static void stop(Process process, ApiClient louis) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
