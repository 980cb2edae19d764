package org.passerelle.closure.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.passerelle.closure.model.SiteClosure.ClosureStep;
import org.passerelle.platform.Migration;
import org.passerelle.platform.OwnerSlots;
import org.springframework.stereotype.Component;

/**
 * Gives each closure a place among those of its site, so that no site has more than it may. Whoever has more keeps them. One that has
 * ended has a place of its own, by which nothing is counted.
 */
@Component
class M261_ClosurePlaces implements Migration {

    @Override
    public int number() {
        return 261;
    }

    @Override
    public String description() {
        return "places of closures among those of a site";
    }

    @Override
    public void apply(MongoDatabase database) {
        MongoCollection<Document> closures = database.getCollection(ClosureDocuments.CLOSURES);
        Map<String, Integer> last = new HashMap<>();
        List<Document> all = closures.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
        for (Document closure : all) {
            String id = closure.getString("_id");
            String site = closure.getString("site");
            String place = ClosureStep.ENDED.name().equals(closure.getString("step"))
                    ? id
                    : site + ClosureDocuments.PLACE + last.merge(site, 1, Integer::sum);
            closures.updateOne(Filters.eq("_id", id), Updates.set(OwnerSlots.FIELD, place));
        }
        closures.createIndex(
                Indexes.ascending(OwnerSlots.FIELD),
                new IndexOptions().name("closures_by_place").unique(true));
    }
}
