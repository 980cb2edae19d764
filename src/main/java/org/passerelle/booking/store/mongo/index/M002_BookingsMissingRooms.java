package org.passerelle.booking.store.mongo.index;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Serves the search, at start and now and then, for bookings that lack rooms which they would win back. */
@Component
class M002_BookingsMissingRooms implements Migration {

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String description() {
        return "Indexes of the bookings that miss rooms";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> bookings = database.getCollection("bookings");
        // Serves the dates that were left out.
        bookings.createIndex(
                Indexes.ascending("bookings.skipped.reason"),
                new IndexOptions().name("by_reason_of_skipped_dates").sparse(true));
        // Serves the dates that have another room than was wished for.
        bookings.createIndex(
                Indexes.ascending("bookings.occurrences.places.insteadOf"),
                new IndexOptions().name("by_wished_room").sparse(true));
    }
}
