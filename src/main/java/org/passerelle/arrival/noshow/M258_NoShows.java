package org.passerelle.arrival.noshow;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The index of dates to which nobody came. */
@Component
class M258_NoShows implements Migration {

    @Override
    public int number() {
        return 258;
    }

    @Override
    public String description() {
        return "Index of dates to which nobody came";
    }

    @Override
    public void apply(MongoDatabase database) {
        // Serves the figures of a time, and forgetting what is long past.
        database.getCollection(NoShowDocuments.COLLECTION)
                .createIndex(Indexes.ascending("start"), new IndexOptions().name("by_start"));
    }
}
