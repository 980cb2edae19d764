package org.passerelle.waitlist;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.passerelle.platform.Migration;
import org.springframework.stereotype.Component;

/**
 * Numbers the places of each person, so that a unique index sees to it that nobody has more than they may. Whoever has more keeps
 * them all. Harmless to repeat.
 */
@Component
class M250_PlacesInTheQueue implements Migration {

    @Override
    public int number() {
        return 250;
    }

    @Override
    public String description() {
        return "number the places of each person on the waitlist";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> waitlist = database.getCollection(WaitlistDocument.COLLECTION);
        Map<String, Integer> last = new HashMap<>();
        for (Document entry : waitlist.find(Filters.in("state", open())).sort(Sorts.ascending("_id"))) {
            String person = entry.getString("person");
            int number = last.merge(person, 1, Integer::sum);
            waitlist.updateOne(
                    Filters.eq("_id", entry.get("_id")), Updates.set("place", WaitlistDocument.place(person, number)));
        }
        waitlist.createIndex(
                Indexes.ascending("place"),
                new IndexOptions().name("by_place").unique(true).sparse(true));
    }

    private static Iterable<String> open() {
        return Arrays.stream(WaitlistState.values())
                .filter(WaitlistState::isOpen)
                .map(WaitlistState::name)
                .toList();
    }
}
