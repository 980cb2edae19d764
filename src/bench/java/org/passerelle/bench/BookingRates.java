package org.passerelle.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.passerelle.booking.model.Owner;
import org.passerelle.booking.store.mongo.StoredForm;

/**
 * Bookings a second over HTTP beside inserts a second of the same document by a bare driver into the same store: a
 * collection with the same indexes. Beside both, what SQLite and the bare disk take of it. All are measured in turn, so that
 * what else the machine does meets all.
 */
final class BookingRates {

    private static final String BARE = "bench";
    /** More than any driver can insert here, one document at a time. */
    private static final int PREPARED_A_SECOND = 14_000;

    /** One alone comes last: it is measured when the compiler is done, for it waits for nothing but the program. */
    private static final int[] CLIENTS = {8, 1};

    private static final int PROFILED_PHASES = 4;

    /** So many seconds at a time: all documents of the whole warm-up at once would fill the memory. */
    private static final Duration A_WARM_UP = Duration.ofSeconds(5);

    private final Effort effort;
    private final Path beside;
    private final ApiClient nadia;
    private final FreeHours hours;
    private final Owner owner;
    private final EndlessDocuments documents;
    private final MongoCollection<Document> booked;
    private final MongoCollection<Document> bare;
    private final Queue<Document> prepared = new ConcurrentLinkedQueue<>();

    /** @param beside an empty folder on the disk that the store lies on */
    private BookingRates(Effort effort, Program program, FreeHours hours, Path beside) {
        this.effort = effort;
        this.beside = beside;
        this.nadia = program.clientOf(Program.NADIA);
        this.hours = hours;
        this.owner = Owner.of(program.person(Program.NADIA));
        this.documents = new EndlessDocuments(hours, owner);
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

    /** On a fresh data folder of its own, and a program of its own. */
    static void measure(Effort effort, Path folder, Report report) throws IOException {
        Path data = Files.createTempDirectory(folder, "rates-");
        Path beside = Files.createTempDirectory(folder, "beside-");
        try (Program program = Program.start(data)) {
            FreeHours hours = FreeHours.of(program.directory(), program.person(Program.LOUIS), Instant.now());
            new BookingRates(effort, program, hours, beside).measure(report);
        } finally {
            Benchmarks.delete(data);
            Benchmarks.delete(beside);
        }
    }

    private void measure(Report report) {
        // Longer, and the two years of free hours would not last.
        Load.run(8, effort.warmUp().dividedBy(2), this::book);
        for (long half = 0; half < effort.warmUp().toSeconds() / 2; half += A_WARM_UP.toSeconds()) {
            prepare(A_WARM_UP);
            Load.run(8, A_WARM_UP, this::insert);
        }
        requireTheSameDocument();
        List<RateTurns> all = new ArrayList<>();
        try (BesideSqlite beside = beside()) {
            beside.transactions(effort.phase());
            beside.appends(effort.phase());
            for (int clients : CLIENTS) {
                all.add(turns(clients, beside));
            }
            RateTurns.report(report, all, beside.version());
        }
        for (int clients : CLIENTS) {
            BookingProfile.of(clients, effort.phase().multipliedBy(PROFILED_PHASES), this::book)
                    .report(report);
        }
        bare.drop();
    }

    private RateTurns turns(int clients, BesideSqlite beside) {
        RateTurns turns = new RateTurns(clients);
        for (int round = 0; round < effort.rounds(); round++) {
            turns.http().add(Load.run(clients, effort.phase(), this::book));
            prepare(effort.phase());
            turns.driver().add(Load.run(clients, effort.phase(), this::insert));
            turns.sqlite().add(beside.transactions(effort.phase()));
            turns.appends().add(beside.appends(effort.phase().dividedBy(2)));
        }
        return turns;
    }

    private BesideSqlite beside() {
        return new BesideSqlite(
                SqliteStore.create(beside.resolve("bookings.sqlite")),
                PlainLog.create(beside.resolve("plain.log")),
                new EndlessDocuments(hours, owner));
    }

    private void book() {
        nadia.create("/api/v1/bookings", MadeBookings.request(hours.next()));
    }

    private void insert() {
        bare.insertOne(prepared.remove());
    }

    /** Makes the documents of the next phase before its time is taken. */
    private void prepare(Duration phase) {
        for (long missing = phase.toSeconds() * PREPARED_A_SECOND - prepared.size(); missing > 0; missing--) {
            prepared.add(documents.next());
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
}
