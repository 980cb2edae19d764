package org.passerelle.booking.store.mongo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.CalendarBookings;

/** Between a booking and the document it is stored as. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DocumentBench {

    private final Booking single = CalendarBookings.single("Europe/Paris", "2026-04-07T09:00", Duration.ofHours(1));
    private final Booking series =
            CalendarBookings.series("Europe/Paris", "2026-04-07T09:00", Duration.ofHours(1), "FREQ=WEEKLY;COUNT=52");
    private final Document storedSingle = StoredForm.of(single);
    private final Document storedSeries = StoredForm.of(series);

    @Benchmark
    public Document writeSingle() {
        return StoredForm.of(single);
    }

    @Benchmark
    public Document writeSeriesOf52() {
        return StoredForm.of(series);
    }

    @Benchmark
    public Booking readSingle() {
        return StoredForm.read(storedSingle);
    }

    @Benchmark
    public Booking readSeriesOf52() {
        return StoredForm.read(storedSeries);
    }
}
