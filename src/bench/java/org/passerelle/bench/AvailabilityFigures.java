package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** What the availability engine answers how fast, in processes of their own with a heap that is large enough. */
final class AvailabilityFigures {

    private static final String HEAP_OF_JMH = "-Xmx4g";
    private static final String HEAP = "-Xmx8g";
    private static final int MOST_MINUTES = 12;

    private final Effort effort;
    private final Path folder;

    AvailabilityFigures(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
    }

    void measure(Report report) {
        sample(report);
        report.paragraph(inProcessOfItsOwn());
    }

    private void sample(Report report) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(FreeRoomsFigures.class.getName())
                .forks(1)
                .jvmArgsAppend(HEAP_OF_JMH)
                .warmupIterations(effort.iterations())
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT);
        if (effort == Effort.QUICK) {
            options = options.param("rooms", "100").param("bookingsARoom", "200");
        }
        List<List<String>> rows = new ArrayList<>();
        try {
            for (RunResult each : new Runner(options.build()).run()) {
                Statistics times = each.getPrimaryResult().getStatistics();
                rows.add(List.of(
                        each.getParams().getBenchmark().replaceAll(".*\\.", ""),
                        each.getParams().getParam("rooms"),
                        each.getParams().getParam("bookingsARoom"),
                        Report.number(times.getPercentile(50)),
                        Report.number(times.getPercentile(99)),
                        Report.number(times.getPercentile(99.9)),
                        Long.toString(times.getN())));
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH failed", e);
        }
        report.table(
                "Free rooms for an hour, one thread (JMH, sampled, microseconds)",
                List.of("what", "rooms", "bookings a room", "p50", "p99", "p99.9", "samples"),
                rows);
    }

    /** Returns what the other process reports. */
    private String inProcessOfItsOwn() {
        Path results = folder.resolve("availability.md");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-classpath",
                ManagementFactory.getRuntimeMXBean().getClassPath(),
                AvailabilityProcess.class.getName(),
                results.toString(),
                Boolean.toString(effort == Effort.QUICK));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("availability.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Not done after " + MOST_MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("Ended with " + process.exitValue() + ", see availability.log");
            }
            return Files.readString(results).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
