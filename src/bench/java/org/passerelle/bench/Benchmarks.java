package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Measures everything and writes {@code results.md} and {@code jmh.json}. */
public final class Benchmarks {

    private static final List<String> PARTS = List.of(
            "lines",
            "micro",
            "availability",
            "planner",
            "imports",
            "joins",
            "pages",
            "filled",
            "rates",
            "follow",
            "live",
            "browser",
            "stored",
            "hostile",
            "feeds",
            "jar",
            "load");
    private static final List<String> IN_ONE_FOLDER = List.of("planner", "stored", "hostile", "feeds", "jar", "load");

    private final Effort effort;
    private final Set<String> parts;
    private final Path folder;
    private final Report report;

    private Benchmarks(Effort effort, Set<String> parts, Path folder) {
        this.effort = effort;
        this.parts = parts;
        this.folder = folder;
        this.report = new Report(folder.resolve("results.md"), System.out);
    }

    /**
     * Reads the system properties {@code bench.folder} (where results go), {@code bench.jar}, {@code bench.quick} (true
     * for a mere trial), {@code bench.parts} (comma-separated; empty for all) and {@code bench.minutes} (of the part load).
     */
    @SuppressWarnings("CatchAndPrintStackTrace") // whoever runs it reads it there
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(System.getProperty("bench.folder", "target/bench"));
        Files.createDirectories(folder);
        String parts = System.getProperty("bench.parts", "");
        Effort effort = (Boolean.getBoolean("bench.quick") ? Effort.QUICK : Effort.FULL)
                .withLoad(System.getProperty("bench.minutes", ""));
        Benchmarks benchmarks =
                new Benchmarks(effort, Set.copyOf(parts.isBlank() ? PARTS : List.of(parts.split(","))), folder);
        int outcome = 1;
        try {
            benchmarks.measure(Path.of(System.getProperty("bench.jar", "target/passerelle.jar")));
            outcome = 0;
        } catch (RuntimeException e) {
            e.printStackTrace();
        } finally {
            // The HTTP client's threads and the driver's are of no use any more, nor a program's after a failure.
            System.exit(outcome);
        }
    }

    private void measure(Path jar) throws IOException {
        long begin = System.nanoTime();
        report.paragraph("# Figures of " + Instant.now() + (effort.isQuick() ? " (a quick trial)" : ""));
        report.paragraph(machine());
        if (parts.contains("lines")) {
            StoreLines.report(report);
        }
        if (parts.contains("micro")) {
            new MicroBenches(effort).measure(folder.resolve("jmh.json"), report);
        }
        if (parts.contains("availability")) {
            new AvailabilityFigures(effort, folder).measure(report);
        }
        if (parts.contains("planner")) {
            report.paragraph(OwnProcess.results(PlannerProcess.class, folder, "planner", effort));
        }
        if (parts.contains("imports")) {
            new ImportSpeed(folder).measure(report);
        }
        if (parts.contains("joins")) {
            new Joins(effort, folder).measure(report);
        }
        if (parts.contains("pages")) {
            new Pages(effort, folder).measure(report);
        }
        if (parts.contains("live")) {
            new LiveWatchers(folder).measure(report);
        }
        if (parts.contains("browser")) {
            new BrowserFigures(effort, folder).measure(report);
        }
        if (parts.contains("filled")) {
            new FilledStore(effort, folder).measure(report);
        }
        if (parts.contains("rates")) {
            BookingRates.measure(effort, folder, report);
        }
        if (parts.contains("follow")) {
            FollowUps.measure(effort, folder, report);
        }
        if (!Collections.disjoint(parts, IN_ONE_FOLDER)) {
            Path data = Files.createTempDirectory(folder, "data-");
            try {
                new OneFolder(effort, parts, data, jar).measure(report);
            } finally {
                delete(data);
            }
        }
        report.paragraph("Took %d s; %s at the end."
                .formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds(), loadAverage()));
    }

    private static String machine() throws IOException {
        Path memory = Path.of("/proc/meminfo");
        String megabytes = Files.exists(memory)
                ? Long.parseLong(Files.readAllLines(memory).get(0).replaceAll("\\D", "")) / 1024 + " MB"
                : "unknown";
        return "%d processors, memory %s, %s %s on %s; %s at the beginning."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        megabytes,
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        loadAverage());
    }

    private static String loadAverage() {
        return "load average "
                + Report.number(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
