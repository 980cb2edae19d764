package org.passerelle.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.booking.refusal.BookingDecision;
import org.passerelle.calendar.CalendarBookings;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/** What is computed to make a booking, between its request and its write. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BookingBench {

    private final Directory directory = CalendarBookings.directory();
    private final Booking single = CalendarBookings.single("Europe/Paris", "2026-04-07T09:00", Duration.ofHours(1));
    private final Booking series =
            CalendarBookings.series("Europe/Paris", "2026-04-07T09:00", Duration.ofHours(1), "FREQ=WEEKLY;COUNT=52");
    private final Proposal oneRoom = proposal(single);
    private final Proposal oneRoomOn52Dates = proposal(series);

    private Proposal proposal(Booking booking) {
        Room seine = directory.room(CalendarBookings.SEINE).orElseThrow();
        List<Proposal.Date> dates = booking.occurrences().stream()
                .map(date -> new Proposal.Date(date.recurrenceId(), date.time(), List.of(seine)))
                .toList();
        return new Proposal(CalendarBookings.CAMILLE, booking.content(), dates, directory, CalendarBookings.TODAY);
    }

    @Benchmark
    public long[] claimsOfSingle() {
        return single.claims();
    }

    @Benchmark
    public long[] claimsOfSeriesOf52() {
        return series.claims();
    }

    @Benchmark
    public BookingDecision decideSingle() {
        return BookingPolicy.decide(oneRoom);
    }

    @Benchmark
    public BookingDecision decideSeriesOf52() {
        return BookingPolicy.decide(oneRoomOn52Dates);
    }
}
