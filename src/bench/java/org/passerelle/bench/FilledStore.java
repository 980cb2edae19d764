package org.passerelle.bench;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.passerelle.booking.store.mongo.StoredForm;

/**
 * Bookings over HTTP on an empty store and on one that is full, by two programs in this process in turn, so that what else
 * the machine does meets both. A third one warms up what they share and is gone before.
 */
final class FilledStore {

    private static final int[] CLIENTS = {8, 1};

    private final Effort effort;
    private final Path folder;

    FilledStore(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
    }

    /** One of the two programs, and what it has reached so far. */
    private record Side(
            String name, FreeHours hours, ApiClient nadia, MongoCollection<Document> stored, List<Latencies> rounds) {

        Side(String name, Program program, FreeHours hours) {
            this(
                    name,
                    hours,
                    program.clientOf(Program.NADIA),
                    program.store().getCollection(StoredForm.COLLECTION),
                    new ArrayList<>());
        }

        void book() {
            nadia.create("/api/v1/bookings", MadeBookings.request(hours.next()));
        }
    }

    void measure(Report report) throws IOException {
        Path warm = Files.createTempDirectory(folder, "warm-");
        Path empty = Files.createTempDirectory(folder, "empty-");
        Path full = Files.createTempDirectory(folder, "full-");
        try {
            FreeHours hours = warmUp(warm);
            FreeHours more = hours.again();
            fill(full, more, report);
            try (Program one = Program.start(empty);
                    Program other = Program.start(full)) {
                Side filled = new Side("with %,d".formatted(effort.stored()), other, more);
                measure(new Side("empty at first", one, hours.again()), filled, report);
            }
        } finally {
            Benchmarks.delete(warm);
            Benchmarks.delete(empty);
            Benchmarks.delete(full);
        }
    }

    private FreeHours warmUp(Path data) {
        try (Program program = Program.start(data)) {
            FreeHours hours = FreeHours.of(program.directory(), program.person(Program.LOUIS), Instant.now());
            Load.run(8, effort.warmUp(), new Side("warm", program, hours)::book);
            return hours;
        }
    }

    /** Past the program, which must be started anew to know them. */
    private void fill(Path data, FreeHours hours, Report report) {
        try (Program program = Program.start(data)) {
            new StoredBookings(effort, program, hours, new ArrayList<>()).fill(report);
        }
    }

    private void measure(Side empty, Side full, Report report) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> ratios = new ArrayList<>();
        for (int clients : CLIENTS) {
            List<Side> sides = List.of(empty, full);
            sides.forEach(side -> Load.run(clients, effort.phase(), side::book));
            long[] before = sides.stream()
                    .mapToLong(side -> side.stored().countDocuments())
                    .toArray();
            for (int round = 0; round < effort.rounds(); round++) {
                sides.forEach(side -> side.rounds().add(Load.run(clients, effort.phase(), side::book)));
            }
            for (int i = 0; i < sides.size(); i++) {
                rows.add(row(clients, sides.get(i), before[i]));
            }
            ratios.add(List.of(
                    Integer.toString(clients),
                    Report.number(RateTurns.medianRate(full.rounds()) / RateTurns.medianRate(empty.rounds())),
                    Report.number(spread(full))));
            sides.forEach(side -> side.rounds().clear());
        }
        report.table(
                "Bookings of an hour over HTTP, on an empty store and on a full one",
                List.of("store", "clients", "bookings stored", "a second (min-max)", "p50/p95/p99 ms", "processor ms"),
                rows);
        report.table(
                "Their ratios",
                List.of("clients", "rate full / empty (goal 0.9)", "full: p95 / median (goal 2)"),
                ratios);
    }

    private static List<String> row(int clients, Side side, long before) {
        return List.of(
                side.name(),
                Integer.toString(clients),
                "%,d to %,d".formatted(before, side.stored().countDocuments()),
                RateTurns.rates(side.rounds()),
                RateTurns.percentiles(side.rounds()),
                Report.number(Latencies.all(side.rounds()).processorMillis()));
    }

    private static double spread(Side side) {
        Latencies all = Latencies.all(side.rounds());
        return all.percentile(95) / all.percentile(50);
    }
}
