package org.passerelle.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;
import org.passerelle.backup.transfer.ImportBookings;
import org.passerelle.backup.transfer.TransferWiring;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.changelog.mongo.ChangeLogWiring;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.store.Bookings;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.platform.EmbeddedMongoStore;

/** A data folder with a store, keys and files, and rooms to book in it. */
public final class SmallInstallation implements AutoCloseable {

    public static final String PASSPHRASE = "correct horse battery staple";
    public static final byte[] KEY = {1, 2, 3, 4, 5};

    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-04-01T09:00");

    /** Bookings of a quarter of an hour. */
    private static final int A_DAY = 32;

    public final Path data;
    public final EmbeddedMongoStore store;
    public final Bookings bookings;

    private final BookingDesk desk;
    private final AtomicInteger booked = new AtomicInteger();

    private SmallInstallation(Path data) {
        this.data = data;
        this.store =
                EmbeddedMongoStore.open(data.resolve("db"), MongoBookingsWiring.indexes(), ChangeLogWiring.indexes());
        this.bookings = MongoBookingsWiring.over(store.template());
        this.desk = new BookingDesk(bookings);
    }

    /** A new one. */
    public static SmallInstallation in(Path data) {
        SmallInstallation made = new SmallInstallation(data);
        made.store
                .database()
                .getCollection("claimNumbers")
                .insertOne(new Document("_id", "all")
                        .append("version", 1L)
                        .append("next", 1000)
                        .append(
                                "blocks",
                                List.of(new Document("claimant", "room:melun-seine")
                                        .append("first", 1)
                                        .append("count", 1))));
        made.store
                .database()
                .getCollection("keys")
                .insertOne(new Document("_id", "mail").append("key", new Binary(KEY)));
        made.write("mail/one.eml", "A mail\r\n");
        made.write("secrets.key", "a secret");
        made.write("control.new", "left over");
        return made;
    }

    /** What a restore has made. */
    public static SmallInstallation restoredIn(Path data) {
        return new SmallInstallation(data);
    }

    public void write(String path, String text) {
        try {
            Files.createDirectories(data.resolve(path).getParent());
            Files.writeString(data.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An hour that nobody else has. */
    public BookingId book() {
        int number = booked.getAndIncrement();
        LocalDateTime start = FIRST.plusDays(number / A_DAY).plusMinutes(15L * (number % A_DAY));
        return desk.booked(
                        People.ADMINISTRATOR,
                        Orders.anOrder(Rooms.SEINE),
                        Orders.at(start.toString()),
                        Orders.lasting("PT15M"))
                .id();
    }

    public boolean has(BookingId id) {
        return bookings.find(id).isPresent();
    }

    BackupOrder orderWith(Optional<String> passphrase) {
        return new BackupOrder(data, passphrase);
    }

    /** Into this one. */
    public ImportBookings imports() {
        return TransferWiring.imports(bookings);
    }

    @Override
    public void close() {
        store.close();
    }
}
