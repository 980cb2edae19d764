package org.passerelle.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.availability.index.Indexes;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.availability.query.MeetingTimeQuery.Order;

/** How soon a common time is found, how that grows, and what the dearest questions cost. Run by {@link Benchmarks}. */
public final class PlannerProcess {

    private static final int MONTHS = 24;

    /** Of about 6,000 open hours in that time, so every third is booked. */
    private static final int BOOKINGS_A_ROOM = 2_000;

    private static final List<String> HEAD =
            List.of("question", "p50", "p99", "processor p50", "p99", "max", "slots", "none", "samples");

    private final Report report;
    private final boolean isTrial;

    private PlannerProcess(Report report, boolean isTrial) {
        this.report = report;
        this.isTrial = isTrial;
    }

    /** @param args the file for results, and whether this is a mere trial */
    public static void main(String[] args) {
        var process = new PlannerProcess(new Report(Path.of(args[0]), System.out), Boolean.parseBoolean(args[1]));
        process.usual();
        process.growth();
        process.dearest();
    }

    private CommonTimes network(int sites, int roomsASite, int bookingsARoom) {
        MadeNetwork network = made(sites, roomsASite, bookingsARoom);
        return new CommonTimes(network, Indexes.of(network, network, MadeNetwork.CLOCK));
    }

    private MadeNetwork made(int sites, int roomsASite, int bookingsARoom) {
        int bookings = isTrial ? bookingsARoom / 10 : bookingsARoom;
        return MadeNetwork.of(new MadeNetwork.Size(sites * roomsASite, sites, bookings, MONTHS));
    }

    private void usual() {
        CommonTimes times = network(8, 50, BOOKINGS_A_ROOM);
        CommonTimes busy = network(8, 50, BOOKINGS_A_ROOM * 11 / 4);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("first 10", times, asked(8, 90)));
        rows.add(row("first 10, nine rooms of ten taken", busy, asked(8, 90)));
        rows.add(row("best 10", times, asked(8, 90).by(Order.SCORE)));
        rows.add(row("first 10, of one kind", times, asked(8, 90).ofOneKind()));
        rows.add(row("first 10 of six weekly dates", times, asked(8, 90).every("FREQ=WEEKLY;COUNT=6")));
        report.table("Common time of 8 sites with 50 rooms each, in 4 zones, 90 days ahead (milliseconds)", HEAD, rows);
    }

    private static CommonTimes.Asked asked(int parties, int days) {
        return new CommonTimes.Asked(parties, Duration.ofDays(days), Order.START, false, "");
    }

    private void growth() {
        CommonTimes many = network(32, 50, BOOKINGS_A_ROOM);
        report.table(
                "The best 10, by the number of parties (50 rooms a site, 90 days)",
                HEAD,
                Stream.of(2, 4, 8, 16, 32)
                        .map(parties -> row(
                                parties + " parties", many, asked(parties, 90).by(Order.SCORE)))
                        .toList());
        report.table(
                "The best 10, by the length of the window (8 parties, 50 rooms a site)",
                HEAD,
                Stream.of(7, 30, 90, 365, 800)
                        .map(days -> row(days + " days", many, asked(8, days).by(Order.SCORE)))
                        .toList());
        report.table(
                "The best 10, by the rooms of a site (8 parties, 90 days)",
                HEAD,
                Stream.of(10, 25, 50, 100, 200)
                        .map(rooms -> row(
                                rooms + " rooms a site",
                                network(8, rooms, BOOKINGS_A_ROOM),
                                asked(8, 90).by(Order.SCORE)))
                        .toList());
    }

    /** Everything that can be asked for at once, where little is free: each question ends within its bounds. */
    private void dearest() {
        int rooms = isTrial ? 20 : 200;
        List<List<String>> rows = new ArrayList<>();
        MadeNetwork network = made(50, rooms, 200);
        FreeTimes index = Indexes.of(network, network, MadeNetwork.CLOCK);
        CommonTimes full = new CommonTimes(network, new NearlyFull(index));
        CommonTimes.Asked everything = asked(50, 800).by(Order.SCORE);
        rows.add(row("best 10", full, everything));
        rows.add(row("best 10, of one kind", full, everything.ofOneKind()));
        rows.add(row("daily for two years", full, everything.every("FREQ=DAILY;COUNT=700")));
        rows.add(row("all at one site", full, everything.atOneSite()));
        report.table(
                "The dearest questions: 50 parties, 800 days, %,d rooms (milliseconds)".formatted(50 * rooms),
                HEAD,
                rows);
    }

    private List<String> row(String name, CommonTimes times, CommonTimes.Asked asked) {
        CommonTimes.Outcome outcome = times.timed(asked, isTrial ? Duration.ofMillis(300) : Duration.ofSeconds(2));
        Latencies all = outcome.latencies();
        Latencies processor = outcome.processor();
        return List.of(
                name,
                AvailabilityProcess.millis(all.percentile(50)),
                AvailabilityProcess.millis(all.percentile(99)),
                AvailabilityProcess.millis(processor.percentile(50)),
                AvailabilityProcess.millis(processor.percentile(99)),
                AvailabilityProcess.millis(processor.max()),
                Long.toString(outcome.slots()),
                Long.toString(outcome.none()),
                Integer.toString(all.count()));
    }
}
