package org.passerelle.account.deputy.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** The index of the record of deputies. */
@Component
class M253_DeputyRecordByTime implements Migration {

    @Override
    public int number() {
        return 253;
    }

    @Override
    public String description() {
        return "find what became of deputies by its time";
    }

    @Override
    public void apply(MongoDatabase database) {
        // Serves those who are to be told of what is new.
        database.getCollection(MongoDeputyRecord.COLLECTION)
                .createIndex(Indexes.ascending("at"), new IndexOptions().name("deputyRecord_by_time"));
    }
}
