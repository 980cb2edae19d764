package org.passerelle.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;

/** The two indexes that the booking core rests on. */
final class BookingIndexes implements Migration {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String description() {
        return "one booking per claim";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> bookings = database.getCollection("bookings");
        bookings.createIndex(
                Indexes.ascending("claims"),
                new IndexOptions().name("claims").unique(true).sparse(true));
        bookings.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().name("edits").unique(true));
    }
}
