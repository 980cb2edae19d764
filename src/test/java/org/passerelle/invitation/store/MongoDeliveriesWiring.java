package org.passerelle.invitation.store;

import org.passerelle.invitation.Deliveries;
import org.passerelle.platform.StoreAccess;
import org.springframework.data.mongodb.core.MongoOperations;

/** Deliveries in a database, for tests without Spring. */
public final class MongoDeliveriesWiring {

    private MongoDeliveriesWiring() {}

    public static Deliveries over(MongoOperations mongo) {
        return new MongoDeliveries(mongo, StoreAccess.EXCLUSIVE);
    }

    /** As one of several nodes has them. */
    public static Deliveries sharedOver(MongoOperations mongo) {
        return new MongoDeliveries(mongo, StoreAccess.SHARED);
    }
}
