package org.passerelle.booking.store.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The indexes of the bookings, first of all the one that makes a double booking impossible. */
@Component
class M001_BookingsByClaim implements Migration {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String description() {
        return "Indexes of the bookings";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> bookings = database.getCollection(MongoBookings.COLLECTION);
        // The guarantee: no claim is held twice. Sparse, so that what is cancelled and claims nothing is left out.
        // Serves also every look at who holds a claim.
        bookings.createIndex(
                Indexes.ascending("claims"),
                new IndexOptions().name("claims_once").unique(true).sparse(true));
        // Serves every edit, which asks for a document at the version that was read.
        bookings.createIndex(
                Indexes.ascending("_id", "version"),
                new IndexOptions().name("id_and_version").unique(true));
        // Serves "my bookings".
        bookings.createIndex(Indexes.ascending("bookings.organiser"), new IndexOptions().name("by_organiser"));
        // Serves the search for holds that are still open, at start.
        bookings.createIndex(Indexes.ascending("bookings.state"), new IndexOptions().name("by_state"));
        // Serves a look at the bookings of many rooms over many days.
        bookings.createIndex(Indexes.ascending("bookings.occurrences.end"), new IndexOptions().name("by_end_of_dates"));
        // Serves the question whether a room can be taken out of the directory.
        bookings.createIndex(Indexes.ascending("bookings.occurrences.places.room"), new IndexOptions().name("by_room"));
    }
}
