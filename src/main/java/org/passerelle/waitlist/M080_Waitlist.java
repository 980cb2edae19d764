package org.passerelle.waitlist;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The indexes of the waitlist. */
@Component
class M080_Waitlist implements Migration {

    @Override
    public int number() {
        return 80;
    }

    @Override
    public String description() {
        return "Indexes of the waitlist";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> waitlist = database.getCollection(WaitlistDocument.COLLECTION);
        // Serves every change, which asks for a document at the version that was read.
        waitlist.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().name("id_and_version").unique(true));
        // Serves somebody's own places in the queue; the embedded server scans, and the collection is small.
        waitlist.createIndex(Indexes.ascending("person"), new IndexOptions().name("by_person"));
        // Serves the reading of the queue at start, and now and then.
        waitlist.createIndex(Indexes.ascending("state"), new IndexOptions().name("by_state"));
    }
}
