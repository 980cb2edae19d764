package org.passerelle.booking.store.mongo.index;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Finds on a replica set what somebody is invited to; the embedded server is asked by ids that are remembered, see ADR 36. */
@Component
class M256_BookingsByInvited implements Migration {

    @Override
    public int number() {
        return 256;
    }

    @Override
    public String description() {
        return "Index of the bookings by those who are invited";
    }

    /** Sparse: a booking that invites nobody costs nothing. */
    @Override
    public void apply(MongoDatabase database) {
        database.getCollection("bookings")
                .createIndex(
                        Indexes.ascending("bookings.attendees.email"),
                        new IndexOptions().name("by_invited").sparse(true));
    }
}
