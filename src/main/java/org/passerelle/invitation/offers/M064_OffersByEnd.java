package org.passerelle.invitation.offers;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Serves the forgetting of old offers on a replica set; the embedded server scans for it. */
@Component
class M064_OffersByEnd implements Migration {

    @Override
    public int number() {
        return 64;
    }

    @Override
    public String description() {
        return "index offers by their end";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection(OfferDocument.COLLECTION)
                .createIndex(Indexes.ascending("until"), new IndexOptions().name("offers_by_end"));
    }
}
