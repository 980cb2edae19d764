package org.passerelle.booking.store.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.passerelle.booking.changelog.mongo.FollowedLog;
import org.passerelle.booking.changelog.mongo.LoggedVersions;
import org.passerelle.booking.model.Holding;
import org.passerelle.booking.store.BookingWrite;
import org.passerelle.booking.store.Occupancy;
import org.passerelle.booking.store.mongo.OtherNodes.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/** What the documents of the bookings hold. Writes of this node are told as they are made, at no cost but that of telling. */
class StoredOccupancy implements Occupancy, AutoCloseable {

    /** Ids and versions are small. */
    private static final int A_BATCH_OF_VERSIONS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(StoredOccupancy.class);

    private final MongoOperations mongo;
    private final FamilySearch search;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final @Nullable OtherNodes others;
    private final @Nullable FollowedLog log;

    /** As of a database that this process alone writes to. */
    StoredOccupancy(MongoOperations mongo, FamilySearch search) {
        this.mongo = mongo;
        this.search = search;
        this.others = null;
        this.log = null;
    }

    /**
     * @param changes tell sooner of what other nodes write
     * @param logged tells of all of it that is worth a line in the record
     */
    StoredOccupancy(
            MongoOperations mongo, FamilySearch search, ChangeSource changes, Pauses pauses, LoggedVersions logged) {
        this.mongo = mongo;
        this.search = search;
        this.others = new OtherNodes(changes, this::heard, this::catchUp, pauses);
        this.log = new FollowedLog(logged, this::heard, pauses.log());
    }

    @Override
    public void follow(Follower follower) {
        boolean isFirst = followers.isEmpty();
        followers.add(follower);
        if (others != null && log != null && isFirst) {
            log.start();
            others.start();
        }
    }

    @Override
    public void recallAll(Consumer<Holding> each) {
        search.holdings(each);
    }

    @Override
    public Duration lag() {
        return log == null ? Duration.ZERO : log.lag();
    }

    /** Tells of a write of this node. */
    void wrote(Holding holding, BookingWrite write) {
        for (Follower follower : followers) {
            try {
                follower.wrote(holding, write);
            } catch (RuntimeException e) {
                // It is written; whoever booked is told so, and the other followers are told as well.
                LOG.error("What follows from a booking failed in {}", follower.getClass(), e);
            }
        }
    }

    /** Tells of a write of this node of which it is not known what it has changed. */
    void wrote(Holding holding) {
        tell(holding);
    }

    /** Reads and tells what was written elsewhere; what this node wrote is known already. */
    private void heard(Map<String, Long> versions) {
        List<String> unknown = versions.entrySet().stream()
                .filter(each -> !areKnown(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        read(unknown).forEach(this::tell);
    }

    private boolean areKnown(String root, long version) {
        return followers.stream().allMatch(follower -> follower.knows(root, version));
    }

    private void catchUp() {
        List<String> unknown = new ArrayList<>();
        collection()
                .find()
                .projection(Projections.include("version"))
                .batchSize(A_BATCH_OF_VERSIONS)
                .forEach(document -> {
                    if (!areKnown(document.getString("_id"), document.getLong("version"))) {
                        unknown.add(document.getString("_id"));
                    }
                });
        read(unknown).forEach(this::tell);
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
        List<Holding> found = new ArrayList<>(roots.size());
        Batches.of(roots, FamilySearch.A_BATCH).forEach(ids -> find(in("_id", ids), found::add));
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

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
        if (others != null) {
            others.close();
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(MongoBookings.COLLECTION);
    }
}
