package org.passerelle.waitlist;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.account.PersonId;
import org.passerelle.platform.OwnerSlots;
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

    private static final String PLACE = "place";

    private final MongoTemplate mongo;

    WaitlistEntries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Adds an entry, if its person has fewer than {@code most} places, however many they ask for at once, and on however many nodes:
     * each place has a number, and a unique index allows it once.
     *
     * @param now those that nothing can come of any more by then leave their places
     * @return whether it was added; there was no place, or an entry of that id, if not
     */
    boolean add(WaitlistEntry entry, int most, Instant now) {
        String person = entry.person().text();
        Set<String> taken = new HashSet<>();
        for (WaitlistDocument document : documents(Criteria.where("person").is(person))) {
            if (document.place() == null) {
                continue;
            }
            if (document.toEntry().isOver(now)) {
                mongo.updateFirst(byId(document.id()), new Update().unset(PLACE), WaitlistDocument.class);
            } else {
                taken.add(document.place());
            }
        }
        List<Integer> numbers = IntStream.rangeClosed(1, most)
                .filter(number -> taken.contains(WaitlistDocument.place(person, number)))
                .boxed()
                .toList();
        return OwnerSlots.insert(
                most,
                numbers,
                number -> mongo.insert(WaitlistDocument.of(entry, WaitlistDocument.place(person, number))));
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
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
        return documents(criteria).stream()
                .map(WaitlistDocument::toEntry)
                .sorted(BY_AGE)
                .toList();
    }

    private List<WaitlistDocument> documents(Criteria criteria) {
        return mongo.find(Query.query(criteria), WaitlistDocument.class);
    }

    /** What is stored now, unless it was no longer at the version of {@code changed}; then nothing is changed. */
    Optional<WaitlistEntry> replace(WaitlistEntry changed) {
        long version = changed.standing().version();
        WaitlistEntry next = changed.atVersion(version + 1);
        WaitlistDocument document = WaitlistDocument.of(next, null);
        Query current = Query.query(
                Criteria.where("_id").is(changed.id()).and("version").is(version));
        Update update = new Update()
                .set("course", document.course())
                .set("state", document.state())
                .set("version", document.version());
        if (!next.state().isOpen()) {
            update.unset(PLACE);
        }
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
