package org.passerelle.reception;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.passerelle.platform.text.Text;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Guests in the database, apart from the bookings: a document for each document of bookings that has any, under the same name.
 * So they are forgotten without touching what is kept for longer, and are in no record.
 */
@Component
class GuestListDocuments {

    static final String COLLECTION = "guestLists";

    private static final String GUESTS = "guests";
    private static final String NAME = "name";
    private static final String ORGANISATION = "organisation";

    private final MongoTemplate mongo;

    GuestListDocuments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The lists there are of {@code roots}. */
    Map<String, List<ExpectedGuest>> of(Collection<String> roots) {
        Map<String, List<ExpectedGuest>> lists = new HashMap<>();
        if (!roots.isEmpty()) {
            collection()
                    .find(Filters.in("_id", roots))
                    .forEach(document -> lists.put(document.getString("_id"), guests(document)));
        }
        return lists;
    }

    /** Replaces what there was; none are no document. */
    void put(String root, List<ExpectedGuest> guests) {
        if (guests.isEmpty()) {
            collection().deleteOne(Filters.eq("_id", root));
            return;
        }
        Document document = new Document("_id", root)
                .append(
                        GUESTS,
                        guests.stream().map(GuestListDocuments::document).toList());
        collection().replaceOne(Filters.eq("_id", root), document, new ReplaceOptions().upsert(true));
    }

    /** Of all lists. */
    List<String> roots() {
        List<String> roots = new ArrayList<>();
        collection().find().forEach(document -> roots.add(document.getString("_id")));
        return roots;
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    private static Document document(ExpectedGuest guest) {
        Document document = new Document(NAME, guest.name());
        return guest.organisation().isEmpty() ? document : document.append(ORGANISATION, guest.organisation());
    }

    /** Without those whose names were cut out since. */
    private static List<ExpectedGuest> guests(Document document) {
        return document.getList(GUESTS, Document.class).stream()
                .filter(each -> !each.get(NAME, "").isBlank())
                .map(each -> new ExpectedGuest(fit(each.get(NAME, "")), fit(each.get(ORGANISATION, ""))))
                .toList();
    }

    private static String fit(String stored) {
        return Text.line(stored, ExpectedGuest.LONGEST);
    }
}
