package org.passerelle.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.invocation.InvocationOnMock;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.platform.EmbeddedMongoStore;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The connection breaks while a booking is written: it is made once, whether the first try had arrived or not. */
class LostAnswerTests {

    private final AtomicInteger inserts = new AtomicInteger();

    /** A store whose first insert fails on the way there, or on the way back. */
    private BookingDesk desk(EmbeddedMongoStore store, boolean arrives) {
        MongoTemplate template = spy(store.template());
        MongoCollection<Document> collection = spy(template.getCollection(MongoBookingsWiring.COLLECTION));
        doReturn(collection).when(template).getCollection(MongoBookingsWiring.COLLECTION);
        doAnswer(insert -> inserted(insert, arrives)).when(collection).insertOne(any(Document.class));
        return new BookingDesk(MongoBookingsWiring.over(template));
    }

    private Object inserted(InvocationOnMock insert, boolean arrives) throws Throwable {
        boolean isFirst = inserts.incrementAndGet() == 1;
        if (!isFirst) {
            return insert.callRealMethod();
        }
        if (arrives) {
            insert.callRealMethod();
        }
        throw new MongoSocketReadException("Cut off", new ServerAddress());
    }

    @Test
    void takesALostAnswerForASuccess(@TempDir Path folder) {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes())) {
            BookingDesk desk = desk(store, true);

            Booking made = desk.booked(People.CAMILLE, Orders.anOrder(Rooms.SEINE));

            assertThat(desk.stored(made)).isEqualTo(made);
            assertThat(inserts).hasValue(2);
            assertThat(store.database()
                            .getCollection(MongoBookingsWiring.COLLECTION)
                            .countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void asksAgainWhenTheQuestionWasLost(@TempDir Path folder) {
        try (EmbeddedMongoStore store = EmbeddedMongoStore.open(folder, MongoBookingsWiring.indexes())) {
            BookingDesk desk = desk(store, false);

            Booking made = desk.booked(People.CAMILLE, Orders.anOrder(Rooms.SEINE));

            assertThat(desk.stored(made)).isEqualTo(made);
        }
    }
}
