package org.passerelle.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private final Effort effort;
    private final Path folder;

    AvailabilityFigures(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
    }

    void measure(Report report) {
        sample(report);
        report.paragraph(OwnProcess.results(AvailabilityProcess.class, folder, "availability", effort));
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
        if (effort.isQuick()) {
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
}
