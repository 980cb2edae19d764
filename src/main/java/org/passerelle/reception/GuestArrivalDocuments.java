package org.passerelle.reception;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Which guests have come, in the database: a document for each, that a press makes and another takes away. It has no name, only
 * the id of the guest behind that of the documents of bookings, so that all of one booking are found by the order of the ids.
 */
@Component
class GuestArrivalDocuments {

    static final String COLLECTION = "guestArrivals";

    private static final String AT = "at";
    private static final String BEHIND = "/";
    /** What follows {@link #BEHIND} in the order of characters. */
    private static final String PAST = "0";

    private final MongoTemplate mongo;

    GuestArrivalDocuments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** When those of {@code guests} came who have; by their ids. */
    Map<String, Instant> of(String root, Collection<String> guests) {
        Map<String, Instant> arrived = new HashMap<>();
        if (!guests.isEmpty()) {
            List<String> ids = guests.stream().map(guest -> id(root, guest)).toList();
            collection()
                    .find(Filters.in("_id", ids))
                    .forEach(document -> arrived.put(
                            document.getString("_id").substring(root.length() + 1),
                            Instant.ofEpochMilli(document.getLong(AT))));
        }
        return arrived;
    }

    /** Whoever is noted twice came when they were noted first. */
    void put(String root, String guest, Instant at) {
        collection()
                .updateOne(
                        Filters.eq("_id", id(root, guest)),
                        Updates.setOnInsert(AT, at.toEpochMilli()),
                        new UpdateOptions().upsert(true));
    }

    void remove(String root, String guest) {
        collection().deleteOne(Filters.eq("_id", id(root, guest)));
    }

    /** All of one document of bookings. */
    void forget(String root) {
        Bson all = Filters.and(Filters.gt("_id", root + BEHIND), Filters.lt("_id", root + PAST));
        collection().deleteMany(all);
    }

    /** The documents of bookings of which any guest has come. */
    Set<String> roots() {
        Set<String> roots = new HashSet<>();
        collection().find().projection(Projections.include("_id")).forEach(document -> {
            String id = document.getString("_id");
            roots.add(id.substring(0, id.lastIndexOf(BEHIND)));
        });
        return roots;
    }

    private static String id(String root, String guest) {
        return root + BEHIND + guest;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
