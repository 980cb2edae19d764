package org.passerelle.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.passerelle.availability.index.Indexes;
import org.passerelle.availability.query.FreeTimes;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/** The same question, which rooms nobody has booked for an hour, asked in plainer ways of the same bookings. */
final class PlainAlternatives {

    private static final List<String> HEAD = List.of("way", "calls", "p50 ms", "p99 ms", "times the index");

    private final Report report;
    private final boolean isTrial;

    PlainAlternatives(Report report, boolean isTrial) {
        this.report = report;
        this.isTrial = isTrial;
    }

    void measure(Path data) {
        listsBesideTheIndex();
        List<List<String>> builds = new ArrayList<>();
        // As many dates, once each in a document of its own and once in long series.
        stored(100_000, 1, data.resolve("small"), builds);
        stored(1_000_000, 25, data.resolve("large"), builds);
        report.table(
                "Building the index at start from the embedded store (seconds)",
                List.of(
                        "dates",
                        "documents",
                        "reading for the memory of the store",
                        "index out of that",
                        "index read by itself"),
                builds);
    }

    private void listsBesideTheIndex() {
        MadeNetwork network = MadeNetwork.of(size(2_000_000));
        FreeTimes free = Indexes.of(network, network, MadeNetwork.CLOCK);
        RoomQuestions questions = new RoomQuestions(network, free);
        IntervalLists lists = new IntervalLists(network);
        List<Interval> hours = questions.hours(isTrial ? 50 : 400);
        Comparison comparison = new Comparison(hours, questions::unbooked);
        comparison.add("list of each room, looked through", hours, lists::looking);
        comparison.add("list of each room, sorted and halved", hours, lists::searching);
        report.table(
                "Lists in memory: %,d rooms, %,d bookings"
                        .formatted(network.size().rooms(), network.size().bookings()),
                HEAD,
                comparison.rows);
    }

    private MadeNetwork.Size size(int dates) {
        MadeNetwork.Size size = new MadeNetwork.Size(1_000, 100, dates / 1_000, 24);
        return isTrial ? size.trial() : size;
    }

    private void stored(int dates, int datesADocument, Path folder, List<List<String>> builds) {
        MadeNetwork network = MadeNetwork.of(size(dates));
        boolean isIndexed = datesADocument == 1;
        try (StoredOccurrences stored = StoredOccurrences.of(network, datesADocument, isIndexed, folder)) {
            long begin = System.nanoTime();
            Wired alone = MongoBookingsWiring.wiredOver(stored.store().template());
            long read = System.nanoTime();
            FreeTimes free = Indexes.of(alone.occupancy(), network, MadeNetwork.CLOCK);
            long built = System.nanoTime();
            Indexes.of(
                    MongoBookingsWiring.wiredSharedOver(stored.store().template())
                            .occupancy(),
                    network,
                    MadeNetwork.CLOCK);
            long again = System.nanoTime();
            builds.add(List.of(
                    AvailabilityProcess.grouped(network.size().bookings()),
                    AvailabilityProcess.grouped(stored.documents()),
                    Report.number((read - begin) / 1e9),
                    Report.number((built - read) / 1e9),
                    Report.number((again - built) / 1e9)));
            queries(network, stored, free, isIndexed);
        }
    }

    private void queries(MadeNetwork network, StoredOccurrences stored, FreeTimes free, boolean isIndexed) {
        RoomQuestions questions = new RoomQuestions(network, free);
        List<Interval> hours = questions.hours(400);
        Comparison comparison = new Comparison(hours, questions::unbooked);
        List<Interval> few = hours.subList(0, isIndexed && !isTrial ? 10 : 3);
        comparison.add("query by dates", few, stored::freeByDates);
        if (isIndexed) {
            comparison.add("query by the index of claims", few, stored::freeByClaims);
        }
        List<Room> rooms = List.copyOf(network.directory().rooms());
        Latencies oneRoom = RoomQuestions.timed(
                hours.subList(0, few.size()), hour -> stored.isFree(rooms.get(hour.hashCode() & 15), hour) ? 1 : 0);
        comparison.addEstimate(
                "query for each room in turn, from %d rooms".formatted(few.size()), oneRoom, rooms.size());
        report.table(
                "The embedded store: %,d rooms, %,d dates in %,d documents"
                        .formatted(rooms.size(), network.size().bookings(), stored.documents()),
                HEAD,
                comparison.rows);
    }

    /** The ways and how much longer they take than the index does. */
    private static final class Comparison {

        private final List<List<String>> rows = new ArrayList<>();
        private final ToIntFunction<Interval> index;
        private final double median;

        Comparison(List<Interval> hours, ToIntFunction<Interval> index) {
            this.index = index;
            RoomQuestions.timed(hours, index);
            Latencies times = RoomQuestions.timed(hours, index);
            this.median = times.percentile(50);
            row("index", times);
        }

        /** @throws IllegalStateException if the answers are not those of the index */
        void add(String way, List<Interval> hours, ToIntFunction<Interval> answer) {
            for (Interval hour : hours.subList(0, Math.min(3, hours.size()))) {
                if (answer.applyAsInt(hour) != index.applyAsInt(hour)) {
                    throw new IllegalStateException("Another answer for " + hour + ": " + way);
                }
            }
            row(way, RoomQuestions.timed(hours, answer));
        }

        /** One room after the other would take as many times as long as one does. */
        void addEstimate(String way, Latencies oneRoom, int rooms) {
            rows.add(List.of(
                    way,
                    Integer.toString(oneRoom.count()),
                    AvailabilityProcess.millis(oneRoom.percentile(50) * rooms),
                    "-",
                    AvailabilityProcess.grouped(Math.round(oneRoom.percentile(50) * rooms / median))));
        }

        private void row(String way, Latencies times) {
            rows.add(List.of(
                    way,
                    Integer.toString(times.count()),
                    AvailabilityProcess.millis(times.percentile(50)),
                    AvailabilityProcess.millis(times.percentile(99)),
                    Report.number(times.percentile(50) / median)));
        }
    }
}
