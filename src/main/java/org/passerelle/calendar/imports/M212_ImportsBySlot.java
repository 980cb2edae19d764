package org.passerelle.calendar.imports;

import com.mongodb.client.MongoDatabase;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/** Keeps a room to so many imports. */
@Component
class M212_ImportsBySlot implements Migration {

    @Override
    public int number() {
        return 212;
    }

    @Override
    public String description() {
        return "number the imports of each room";
    }

    @Override
    public void apply(MongoDatabase database) {
        OwnerSlots.introduce(database.getCollection("imports"), "subject.room");
    }
}
