package org.passerelle.reception.call;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The indexes of calls for help. */
@Component
class M264_HelpCalls implements Migration {

    @Override
    public int number() {
        return 264;
    }

    @Override
    public String description() {
        return "Indexes of calls for help from panels";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> calls = database.getCollection(HelpCallDocuments.COLLECTION);
        // Sees to it that a press makes one call.
        calls.createIndex(
                Indexes.ascending(HelpCallDocuments.PRESS),
                new IndexOptions().name("by_press").unique(true));
        // Sees to it that a room has one open call.
        calls.createIndex(
                Indexes.ascending(HelpCallDocuments.OPEN),
                new IndexOptions().name("by_open_room").unique(true).sparse(true));
        // Serves what is open or recent, and forgetting the rest.
        calls.createIndex(Indexes.ascending(HelpCallDocuments.AT), new IndexOptions().name("by_time"));
    }
}
