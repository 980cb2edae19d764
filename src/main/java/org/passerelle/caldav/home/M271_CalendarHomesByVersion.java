package org.passerelle.caldav.home;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/** Finds a home by its id and version, as each write of one does. */
@Component
class M271_CalendarHomesByVersion implements Migration {

    @Override
    public int number() {
        return 271;
    }

    @Override
    public String description() {
        return "find what calendar programs have left by its version";
    }

    @Override
    public void apply(MongoDatabase database) {
        database.getCollection(MongoCalendarHomes.COLLECTION)
                .createIndex(
                        Indexes.ascending("_id", "version"),
                        new IndexOptions()
                                .name("calendarHomes_by_id_and_version")
                                .unique(true));
    }
}
