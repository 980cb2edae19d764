package org.passerelle.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.backup.BackupRun;
import org.passerelle.backup.BackupRuns;

/** How old the newest backup is that was restored and found good: what to be woken by, whatever the reason is that there is no newer one. */
final class BackupMetrics {

    /** Of the newest good one, and of the newest that was tried. */
    private record Known(Optional<BackupRun> good, Optional<BackupRun> newest) {}

    BackupMetrics(MeterRegistry registry, BackupRuns runs, Clock clock) {
        Remembered<Known> known = new Remembered<>(() -> new Known(runs.newestChecked(), runs.newest()));
        Gauge.builder(
                        "passerelle.backup.age",
                        () -> known.figure(all -> all.good()
                                .map(run -> seconds(run.begun(), clock))
                                .orElse(Double.NaN)))
                .description(
                        "How long ago the newest backup was made that was restored and found good; not a number if there is none")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "passerelle.backup.failed",
                        () -> known.figure(all -> all.newest()
                                        .flatMap(run -> run.faultAt(clock.instant()))
                                        .isPresent()
                                ? 1
                                : 0))
                .description("1 if the backup of the last night failed")
                .register(registry);
    }

    private static double seconds(Instant since, Clock clock) {
        return Duration.between(since, clock.instant()).toSeconds();
    }
}
