package org.passerelle.calendar.write;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.passerelle.booking.model.Booking;
import org.passerelle.calendar.CalendarBookings;

/** Bookings as iCalendar. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CalendarBench {

    private final BookingCalendar calendar = new BookingCalendar(
            CalendarBookings::directory,
            new EventRendering.Factory(CalendarBookings.accounts(), (booking, who) -> Optional.empty()));
    private final Booking series =
            CalendarBookings.series("Europe/Paris", "2026-04-07T09:00", Duration.ofHours(1), "FREQ=WEEKLY;COUNT=52");

    @Benchmark
    public byte[] writeSeriesOf52() {
        return calendar.write(series, CalendarBookings.CAMILLE, Locale.FRENCH);
    }
}
