package org.passerelle.booking.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.changelog.mongo.LoggedVersions;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.platform.EmbeddedMongoStore;

/** One node books, another hears of it: by a stream of changes, which may break off, or by looking from time to time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherNodesTests {

    private static final OtherNodes.Pauses SHORT =
            new OtherNodes.Pauses(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(20));

    private final Memory memory = new Memory();
    private EmbeddedMongoStore store;
    private FakeSource source;

    /** Apart from that into which the bookings go, so that each test says who tells of them. */
    private MongoCollection<Document> log;

    private StoredOccupancy here;
    private BookingDesk elsewhere;

    /** Whoever answers from memory. */
    private static final class Memory implements Occupancy.Follower {

        private final Map<String, Holding> known = new ConcurrentHashMap<>();

        @Override
        public void wrote(Holding holding) {
            known.merge(holding.root(), holding, (one, other) -> one.version() > other.version() ? one : other);
        }

        @Override
        public boolean knows(String root, long version) {
            return known.containsKey(root) && known.get(root).version() >= version;
        }
    }

    /** Streams that give out what a test puts in, and break when it says so. */
    private static final class FakeSource implements ChangeSource {

        private final BlockingQueue<Map<String, Long>> changes = new LinkedBlockingQueue<>();
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();
        private volatile boolean isDown;
        private volatile boolean isOffered = true;

        @Override
        public StoreChanges open() {
            if (!isOffered) {
                throw new NotOffered(new MongoException(40573, "only on replica sets"));
            }
            requireUp();
            opened.incrementAndGet();
            return new StoreChanges() {
                @Override
                public Map<String, Long> next() {
                    requireUp();
                    try {
                        Map<String, Long> next = changes.poll(10, TimeUnit.MILLISECONDS);
                        return next == null ? Map.of() : next;
                    } catch (InterruptedException e) {
                        throw new MongoException("Interrupted", e);
                    }
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }

        private void requireUp() {
            if (isDown) {
                throw new MongoSocketReadException("Gone", new ServerAddress());
            }
        }
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void begin() {
        store.database().getCollection(MongoBookings.COLLECTION).deleteMany(new Document());
        memory.known.clear();
        source = new FakeSource();
        FamilySearch search = new QueriedFamilies(store.database().getCollection(MongoBookings.COLLECTION));
        log = store.database().getCollection("noPages");
        log.deleteMany(new Document());
        here = new StoredOccupancy(store.template(), search, source, SHORT, new LoggedVersions(log));
        elsewhere = new BookingDesk(MongoBookingsWiring.sharedOver(store.template()));
    }

    @AfterEach
    void end() {
        here.close();
        await().untilAsserted(() -> assertThat(source.closed).hasValue(source.opened.get()));
    }

    private Booking booked() {
        return elsewhere.booked(People.CAMILLE, Orders.anOrder(Rooms.SEINE));
    }

    private void awaitKnown(Booking booking) {
        await().untilAsserted(() ->
                assertThat(memory.knows(booking.id().root(), booking.version())).isTrue());
    }

    @Test
    void hearsOfAWrite() {
        here.follow(memory);
        Booking booking = booked();

        source.changes.add(Map.of(booking.id().root(), 1L));

        awaitKnown(booking);
        assertThat(memory.known.values())
                .singleElement()
                .satisfies(each -> assertThat(each.stretches()).hasSize(1));
    }

    @Test
    void looksForWhatWasMissedWhileAStreamWasBroken() {
        here.follow(memory);
        source.isDown = true;
        await().untilAsserted(() -> assertThat(source.closed).hasValue(1));
        Booking booking = booked();

        source.isDown = false;

        awaitKnown(booking);
        assertThat(source.opened).hasValueGreaterThan(1);
    }

    @Test
    void beginsToListenOnceTheDatabaseCanBeReached() {
        source.isDown = true;
        here.follow(memory);
        Booking booking = booked();

        source.isDown = false;

        awaitKnown(booking);
    }

    /** As of a connection that is cut and does not say so. */
    @Test
    void hearsByTheLogWhileTheStreamIsSilent() {
        log.insertOne(page(1, "earlier@1"));
        here.follow(memory);
        Booking first = booked();
        Booking second = elsewhere.booked(People.CAMILLE, Orders.anOrder(Rooms.ALMONT));

        log.insertOne(page(2, first.id().root() + "@1", "gone@3"));
        log.insertOne(page(3, second.id().root() + "@1"));

        awaitKnown(first);
        awaitKnown(second);
    }

    private static Document page(long number, String... writes) {
        return new Document("_id", number).append("writes", List.of(writes));
    }

    @Test
    void looksFromTimeToTimeWhereNobodyTellsOfChanges() {
        source.isOffered = false;
        here.follow(memory);

        Booking booking = booked();

        awaitKnown(booking);
        assertThat(source.opened).hasValue(0);
    }

    @Test
    void doesNotReadAgainWhatIsKnown() {
        here.follow(memory);
        Booking first = booked();
        Holding told = new Holding(first.id().root(), 7, List.of());
        memory.wrote(told);
        Booking second = elsewhere.booked(People.CAMILLE, Orders.anOrder(Rooms.ALMONT));

        source.changes.add(Map.of(first.id().root(), 7L));
        source.changes.add(Map.of(second.id().root(), 1L));

        awaitKnown(second);
        assertThat(memory.known).containsEntry(first.id().root(), told);
    }
}
