package org.passerelle.calendar.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.passerelle.platform.OwnerSlots;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored feeds. For a moment while an address is changed, a feed has two documents of one public id. */
@Repository
class FeedDocuments {

    private static final Comparator<FeedDocument> OLDEST_FIRST =
            Comparator.comparing(FeedDocument::createdAt).thenComparing(FeedDocument::publicId);

    private final MongoTemplate mongo;

    FeedDocuments(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<FeedDocument> find(String hash) {
        return Optional.ofNullable(mongo.findById(hash, FeedDocument.class));
    }

    List<FeedDocument> ownedBy(PersonId owner) {
        return mongo.find(Query.query(Criteria.where("owner").is(owner.text())), FeedDocument.class).stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    List<FeedDocument> all() {
        return mongo.findAll(FeedDocument.class);
    }

    void add(FeedDocument feed) {
        mongo.insert(feed);
    }

    /** Gives a feed its number; it keeps its own if a new feed was quicker. */
    void number(String hash, int slot) {
        try {
            mongo.updateFirst(byHash(hash), Update.update(OwnerSlots.FIELD, slot), FeedDocument.class);
        } catch (DuplicateKeyException taken) {
            // Theirs is one feed more than its owner may have, which is better than an address that nobody is told.
        }
    }

    void remove(FeedDocument feed) {
        mongo.remove(byHash(feed.hash()), FeedDocument.class);
    }

    static Query byHash(String hash) {
        return Query.query(Criteria.where("_id").is(hash));
    }
}
