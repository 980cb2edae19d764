package org.passerelle.booking;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contract of bookings on a MongoDB replica set; skipped where there is no Docker. */
@Testcontainers(disabledWithoutDocker = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaSetBookingsIT
        implements BookingsContract,
                RetryContract,
                SeriesContract,
                FollowingContract,
                CountableContract,
                HoldsContract,
                CourseContract,
                StayingContract,
                ContentionContract,
                VideoLinesContract {

    private static final String DATABASE = "passerelle";

    @Container
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0").withReplicaSet();

    private MongoClient client;
    private BookingDesk desk;

    @BeforeAll
    void connect() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(MONGO.getReplicaSetUrl()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        MongoBookingsWiring.indexes().apply(client.getDatabase(DATABASE));
    }

    @AfterAll
    void disconnect() {
        client.close();
    }

    @BeforeEach
    void begin() {
        desk = new BookingDesk(MongoBookingsWiring.sharedOver(new MongoTemplate(client, DATABASE)));
        stored().clear();
    }

    @Override
    public BookingDesk desk() {
        return desk;
    }

    @Override
    public StoredBookings stored() {
        return new StoredBookings(
                client.getDatabase(DATABASE).getCollection(MongoBookingsWiring.COLLECTION), desk.bookings);
    }
}
