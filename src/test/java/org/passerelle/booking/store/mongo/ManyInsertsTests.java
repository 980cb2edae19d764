package org.passerelle.booking.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.booking.BookingDesk;
import org.passerelle.booking.Orders;
import org.passerelle.booking.People;
import org.passerelle.booking.Rooms;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.CalendarUid;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.model.Identity;
import org.passerelle.booking.store.Bookings.Write;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;
import org.passerelle.platform.EmbeddedMongoStore;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Many bookings in few messages: each is written, or not, for itself, and it is told right which were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyInsertsTests {

    private static final int MANY = 130;
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-04-01T08:00");

    private EmbeddedMongoStore store;
    private List<Booking> drafts;
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    void open(@TempDir Path folder) {
        store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes());
        BookingDesk desk = new BookingDesk(MongoBookingsWiring.over(store.template()));
        drafts = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String start = FIRST.plusDays(i / 5).plusHours(i % 5).toString();
            drafts.add(desk.booked(People.CAMILLE, Orders.anOrder(Rooms.STUDIO), Orders.at(start)));
        }
    }

    @AfterAll
    void close() {
        store.close();
    }

    @BeforeEach
    void forget() {
        store.database().getCollection(MongoBookingsWiring.COLLECTION).deleteMany(new Document());
        told.clear();
    }

    private Wired wired(MongoTemplate template) {
        Wired wired = MongoBookingsWiring.wiredOver(template);
        wired.occupancy().follow(new Occupancy.Follower() {
            @Override
            public void wrote(Holding holding) {
                told.add(holding.root());
            }

            @Override
            public boolean knows(String root, long version) {
                return true;
            }
        });
        return wired;
    }

    private static Booking renamed(Booking booking, BookingId id) {
        return new Booking(
                new Identity(id, CalendarUid.random(), ""),
                booking.owner(),
                booking.content(),
                booking.schedule(),
                booking.rooms(),
                booking.dates(),
                booking.status());
    }

    private Set<String> stored() {
        return store
                .database()
                .getCollection(MongoBookingsWiring.COLLECTION)
                .find()
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toSet());
    }

    @Test
    void writesAllThatIsFree() {
        List<Write> writes = wired(store.template()).bookings().addAll(drafts);

        assertThat(writes).hasSize(MANY).containsOnly(Write.WRITTEN);
        assertThat(stored()).hasSize(MANY);
        assertThat(told).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfEachForItselfWhereSomeCollide() {
        Wired wired = wired(store.template());
        Booking other = renamed(drafts.get(5), BookingId.random());
        Booking sameId = renamed(drafts.get(7), drafts.get(7).id());
        wired.bookings().add(other);
        wired.bookings().add(sameId);
        told.clear();
        List<Booking> wanted = new ArrayList<>(drafts);
        wanted.add(10, renamed(drafts.get(9), BookingId.random()));

        List<Write> writes = wired.bookings().addAll(wanted);

        assertThat(writes).hasSize(MANY + 1);
        assertThat(writes.get(5)).isEqualTo(Write.COLLIDES);
        assertThat(writes.get(7)).isEqualTo(Write.EXISTS);
        assertThat(writes.subList(9, 11)).containsExactlyInAnyOrder(Write.WRITTEN, Write.COLLIDES);
        assertThat(writes).filteredOn(Write.WRITTEN::equals).hasSize(MANY - 2);
        assertThat(stored()).hasSize(MANY);
        assertThat(told).hasSize(MANY - 2).doesNotHaveDuplicates();
        assertThat(wired.bookings().find(sameId.id()).orElseThrow().uid()).isEqualTo(sameId.uid());
    }

    @Test
    void takesALostAnswerForWhatIsStored() {
        for (boolean arrives : new boolean[] {true, false}) {
            forget();
            Wired wired = wired(cutOffOnce(arrives));

            List<Write> writes = wired.bookings().addAll(drafts);

            assertThat(writes).hasSize(MANY).containsOnly(Write.WRITTEN);
            assertThat(stored()).hasSize(MANY);
            assertThat(told).hasSize(MANY).doesNotHaveDuplicates();
        }
    }

    /** A store whose first message of many is lost on the way there, or its answer on the way back. */
    private MongoTemplate cutOffOnce(boolean arrives) {
        AtomicInteger messages = new AtomicInteger();
        MongoTemplate template = spy(store.template());
        MongoCollection<Document> collection = spy(template.getCollection(MongoBookingsWiring.COLLECTION));
        doReturn(collection).when(template).getCollection(MongoBookingsWiring.COLLECTION);
        doAnswer(insert -> {
                    boolean isFirst = messages.incrementAndGet() == 1;
                    if (!isFirst || arrives) {
                        insert.callRealMethod();
                    }
                    if (isFirst) {
                        throw new MongoSocketReadException("Cut off", new ServerAddress());
                    }
                    return null;
                })
                .when(collection)
                .insertMany(anyList(), any(InsertManyOptions.class));
        return template;
    }
}
