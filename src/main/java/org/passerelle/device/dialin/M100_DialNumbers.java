package org.passerelle.device.dialin;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** One number for each booking. */
@Component
class M100_DialNumbers implements Migration {

    @Override
    public int number() {
        return 100;
    }

    @Override
    public String description() {
        return "One dial number for each booking";
    }

    @Override
    public void apply(MongoDatabase database) {
        // Serves the question which number a booking has, and lets the first of two that are drawn at once stand.
        database.getCollection(DialInNumbers.COLLECTION)
                .createIndex(
                        Indexes.ascending("booking"),
                        new IndexOptions().name("by_booking").unique(true));
    }
}
