package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Together;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.directory.Room;
import org.passerelle.platform.EmbeddedMongoStore;

/**
 * The data file after 20,000 writes: 10,000 bookings made, and each called off. Live data is what their documents take as
 * BSON, without any index.
 */
class GrowthIT {

    private static final int THREADS = 8;
    private static final int WRITES_EACH = 20_000 / THREADS;
    private static final int MOST = 5;
    private static final List<Room> ROOMS = List.of(
            Rooms.SEINE, Rooms.ALMONT, Rooms.VISIO, Rooms.SUITE, Rooms.COUNCIL, Rooms.STUDIO, Rooms.LOFT, Rooms.LAB);

    @Test
    void staysWithinFiveTimesTheLiveData(@TempDir Path folder) throws IOException {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes())) {
            BookingDesk desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
            List<Callable<Integer>> clerks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Room room = ROOMS.get(i);
                clerks.add(() -> bookAndCancel(desk, room));
            }
            Together.all(clerks);
            long live = live(store.database().getCollection(MongoBookingsWiring.COLLECTION, RawBsonDocument.class));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(size(folder)).isLessThan(MOST * live));

            System.out.printf("GrowthIT: %d KB of live data in %d KB on disk%n", live >> 10, size(folder) >> 10);
        }
    }

    private static int bookAndCancel(BookingDesk desk, Room room) {
        ZoneId zone = room.site().value().equals("montreal") ? Rooms.MONTREAL : Rooms.PARIS;
        for (int booked = 0; booked < WRITES_EACH / 2; booked++) {
            LocalDate day = LocalDate.of(2026, 6, 1).plusWeeks(booked / 90).plusDays(booked / 18 % 5);
            int half = booked % 18;
            String start = "%sT%02d:%02d".formatted(day, 9 + half / 2, half % 2 * 30);
            Booking made = desk.booked(
                    People.CAMILLE,
                    Orders.anOrder(room),
                    Orders.inZone(zone),
                    Orders.at(start),
                    Orders.lasting("PT30M"));
            Outcomes.done(desk.cancel(made, People.CAMILLE));
        }
        return WRITES_EACH;
    }

    private static long live(MongoCollection<RawBsonDocument> bookings) {
        long bytes = 0;
        for (RawBsonDocument document : bookings.find()) {
            bytes += document.getByteBuffer().remaining();
        }
        return bytes;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
