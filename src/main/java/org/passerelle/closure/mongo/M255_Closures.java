package org.passerelle.closure.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The indexes of closures and of what they hit. */
@Component
class M255_Closures implements Migration {

    @Override
    public int number() {
        return 255;
    }

    @Override
    public String description() {
        return "Indexes of closures";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> closures = database.getCollection(ClosureDocuments.CLOSURES);
        // Serves the closures in force and those that are not finished; there are few, and the embedded server scans.
        closures.createIndex(Indexes.ascending("step", "until"), new IndexOptions().name("by_step"));
        MongoCollection<Document> dates = database.getCollection(ClosureDocuments.DATES);
        // Serves the list of what one closure hits.
        dates.createIndex(Indexes.ascending("closure"), new IndexOptions().name("by_closure"));
        // Serves what is offered to somebody.
        dates.createIndex(Indexes.ascending("organiser", "outcome"), new IndexOptions().name("by_organiser"));
        // Serves the page of a booking.
        dates.createIndex(Indexes.ascending("booking"), new IndexOptions().name("by_booking"));
    }
}
