package org.passerelle.account.passkey;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.AccountEnded;
import org.passerelle.account.PersonId;
import org.passerelle.platform.OwnerSlots;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The passkeys of everybody. */
@Component
public class Passkeys {

    /** So many a person may have. */
    public static final int MOST = 10;

    private final MongoTemplate mongo;
    private final Clock clock;

    Passkeys(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Those of {@code owner}, oldest first. */
    public List<Passkey> of(PersonId owner) {
        return documentsOf(owner).stream()
                .map(PasskeyDocument::toPasskey)
                .sorted(Comparator.comparing(Passkey::created).thenComparing(Passkey::id))
                .toList();
    }

    Optional<PasskeyDocument> find(String id) {
        return Optional.ofNullable(mongo.findById(id, PasskeyDocument.class));
    }

    /**
     * Keeps a new one.
     *
     * @return false if {@code owner} has {@link #MOST}, or one of that id is known, be it somebody else's
     */
    boolean add(PersonId owner, String id, String name, byte[] key, long count) {
        if (find(id).isPresent()) {
            return false;
        }
        return OwnerSlots.insert(
                MOST,
                documentsOf(owner).stream().map(PasskeyDocument::slot).toList(),
                slot -> mongo.insert(new PasskeyDocument(id, slot, owner.text(), name, key, count, now(), null)));
    }

    /**
     * Notes that somebody signs in with it.
     *
     * @return false if it is gone, or its count has moved on meanwhile: then two have used it at once
     */
    boolean used(PasskeyDocument passkey, long count) {
        Query same =
                Query.query(Criteria.where("_id").is(passkey.id()).and("count").is(passkey.count()));
        return mongo.updateFirst(same, new Update().set("count", count).set("used", now()), PasskeyDocument.class)
                        .getMatchedCount()
                == 1;
    }

    /** False if {@code owner} has none of that id. */
    public boolean remove(PersonId owner, String id) {
        Query own = Query.query(Criteria.where("_id").is(id).and("owner").is(owner.text()));
        return mongo.remove(own, PasskeyDocument.class).getDeletedCount() == 1;
    }

    @EventListener
    void on(AccountEnded ended) {
        mongo.remove(Query.query(Criteria.where("owner").is(ended.id().text())), PasskeyDocument.class);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private List<PasskeyDocument> documentsOf(PersonId owner) {
        return mongo.find(Query.query(Criteria.where("owner").is(owner.text())), PasskeyDocument.class);
    }
}
