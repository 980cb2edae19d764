package org.passerelle.invitation.store;

import org.bson.Document;
import org.passerelle.mail.quota.M220_TalliesByVersion;
import org.passerelle.mail.quota.MongoTallies;
import org.passerelle.mail.quota.Tallies;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Tallies in a database, for tests without Spring. */
public final class MongoTalliesWiring {

    private MongoTalliesWiring() {}

    public static Tallies over(MongoTemplate template) {
        return new MongoTallies(template);
    }

    /** Begins without anything counted, with the index that a start makes. */
    public static void begin(MongoTemplate template) {
        template.getCollection(MongoTallies.COLLECTION).deleteMany(new Document());
        new M220_TalliesByVersion().apply(template.getDb());
    }

    public static long count(MongoTemplate template) {
        return template.getCollection(MongoTallies.COLLECTION).countDocuments();
    }
}
