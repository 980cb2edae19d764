package org.passerelle.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The work of the processor alone, measured by JMH in a process of its own. */
final class MicroBenches {

    private final Effort effort;

    MicroBenches(Effort effort) {
        this.effort = effort;
    }

    void measure(Path json, Report report) {
        Options options = new OptionsBuilder()
                .include("org\\.passerelle\\..*Bench\\..*")
                .forks(1)
                .warmupIterations(effort.iterations())
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .result(json.toString())
                .resultFormat(ResultFormatType.JSON)
                .build();
        List<List<String>> rows = new ArrayList<>();
        try {
            for (RunResult each : new Runner(options).run()) {
                Result<?> result = each.getPrimaryResult();
                String name = each.getParams().getBenchmark().replaceAll(".*\\.(\\w+)\\.", "$1.");
                rows.add(List.of(name, Report.number(result.getScore()), result.getScoreUnit()));
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH failed", e);
        }
        report.table(
                "In process (JMH, 1 fork, " + effort.iterations() + " iterations of 1 s after as many to warm up)",
                List.of("what", "average", "unit"),
                rows);
    }
}
