package org.passerelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.availability.index.Indexes;
import org.passerelle.availability.query.FreeTimes;

/** How building, memory and answers grow, and what the plain alternatives take. Run by {@link AvailabilityFigures}. */
public final class AvailabilityProcess {

    private static final int MONTHS = 24;
    private static final List<String> HEAD =
            List.of("rooms", "bookings", "months", "build s", "memory MB", "find p50", "p99", "max", "look p50", "p99");

    private final Report report;
    private final boolean isTrial;

    private AvailabilityProcess(Report report, boolean isTrial) {
        this.report = report;
        this.isTrial = isTrial;
    }

    /** @param args the file for results, and whether this is a mere trial */
    public static void main(String[] args) throws IOException {
        AvailabilityProcess process =
                new AvailabilityProcess(new Report(Path.of(args[0]), System.out), Boolean.parseBoolean(args[1]));
        process.sizes();
        process.growth();
        Path data = Files.createTempDirectory(Path.of(args[0]).toAbsolutePath().getParent(), "occurrences-");
        try {
            new PlainAlternatives(process.report, process.isTrial).measure(data);
        } finally {
            Benchmarks.delete(data);
        }
        // Threads of the database's driver are of no use any more.
        System.exit(0);
    }

    private MadeNetwork.Size size(int rooms, int bookingsARoom, int months) {
        MadeNetwork.Size size = new MadeNetwork.Size(rooms, 100, bookingsARoom, months);
        return isTrial ? size.trial() : size;
    }

    private void sizes() {
        row(size(1_000, 500, MONTHS)); // to warm up
        report.table(
                "The index of a whole network (milliseconds; memory after a full collection of garbage)",
                HEAD,
                Stream.of(size(1_000, 2_000, MONTHS), size(10_000, 500, MONTHS))
                        .map(this::row)
                        .toList());
    }

    private void growth() {
        report.table(
                "Growth with rooms",
                HEAD,
                Stream.of(125, 250, 500, 1_000, 2_000)
                        .map(rooms -> row(size(rooms, 1_000, MONTHS)))
                        .toList());
        report.table(
                "Growth with the horizon, equally busy",
                HEAD,
                Stream.of(3, 6, 12, 24)
                        .map(months -> row(size(1_000, 2_000 * months / MONTHS, months)))
                        .toList());
    }

    private List<String> row(MadeNetwork.Size size) {
        MadeNetwork network = MadeNetwork.of(size);
        long before = usedBytes();
        long begin = System.nanoTime();
        FreeTimes free = Indexes.of(network, network, MadeNetwork.CLOCK);
        double seconds = (System.nanoTime() - begin) / 1e9;
        RoomQuestions questions = new RoomQuestions(network, free);
        questions.timedFinds(10);
        long used = usedBytes() - before;
        int calls = isTrial ? 200 : 5_000;
        Latencies finds = questions.timedFinds(calls);
        Latencies looks = questions.timedScans(calls);
        List<String> row = new ArrayList<>(List.of(
                grouped(size.rooms()),
                grouped(size.bookings()),
                Integer.toString(size.months()),
                Report.number(seconds),
                grouped(used >> 20)));
        row.addAll(List.of(
                millis(finds.percentile(50)),
                millis(finds.percentile(99)),
                millis(finds.max()),
                millis(looks.percentile(50)),
                millis(looks.percentile(99))));
        return row;
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 1 ? "%.3f" : "%.1f", millis);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
