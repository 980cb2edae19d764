package org.passerelle.bench;

import java.io.File;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The memory of the jar while eight clients book, look and cancel for long. They do it at a pace that a slow store can keep
 * as well as a fast one, so that all are asked for the same and what is stored at the end is the same.
 */
final class LongLoad {

    private static final int CLIENTS = 8;

    /** In which each client makes a booking, reads it and a busy day, and cancels it. */
    private static final Duration ROUND = Duration.ofMillis(400);

    private final Duration length;
    private final Path jar;
    private final Path folder;
    private final Cycle<FreeHours.Hour> hours;
    private final Cycle<String> reads;

    /**
     * @param length of the load
     * @param folder of data, full already
     * @param hours that are free there; they are freed again by whoever booked them
     * @param reads paths that Louis may read
     */
    LongLoad(Duration length, Path jar, Path folder, FreeHours hours, List<String> reads) {
        this.length = length;
        this.jar = jar;
        this.folder = folder;
        this.hours = new Cycle<>(hours.left());
        this.reads = new Cycle<>(reads);
    }

    void measure(Report report) {
        List<List<String>> rows = new ArrayList<>();
        try (PackagedProcess process = PackagedProcess.start(jar, folder, "default")) {
            ApiClient louis = process.clientOf(Program.LOUIS).withToken();
            Duration passed = Duration.ZERO;
            rows.add(row(passed, process.resident(), ""));
            for (Duration step : steps()) {
                Latencies rounds = Load.run(CLIENTS, step, () -> round(louis));
                passed = passed.plus(step);
                rows.add(row(passed, process.resident(), Report.number(rounds.perSecond())));
            }
            process.stop();
        }
        report.table(
                "Memory of the jar under load: %d clients, each round a booking, two reads and a cancellation"
                        .formatted(CLIENTS),
                List.of("minutes", "resident", "database on disk", "rounds/s (at most 20)"),
                rows);
    }

    /** The first minutes one by one, then ever longer. */
    private List<Duration> steps() {
        List<Duration> steps = new ArrayList<>();
        Duration left = length;
        Duration step = Duration.ofMinutes(1);
        while (left.compareTo(Duration.ZERO) > 0) {
            Duration next = left.compareTo(step) < 0 ? left : step;
            steps.add(next);
            left = left.minus(next);
            step = Duration.ofMinutes(steps.size() < 5 ? 1 : steps.size() < 10 ? 5 : 10);
        }
        return steps;
    }

    private void round(ApiClient louis) {
        long begin = System.nanoTime();
        String id = book(louis);
        ApiClient.expect(200, louis.get("/api/v1/bookings/" + id));
        ApiClient.expect(200, louis.get(reads.next()));
        ApiClient.expect(204, louis.delete("/api/v1/bookings/" + id));
        LockSupport.parkNanos(begin + ROUND.toNanos() - System.nanoTime());
    }

    /** Other parts of the bench have taken some of the hours. */
    private String book(ApiClient louis) {
        HttpResponse<String> answer = louis.post("/api/v1/bookings", MadeBookings.request(hours.next()));
        while (answer.statusCode() == 409) {
            answer = louis.post("/api/v1/bookings", MadeBookings.request(hours.next()));
        }
        return ApiClient.json(ApiClient.expect(201, answer)).get("id").asString();
    }

    private List<String> row(Duration passed, String resident, String rate) {
        long megabytes = length(folder.resolve("db").toFile()) / (1024 * 1024);
        return List.of(Report.number(passed.toSeconds() / 60.0), resident, megabytes + " MB", rate);
    }

    /** Files may come and go meanwhile. */
    private static long length(File file) {
        File[] inside = file.listFiles();
        return inside == null
                ? file.length()
                : Stream.of(inside).mapToLong(LongLoad::length).sum();
    }
}
