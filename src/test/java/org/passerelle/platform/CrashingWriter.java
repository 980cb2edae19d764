package org.passerelle.platform;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * The child process of {@link DurabilityIT}: inserts bookings with several threads, cancels every third of them, and
 * prints {@code + index} or {@code - index} after each acknowledgement, until it is killed.
 */
final class CrashingWriter {

    private static final int THREADS = 8;

    private CrashingWriter() {}

    /** @param arguments the folder of the store and the index of the first booking to insert */
    public static void main(String[] arguments) {
        EmbeddedMongoStore store = EmbeddedMongoStore.open(Path.of(arguments[0]), new BookingIndexes());
        MongoCollection<Document> bookings = store.database().getCollection("bookings");
        AtomicInteger next = new AtomicInteger(Integer.parseInt(arguments[1]));
        ExecutorService writers = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            writers.execute(() -> writeForEver(bookings, next));
        }
    }

    private static void writeForEver(MongoCollection<Document> bookings, AtomicInteger next) {
        while (true) {
            int index = next.getAndIncrement();
            bookings.insertOne(StoredBooking.of(index));
            acknowledge("+ " + index);
            if (index % 3 == 0) {
                StoredBooking.cancel(bookings, index);
                acknowledge("- " + index);
            }
        }
    }

    private static void acknowledge(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
