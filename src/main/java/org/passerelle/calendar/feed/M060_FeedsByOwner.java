package org.passerelle.calendar.feed;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Serves the list of somebody's feeds on a replica set; the embedded server scans for it. */
@Component
class M060_FeedsByOwner implements Migration {

    @Override
    public int number() {
        return 60;
    }

    @Override
    public String description() {
        return "index feeds by owner";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection("feeds")
                .createIndex(Indexes.ascending("owner"), new IndexOptions().name("feeds_by_owner"));
    }
}
