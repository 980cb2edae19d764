package org.passerelle.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** A document of the size and shape of a booking: an hour in one room, twelve claims that nobody else has. */
final class StoredBooking {

    private static final int SLOTS = 12;
    private static final int ROOMS = 1_000;
    private static final int FIRST_SLOT = 700_000;
    private static final Instant START = Instant.parse("2026-03-25T09:00:00Z");

    private StoredBooking() {}

    static String id(int index) {
        return new UUID(index * 0x9E3779B97F4A7C15L, index).toString();
    }

    static List<Long> claims(int index) {
        long first = (long) (index % ROOMS) << 32 | FIRST_SLOT + (long) (index / ROOMS) * SLOTS;
        List<Long> claims = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            claims.add(first + slot);
        }
        return claims;
    }

    static Document of(int index) {
        return new Document("_id", id(index))
                .append("version", 1L)
                .append("title", "Comité de pilotage " + index)
                .append("organisation", "grand-groupe")
                .append("rooms", List.of("melun-telepresence"))
                .append("claims", claims(index))
                .append(
                        "occurrences",
                        List.of(new Document("start", Date.from(START))
                                .append("end", Date.from(START.plusSeconds(3600)))
                                .append("state", "PLANNED")))
                .append(
                        "attendees",
                        List.of(
                                new Document("email", "kim@example.org").append("name", "Kim"),
                                new Document("email", "sam@example.org").append("name", "Sam")));
    }

    /** Inserts bookings, renames each ten times and cancels them, with eight writers. Returns the bytes of BSON that are left. */
    static long insertRenameAndCancel(MongoDatabase database, int count) throws InterruptedException {
        MongoCollection<Document> bookings = database.getCollection("bookings");
        new BookingIndexes().apply(database);
        inParallel(count, index -> bookings.insertOne(of(index)));
        inParallel(count, index -> {
            for (int name = 0; name < 10; name++) {
                bookings.updateOne(new Document("_id", id(index)), Updates.set("title", "Comité " + name));
            }
        });
        inParallel(count, index -> cancel(bookings, index));
        long live = 0;
        for (RawBsonDocument document :
                database.getCollection("bookings", RawBsonDocument.class).find()) {
            live += document.getByteBuffer().remaining();
        }
        return live;
    }

    static void cancel(MongoCollection<Document> bookings, int index) {
        bookings.updateOne(
                new Document("_id", id(index)).append("version", 1L),
                Updates.combine(Updates.unset("claims"), Updates.set("version", 2L)));
    }

    private static void inParallel(int count, IntConsumer write) throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        IntStream.range(0, count).forEach(index -> writers.execute(() -> write.accept(index)));
        writers.shutdown();
        if (!writers.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The writers are stuck");
        }
    }

    /** How much of the disk the store in {@code folder} takes. */
    static long bytesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
