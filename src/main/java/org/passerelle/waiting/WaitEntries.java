package org.passerelle.waiting;

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

/** The stored line: each write is one command on one document. */
@Repository
class WaitEntries {

    private static final Comparator<WaitEntry> BY_AGE =
            Comparator.comparing(WaitEntry::created).thenComparing(WaitEntry::id);

    private static final List<String> OPEN = Arrays.stream(WaitState.values())
            .filter(WaitState::isOpen)
            .map(WaitState::name)
            .toList();

    private final MongoTemplate mongo;

    WaitEntries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Returns whether there was none of that id. */
    boolean add(WaitEntry entry) {
        try {
            mongo.insert(WaitDocument.of(entry));
            return true;
        } catch (DuplicateKeyException sameId) {
            return false;
        }
    }

    Optional<WaitEntry> find(String id) {
        return Optional.ofNullable(mongo.findById(id, WaitDocument.class)).map(WaitDocument::toEntry);
    }

    /** Everything that somebody waits or waited for, the oldest first. */
    List<WaitEntry> of(PersonId person) {
        return found(Criteria.where("person").is(person.text()));
    }

    /** All who wait or have an offer, the oldest first. */
    List<WaitEntry> open() {
        return found(Criteria.where("state").in(OPEN));
    }

    private List<WaitEntry> found(Criteria criteria) {
        return mongo.find(Query.query(criteria), WaitDocument.class).stream()
                .map(WaitDocument::toEntry)
                .sorted(BY_AGE)
                .toList();
    }

    /** What is stored now, unless it was no longer at the version of {@code changed}; then nothing is changed. */
    Optional<WaitEntry> replace(WaitEntry changed) {
        long version = changed.standing().version();
        WaitEntry next = changed.atVersion(version + 1);
        WaitDocument document = WaitDocument.of(next);
        Query current = Query.query(
                Criteria.where("_id").is(changed.id()).and("version").is(version));
        Update update = new Update()
                .set("course", document.course())
                .set("state", document.state())
                .set("version", document.version());
        return mongo.updateFirst(current, update, WaitDocument.class).getModifiedCount() == 0
                ? Optional.empty()
                : Optional.of(next);
    }

    /** Forgets what has been over since before {@code since}. */
    void forget(Instant since) {
        mongo.remove(
                Query.query(
                        Criteria.where("state").nin(OPEN).and("course.changed").lt(since)),
                WaitDocument.class);
    }
}
