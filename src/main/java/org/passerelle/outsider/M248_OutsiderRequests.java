package org.passerelle.outsider;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The indexes of requests that wait to be confirmed by mail. */
@Component
class M248_OutsiderRequests implements Migration {

    @Override
    public int number() {
        return 248;
    }

    @Override
    public String description() {
        return "Indexes of requests that wait to be confirmed by mail";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> requests = database.getCollection(OutsiderRequestDocuments.COLLECTION);
        // Serves forgetting what was not confirmed.
        requests.createIndex(Indexes.ascending("asked"), new IndexOptions().name("by_asked"));
        // Serves those whose mail is owed.
        requests.createIndex(Indexes.ascending("mailed"), new IndexOptions().name("by_mailed"));
        // Serves counting on the condition that nobody else has counted since.
        database.getCollection(RequestTallies.COLLECTION)
                .createIndex(
                        Indexes.ascending("_id", "version"),
                        new IndexOptions().unique(true).name("by_version"));
    }
}
