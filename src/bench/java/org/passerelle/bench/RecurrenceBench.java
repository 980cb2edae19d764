package org.passerelle.bench;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.passerelle.time.Recurrence;

/** The dates of a rule. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RecurrenceBench {

    private static final int MOST = 750;

    private final ZoneId paris = ZoneId.of("Europe/Paris");
    private final Recurrence weekly = Recurrence.parse("FREQ=WEEKLY;COUNT=52");
    private final Recurrence lastFriday = Recurrence.parse("FREQ=MONTHLY;BYDAY=-1FR;COUNT=24");
    private final LocalDateTime tuesday = LocalDateTime.parse("2026-04-07T09:00");
    private final LocalDateTime friday = LocalDateTime.parse("2026-04-24T09:00");

    @Benchmark
    public List<Recurrence.Start> weekly52() {
        return weekly.first(MOST, tuesday, paris);
    }

    @Benchmark
    public List<Recurrence.Start> lastFriday24() {
        return lastFriday.first(MOST, friday, paris);
    }
}
