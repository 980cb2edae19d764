package org.passerelle.mail.quota;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Serves the write of a tally that holds only against the version it was worked out from; without it the server scans. */
@Component
public class M220_TalliesByVersion implements Migration {

    @Override
    public int number() {
        return 220;
    }

    @Override
    public String description() {
        return "index tallies of mail by id and version";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection(MongoTallies.COLLECTION)
                .createIndex(
                        Indexes.ascending("_id", "version"),
                        new IndexOptions().name("tallies_by_version").unique(true));
        // Serves the forgetting of what is over, on a replica set.
        database.getCollection(MongoTallies.COLLECTION)
                .createIndex(Indexes.ascending("since"), new IndexOptions().name("tallies_by_age"));
    }
}
