package org.passerelle.invitation.offers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Offers in the database, read by {@code _id}. */
@Component
class OfferStore {

    /** For so long a link still says what became of it. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final MongoTemplate mongo;

    OfferStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Offer> find(String id) {
        return Optional.ofNullable(mongo.findById(id, OfferDocument.class)).map(OfferDocument::toOffer);
    }

    void save(Offer offer) {
        mongo.save(OfferDocument.of(offer));
    }

    /** Forgets those that ended long before {@code now}. */
    void tidy(Instant now) {
        mongo.remove(Query.query(Criteria.where("until").lt(now.minus(REMEMBERED))), OfferDocument.class);
    }
}
