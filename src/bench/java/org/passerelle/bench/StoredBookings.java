package org.passerelle.bench;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.store.mongo.StoredForm;

/** What reads and edits cost when many bookings are stored, spread over all rooms and two years. */
final class StoredBookings {

    private static final int A_BATCH = 1_000;
    private static final int PEOPLE = 1_000;
    private static final int[] CLIENTS = {1, 8};

    private final Effort effort;
    private final Program program;
    private final FreeHours hours;
    private final ApiClient louis;
    private final MongoCollection<Document> stored;
    private final List<String> own;

    /** @param own ids of Louis's bookings among those that are stored */
    StoredBookings(Effort effort, Program program, FreeHours hours, List<String> own) {
        this.effort = effort;
        this.program = program;
        this.hours = hours;
        this.louis = program.clientOf(Program.LOUIS);
        this.stored = program.store().getCollection(StoredForm.COLLECTION);
        this.own = own;
    }

    /**
     * Brings the store to the number of bookings that everything after is measured with. They go past the program, which
     * must be started anew to know them.
     */
    void fill(Report report) {
        int missing = (int) (effort.stored() - stored.countDocuments());
        long begin = System.nanoTime();
        insert(missing);
        report.paragraph(
                "%,d bookings of an hour stored, in %d rooms; the last %,d of them took %d s by bulk inserts. %d are Louis's own."
                        .formatted(
                                stored.countDocuments(),
                                hours.rooms(),
                                missing,
                                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                                own.size()));
    }

    void measure(Report report) {
        List<List<String>> rows = new ArrayList<>();
        Cycle<String> days = new Cycle<>(windows(1));
        measure(rows, "GET busy of a room, a day", () -> read("/api/v1/rooms/" + days.next()));
        Cycle<String> months = new Cycle<>(windows(31));
        measure(rows, "GET busy of a room, 31 days", () -> read("/api/v1/rooms/" + months.next()));
        Cycle<String> sites = new Cycle<>(sites());
        measure(rows, "GET bookings of a site, a day", () -> read("/api/v1/bookings?" + sites.next()));
        measure(rows, "GET bookings, mine", () -> read("/api/v1/bookings?mine=true"));
        Cycle<String> ids = new Cycle<>(own);
        measure(rows, "GET a booking", () -> read("/api/v1/bookings/" + ids.next()));
        measure(rows, "PATCH title", () -> edit(ids.next(), "{\"title\":\"Réunion " + System.nanoTime() + "\"}"));
        measure(rows, "PATCH to another hour and room", () -> edit(ids.next(), move(hours.next())));
        report.table(
                "Reads and edits with %,d bookings stored, milliseconds".formatted(stored.countDocuments()),
                List.of("call", "clients", "calls/s", "p50", "p95", "p99", "max", "samples", "processor"),
                rows);
    }

    /** Reads of days at sites and of months of rooms, in turn. */
    List<String> paths() {
        List<String> sites = sites();
        List<String> months = windows(31);
        return IntStream.range(0, sites.size())
                .boxed()
                .flatMap(i -> Stream.of("/api/v1/bookings?" + sites.get(i), "/api/v1/rooms/" + months.get(i)))
                .toList();
    }

    private void insert(int missing) {
        Instant now = Instant.now();
        Owner louisHimself = Owner.of(program.person(Program.LOUIS));
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < missing; i++) {
            boolean isOwn = i % Math.max(1, Math.min(PEOPLE, missing / 100)) == 0;
            Document document =
                    MadeBookings.document(hours.next(), isOwn ? louisHimself : MadeBookings.somebody(i % PEOPLE), now);
            if (isOwn) {
                own.add(document.getString("_id"));
            }
            batch.add(document);
            if (batch.size() == A_BATCH || i == missing - 1) {
                stored.insertMany(batch);
                batch.clear();
            }
        }
    }

    private void measure(List<List<String>> rows, String name, Runnable call) {
        Load.run(8, effort.phase().dividedBy(2), call);
        for (int clients : CLIENTS) {
            Latencies all = Load.run(clients, effort.phase(), call);
            rows.add(List.of(
                    name,
                    Integer.toString(clients),
                    Report.number(all.perSecond()),
                    Report.number(all.percentile(50)),
                    Report.number(all.percentile(95)),
                    Report.number(all.percentile(99)),
                    Report.number(all.max()),
                    Integer.toString(all.count()),
                    Report.number(all.processorMillis())));
        }
    }

    private void read(String path) {
        ApiClient.expect(200, louis.get(path));
    }

    private void edit(String id, String json) {
        ApiClient.expect(200, louis.patch("/api/v1/bookings/" + id, json));
    }

    private static String move(FreeHours.Hour hour) {
        return """
                {"start":"%s","timeZone":"%s","rooms":["%s"]}""".formatted(hour.start(), hour.zone(), hour.room().id());
    }

    private List<String> windows(int days) {
        return hours.sample(2_000).stream()
                .map(hour -> hour.room().id() + "/busy?" + window(hour, days))
                .toList();
    }

    private List<String> sites() {
        return hours.sample(2_000).stream()
                .map(hour -> window(hour, 1) + "&site=" + hour.room().site())
                .toList();
    }

    private static String window(FreeHours.Hour hour, int days) {
        LocalDate day = hour.start().toLocalDate();
        ZoneId zone = hour.zone();
        return "from=%s&to=%s"
                .formatted(
                        day.atStartOfDay(zone).toInstant(),
                        day.plusDays(days).atStartOfDay(zone).toInstant());
    }
}
