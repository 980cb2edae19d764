package org.passerelle.account.deputy.mongo;

import org.passerelle.account.deputy.DeputyRecord;
import org.passerelle.account.deputy.Deputyships;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Deputyships in a database, for tests without Spring. */
public final class DeputyshipsWiring {

    private DeputyshipsWiring() {}

    public static Deputyships over(MongoTemplate mongo) {
        return new MongoDeputyships(mongo);
    }

    public static DeputyRecord recordOver(MongoTemplate mongo) {
        return new MongoDeputyRecord(mongo);
    }
}
