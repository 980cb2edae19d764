package org.passerelle.booking.store.mongo.index;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Serves the calendar of an organisation on a replica set; the embedded server scans for it. */
@Component
class M006_BookingsByOrganisation implements Migration {

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String description() {
        return "Index of the bookings by organisation";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection("bookings")
                .createIndex(
                        Indexes.ascending("bookings.organisation"),
                        new IndexOptions().name("by_organisation").sparse(true));
    }
}
