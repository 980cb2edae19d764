package org.passerelle.directory.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A MongoDB server in this process that forgets everything. */
final class MemoryMongo implements AutoCloseable {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());

    /** Another view of the same database, as another node would have it. */
    MongoTemplate template() {
        return new MongoTemplate(client, "directory-tests");
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
