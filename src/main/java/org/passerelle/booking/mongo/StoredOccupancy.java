package org.passerelle.booking.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.passerelle.booking.Holding;
import org.passerelle.booking.Occupancy;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What the documents of the bookings hold. Writes of this node are told as they are made, at no cost but that of telling. */
@Component
class StoredOccupancy implements Occupancy {

    private final MongoOperations mongo;
    private final FamilySearch search;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    StoredOccupancy(MongoOperations mongo, FamilySearch search) {
        this.mongo = mongo;
        this.search = search;
    }

    @Override
    public void follow(Follower follower) {
        followers.add(follower);
    }

    @Override
    public void recallAll(Consumer<Holding> each) {
        search.holdings(each);
    }

    void wrote(Family family) {
        if (!followers.isEmpty()) {
            tell(HoldingDocument.of(family));
        }
    }

    private void tell(Holding holding) {
        followers.forEach(follower -> follower.wrote(holding));
    }

    @Override
    public void readAll(Consumer<Holding> each) {
        find(new Document(), each);
    }

    @Override
    public List<Holding> read(Collection<String> roots) {
        List<String> all = List.copyOf(roots);
        List<Holding> found = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += FamilySearch.A_BATCH) {
            find(in("_id", all.subList(from, Math.min(all.size(), from + FamilySearch.A_BATCH))), found::add);
        }
        return found;
    }

    private void find(Bson filter, Consumer<Holding> each) {
        collection()
                .find(filter)
                .projection(HoldingDocument.FIELDS)
                .batchSize(FamilySearch.A_BATCH)
                .map(HoldingDocument::from)
                .forEach(each);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(MongoBookings.COLLECTION);
    }
}
