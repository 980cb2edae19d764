package org.passerelle.platform;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.contract.OnReplicaSet;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the booking core asks of its database, on a MongoDB replica set. */
@OnReplicaSet
class ReplicaSetIT extends DatabaseContract {

    private final MongoDatabase database;

    /** On one beside the program's own, for the indexes are only these. */
    ReplicaSetIT(MongoTemplate mongo) {
        database = mongo.getMongoDatabaseFactory().getMongoDatabase("claims");
    }

    @BeforeEach
    @Override
    void declareIndexes() {
        database.drop();
        super.declareIndexes();
    }

    @Override
    MongoDatabase database() {
        return database;
    }
}
