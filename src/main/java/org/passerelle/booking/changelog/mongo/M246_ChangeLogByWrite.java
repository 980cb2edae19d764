package org.passerelle.booking.changelog.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The index of the change log. */
@Component
class M246_ChangeLogByWrite implements Migration {

    @Override
    public int number() {
        return 246;
    }

    @Override
    public String description() {
        return "Index of the change log";
    }

    @Override
    public void apply(MongoDatabase database) {
        // No write is logged twice. Serves also the history of a booking.
        database.getCollection(LogPages.COLLECTION)
                .createIndex(
                        Indexes.ascending(LogPages.KEYS),
                        new IndexOptions().name("write_once").unique(true).sparse(true));
    }
}
