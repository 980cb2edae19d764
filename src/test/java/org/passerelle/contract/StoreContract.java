package org.passerelle.contract;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What holds of one store, whichever database it is in. Each fact begins with no documents, and with the indexes that a start of
 * the program makes. {@link StoreContracts} lists all contracts, and has them run on the embedded database and on a replica set.
 */
public abstract class StoreContract {

    private MongoTemplate mongo;

    @BeforeEach
    final void beginWithoutDocuments(MongoTemplate given) {
        mongo = given;
        given.getCollectionNames().stream()
                .filter(name -> !name.startsWith("system."))
                .map(given::getCollection)
                .filter(collection -> collection.countDocuments() > 0)
                .forEach(collection -> collection.deleteMany(new Document()));
    }

    protected final MongoTemplate mongo() {
        return mongo;
    }

    /** The documents as they lie in the database, looked at past the store. */
    protected final MongoCollection<Document> documents(String collection) {
        return mongo.getCollection(collection);
    }
}
