package org.passerelle.account.session;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Serves the list of somebody's tokens on a replica set; the embedded server scans for it. */
@Component
class M020_TokensByOwner implements Migration {

    @Override
    public int number() {
        return 20;
    }

    @Override
    public String description() {
        return "index tokens by owner";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection("tokens")
                .createIndex(Indexes.ascending("owner"), new IndexOptions().name("tokens_by_owner"));
    }
}
