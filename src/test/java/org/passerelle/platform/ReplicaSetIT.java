package org.passerelle.platform;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** Reported as skipped where no container engine runs. */
@Testcontainers(disabledWithoutDocker = true)
class ReplicaSetIT extends DatabaseContract {

    @Container
    private static final MongoDBContainer SERVER = new MongoDBContainer("mongo:8.0").withReplicaSet();

    private static MongoClient client;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(SERVER.getConnectionString());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    @Override
    void declareIndexes() {
        database().drop();
        super.declareIndexes();
    }

    @Override
    MongoDatabase database() {
        return client.getDatabase("passerelle");
    }
}
