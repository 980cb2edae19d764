package org.passerelle.account.deputy.mongo;

import com.mongodb.client.MongoDatabase;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/** Keeps everybody to so many deputies. */
@Component
class M254_DeputiesBySlot implements Migration {

    @Override
    public int number() {
        return 254;
    }

    @Override
    public String description() {
        return "number everybody's deputies";
    }

    @Override
    public void apply(MongoDatabase database) {
        OwnerSlots.introduce(database.getCollection(DeputyshipDocument.COLLECTION), "principal");
    }
}
