package org.passerelle.invitation.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.types.Binary;
import org.passerelle.invitation.inbox.InboxMail.Course;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored mail. */
@Repository
class InboxStore {

    private static final Comparator<InboxMail> NEWEST_FIRST =
            Comparator.comparing(InboxMail::received).reversed().thenComparing(InboxMail::id);

    private final MongoTemplate mongo;

    InboxStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Stores a mail as received; whether it was not there before. */
    boolean add(InboxMail mail, byte[] raw) {
        try {
            mongo.insert(new InboxDocument(
                    mail.id(),
                    mail.received(),
                    new InboxDocument.Envelope(mail.returnPath(), mail.recipient(), mail.trusted()),
                    State.RECEIVED.name(),
                    0,
                    null,
                    new Binary(raw)));
            return true;
        } catch (DuplicateKeyException sameMail) {
            return false;
        }
    }

    Optional<InboxMail> find(String id) {
        return document(id).map(InboxDocument::toMail);
    }

    private Optional<InboxDocument> document(String id) {
        return Optional.ofNullable(mongo.findById(id, InboxDocument.class));
    }

    byte[] raw(String id) {
        return document(id).map(InboxDocument::raw).map(Binary::getData).orElse(new byte[0]);
    }

    /** Those that are not dealt with to the end, by age. */
    List<String> waiting() {
        Query query = Query.query(Criteria.where("state").is(State.RECEIVED.name()));
        query.fields().exclude("raw");
        return mongo.find(query, InboxDocument.class).stream()
                .map(InboxDocument::toMail)
                .sorted(NEWEST_FIRST.reversed())
                .map(InboxMail::id)
                .toList();
    }

    /** All of them without their content, the newest first. */
    List<InboxMail> all() {
        Query query = new Query();
        query.fields().exclude("raw");
        return mongo.find(query, InboxDocument.class).stream()
                .map(InboxDocument::toMail)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    void note(String id, Course course) {
        Update update = new Update()
                .set("state", course.state().name())
                .set("attempts", course.attempts())
                .set(
                        "told",
                        new InboxDocument.Told(course.sender(), course.subject(), course.grounds(), course.answers()));
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), update, InboxDocument.class);
    }

    /** Keeps the newest {@code most}, and every one that is not dealt with yet. */
    void forgetAllBut(int most) {
        List<String> old = all().stream()
                .skip(most)
                .filter(mail -> mail.course().state() != State.RECEIVED)
                .map(InboxMail::id)
                .toList();
        if (!old.isEmpty()) {
            mongo.remove(Query.query(Criteria.where("_id").in(old)), InboxDocument.class);
        }
    }
}
