package org.passerelle.booking;

import org.passerelle.booking.store.mongo.MongoBookingsWiring;
import org.passerelle.booking.store.mongo.MongoBookingsWiring.Wired;

/** The caps where other nodes may write to the store, and nothing is remembered of it. */
class SharedCapsTests extends CapsTests {

    @Override
    Wired wired() {
        return MongoBookingsWiring.wiredSharedOver(template());
    }
}
