package org.passerelle.account.passkey;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/** Keeps a person to so many passkeys, and finds what is spent and old. */
@Component
class M281_PasskeysBySlot implements Migration {

    @Override
    public int number() {
        return 281;
    }

    @Override
    public String description() {
        return "index passkeys and their spent challenges";
    }

    @Override
    public void apply(MongoDatabase database) {
        OwnerSlots.introduce(database.getCollection("passkeys"), "owner");
        database.getCollection(PasskeyChallenges.COLLECTION)
                .createIndex(Indexes.ascending("until"), new IndexOptions().name("spent_challenges_by_end"));
    }
}
