package org.passerelle.booking.store.mongo.index;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Finds the bookings in which a date is asked to be elsewhere, and the rooms that are asked for. */
@Component
class M249_BookingsByRequestedMove implements Migration {

    @Override
    public int number() {
        return 249;
    }

    @Override
    public String description() {
        return "Index of the bookings by rooms that are asked for in the place of a date";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection("bookings")
                .createIndex(
                        Indexes.ascending("bookings.occurrences.requested.places.room"),
                        new IndexOptions().name("by_requested_room").sparse(true));
    }
}
