package org.passerelle.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.passerelle.booking.Owner;
import org.passerelle.booking.mongo.StoredForm;

/**
 * Bookings a second over HTTP beside inserts a second of the same document by a bare driver into the same store: a
 * collection with the same indexes. The two are measured in turn, so that what else the machine does meets both.
 */
final class BookingRates {

    private static final String BARE = "bench";
    /** More than any driver can insert, one document at a time. */
    private static final int PREPARED_A_SECOND = 2_000;

    /** One alone comes last: it is measured when the compiler is done, for it waits for nothing but the program. */
    private static final int[] CLIENTS = {8, 1};

    private final Effort effort;
    private final ApiClient nadia;
    private final FreeHours hours;
    private final FreeHours bareHours;
    private final Owner owner;
    private final MongoCollection<Document> booked;
    private final MongoCollection<Document> bare;
    private final Queue<Document> prepared = new ConcurrentLinkedQueue<>();

    BookingRates(Effort effort, Program program, FreeHours hours) {
        this.effort = effort;
        this.nadia = program.clientOf(Program.NADIA);
        this.hours = hours;
        this.bareHours = hours.again();
        this.owner = Owner.of(program.person(Program.NADIA));
        this.booked = program.store().getCollection(StoredForm.COLLECTION);
        this.bare = likeTheBookings(program.store());
    }

    /** An empty collection with every index of the bookings. */
    private static MongoCollection<Document> likeTheBookings(MongoDatabase store) {
        MongoCollection<Document> bare = store.getCollection(BARE);
        for (Document index : store.getCollection(StoredForm.COLLECTION).listIndexes()) {
            bare.createIndex(
                    index.get("key", Document.class),
                    new IndexOptions()
                            .name(index.getString("name"))
                            .unique(index.getBoolean("unique", false))
                            .sparse(index.getBoolean("sparse", false)));
        }
        return bare;
    }

    void measure(Report report) {
        Load.run(8, effort.warmUp(), this::book);
        prepare(effort.warmUp().dividedBy(2));
        Load.run(8, effort.warmUp().dividedBy(2), this::insert);
        requireTheSameDocument();
        List<List<String>> rows = new ArrayList<>();
        for (int clients : CLIENTS) {
            List<Latencies> http = new ArrayList<>();
            List<Latencies> driver = new ArrayList<>();
            for (int round = 0; round < effort.rounds(); round++) {
                http.add(Load.run(clients, effort.phase(), this::book));
                prepare(effort.phase());
                driver.add(Load.run(clients, effort.phase(), this::insert));
            }
            rows.add(row(clients, http, driver));
        }
        report.table(
                "Bookings of an hour over HTTP, beside bare inserts of the same document",
                List.of(
                        "clients",
                        "bookings/s (min-max)",
                        "inserts/s (min-max)",
                        "ratio",
                        "ratio by round",
                        "HTTP p50/p95/p99 ms",
                        "insert p50/p95/p99 ms",
                        "processor ms a booking / an insert"),
                rows);
        bare.drop();
    }

    private void book() {
        ApiClient.expect(201, nadia.post("/api/v1/bookings", MadeBookings.request(hours.next())));
    }

    private void insert() {
        bare.insertOne(prepared.remove());
    }

    /** Makes the documents of the next phase before its time is taken. */
    private void prepare(Duration phase) {
        prepared.clear();
        long count = phase.toSeconds() * PREPARED_A_SECOND;
        Instant now = Instant.now();
        for (long i = 0; i < count; i++) {
            prepared.add(MadeBookings.document(bareHours.next(), owner, now));
        }
    }

    /** Same fields, same size but for the room's name: otherwise one side would have less to do. */
    private void requireTheSameDocument() {
        Document one = first(booked);
        Document other = first(bare);
        int size = size(one);
        if (!one.keySet().equals(other.keySet()) || Math.abs(size - size(other)) > 16) {
            throw new IllegalStateException("Not the same document: " + one.toJson() + " " + other.toJson());
        }
    }

    private static Document first(MongoCollection<Document> collection) {
        return Optional.ofNullable(collection.find().first()).orElseThrow();
    }

    private static int size(Document document) {
        Document booking = document.getList("bookings", Document.class).get(0);
        int room = booking.getList("rooms", String.class).get(0).length();
        return new RawBsonDocument(document, new DocumentCodec())
                        .getByteBuffer()
                        .remaining()
                - 2 * room;
    }

    private static List<String> row(int clients, List<Latencies> http, List<Latencies> driver) {
        double[] ratios = new double[http.size()];
        StringBuilder byRound = new StringBuilder();
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = http.get(round).perSecond() / driver.get(round).perSecond();
            byRound.append(round == 0 ? "" : " ").append(Report.number(ratios[round]));
        }
        double ratio = median(http) / median(driver);
        return List.of(
                Integer.toString(clients),
                rates(http),
                rates(driver),
                Report.number(ratio),
                byRound.toString(),
                percentiles(http),
                percentiles(driver),
                Report.number(Latencies.all(http).processorMillis()) + " / "
                        + Report.number(Latencies.all(driver).processorMillis()));
    }

    private static double median(List<Latencies> rounds) {
        return Latencies.median(
                rounds.stream().mapToDouble(Latencies::perSecond).toArray());
    }

    private static String rates(List<Latencies> rounds) {
        double min = rounds.stream().mapToDouble(Latencies::perSecond).min().orElse(0);
        double max = rounds.stream().mapToDouble(Latencies::perSecond).max().orElse(0);
        return "%s (%s-%s)".formatted(Report.number(median(rounds)), Report.number(min), Report.number(max));
    }

    private static String percentiles(List<Latencies> rounds) {
        Latencies all = Latencies.all(rounds);
        return "%s / %s / %s"
                .formatted(
                        Report.number(all.percentile(50)),
                        Report.number(all.percentile(95)),
                        Report.number(all.percentile(99)));
    }
}
