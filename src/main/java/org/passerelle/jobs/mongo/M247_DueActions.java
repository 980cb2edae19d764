package org.passerelle.jobs.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The indexes of what was done when it was due. */
@Component
class M247_DueActions implements Migration {

    @Override
    public int number() {
        return 247;
    }

    @Override
    public String description() {
        return "Indexes of what was done when it was due";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> records = database.getCollection(ActionRecords.COLLECTION);
        // Serves every claim and its end, which name the version that was read.
        records.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().name("id_and_version").unique(true));
        // Serves the page of what is due, done and failed.
        records.createIndex(Indexes.ascending("state", "changed"), new IndexOptions().name("by_state"));
        // Serves forgetting what is long over.
        records.createIndex(Indexes.ascending("at"), new IndexOptions().name("by_time"));
    }
}
