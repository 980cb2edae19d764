package org.passerelle.contract;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Gives tests a {@link org.springframework.data.mongodb.core.MongoTemplate} of a MongoDB replica set, empty at first; they are
 * reported as skipped where no container engine runs. All such tests of one process share one container.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfDockerAvailable
@ExtendWith(OnReplicaSet.Database.class)
public @interface OnReplicaSet {

    /** Connects to it. */
    final class Database extends TestDatabase {

        @Override
        Opened open() {
            MongoClient client = MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(Server.SHARED.getReplicaSetUrl()))
                    .uuidRepresentation(UuidRepresentation.STANDARD)
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .build());
            client.getDatabase(NAME).drop();
            return new Connected(client);
        }
    }

    /** Started by the first test that asks for it; Testcontainers ends it with the process. */
    final class Server {

        static final MongoDBContainer SHARED = started();

        private Server() {}

        private static MongoDBContainer started() {
            MongoDBContainer container = new MongoDBContainer("mongo:8.0").withReplicaSet();
            container.start();
            return container;
        }
    }

    /** A client to close. */
    record Connected(MongoClient client) implements TestDatabase.Opened {

        @Override
        public void close() {
            client.close();
        }
    }
}
