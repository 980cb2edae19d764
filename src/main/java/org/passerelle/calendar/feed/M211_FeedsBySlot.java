package org.passerelle.calendar.feed;

import com.mongodb.client.MongoDatabase;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/** Keeps a person to so many feeds. */
@Component
class M211_FeedsBySlot implements Migration {

    @Override
    public int number() {
        return 211;
    }

    @Override
    public String description() {
        return "number everybody's feeds";
    }

    @Override
    public void apply(MongoDatabase database) {
        OwnerSlots.introduce(database.getCollection("feeds"), "owner");
    }
}
