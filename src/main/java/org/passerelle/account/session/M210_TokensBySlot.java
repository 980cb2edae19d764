package org.passerelle.account.session;

import com.mongodb.client.MongoDatabase;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/** Keeps a person to so many tokens. */
@Component
class M210_TokensBySlot implements Migration {

    @Override
    public int number() {
        return 210;
    }

    @Override
    public String description() {
        return "number everybody's tokens";
    }

    @Override
    public void apply(MongoDatabase database) {
        OwnerSlots.introduce(database.getCollection("tokens"), "owner");
    }
}
