package org.passerelle.waitlist;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.PersonId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored queue: each write is one command on one document. */
@Repository
class WaitlistEntries {

    private static final Comparator<WaitlistEntry> BY_AGE =
            Comparator.comparing(WaitlistEntry::created).thenComparing(WaitlistEntry::id);

    private static final List<String> OPEN = Arrays.stream(WaitlistState.values())
            .filter(WaitlistState::isOpen)
            .map(WaitlistState::name)
            .toList();

    private final MongoTemplate mongo;

    WaitlistEntries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Returns whether there was none of that id. */
    boolean add(WaitlistEntry entry) {
        try {
            mongo.insert(WaitlistDocument.of(entry));
            return true;
        } catch (DuplicateKeyException sameId) {
            return false;
        }
    }

    Optional<WaitlistEntry> find(String id) {
        return Optional.ofNullable(mongo.findById(id, WaitlistDocument.class)).map(WaitlistDocument::toEntry);
    }

    /** Everything that somebody waits or waited for, the oldest first. */
    List<WaitlistEntry> of(PersonId person) {
        return found(Criteria.where("person").is(person.text()));
    }

    /** All who wait or have an offer, the oldest first. */
    List<WaitlistEntry> open() {
        return found(Criteria.where("state").in(OPEN));
    }

    private List<WaitlistEntry> found(Criteria criteria) {
        return mongo.find(Query.query(criteria), WaitlistDocument.class).stream()
                .map(WaitlistDocument::toEntry)
                .sorted(BY_AGE)
                .toList();
    }

    /** What is stored now, unless it was no longer at the version of {@code changed}; then nothing is changed. */
    Optional<WaitlistEntry> replace(WaitlistEntry changed) {
        long version = changed.standing().version();
        WaitlistEntry next = changed.atVersion(version + 1);
        WaitlistDocument document = WaitlistDocument.of(next);
        Query current = Query.query(
                Criteria.where("_id").is(changed.id()).and("version").is(version));
        Update update = new Update()
                .set("course", document.course())
                .set("state", document.state())
                .set("version", document.version());
        return mongo.updateFirst(current, update, WaitlistDocument.class).getModifiedCount() == 0
                ? Optional.empty()
                : Optional.of(next);
    }

    /** Forgets what has been over since before {@code since}. */
    void forget(Instant since) {
        mongo.remove(
                Query.query(
                        Criteria.where("state").nin(OPEN).and("course.changed").lt(since)),
                WaitlistDocument.class);
    }
}
