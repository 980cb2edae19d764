package org.passerelle.invitation.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.passerelle.invitation.inbox.InboxMail.Course;
import org.passerelle.invitation.inbox.InboxMail.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The stored mail. What is written about a mail is kept apart from its bytes, so that a look at many reads little. */
@Repository
class InboxStore {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("received"), Sort.Order.asc("_id"));

    private static final List<String> OPEN =
            Stream.of(State.values()).filter(State::isOpen).map(State::name).toList();

    private static final int MOST_FORGOTTEN_AT_ONCE = 1_000;

    private final MongoTemplate mongo;

    InboxStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Stores a mail as received, first its bytes, so that whatever is listed is whole; whether it was not there before. */
    boolean add(InboxMail mail, byte[] raw) {
        if (find(mail.id()).isPresent()) {
            return false;
        }
        mongo.save(new InboxContent(mail.id(), new Binary(raw)));
        try {
            mongo.insert(new InboxDocument(
                    mail.id(),
                    mail.received(),
                    new InboxDocument.Envelope(mail.returnPath(), mail.recipient(), mail.trusted()),
                    State.RECEIVED.name(),
                    0,
                    null));
            return true;
        } catch (DuplicateKeyException sameMail) {
            return false;
        }
    }

    Optional<InboxMail> find(String id) {
        return Optional.ofNullable(mongo.findById(id, InboxDocument.class)).map(InboxDocument::toMail);
    }

    byte[] raw(String id) {
        return Optional.ofNullable(mongo.findById(id, InboxContent.class))
                .map(InboxContent::raw)
                .map(Binary::getData)
                .orElse(new byte[0]);
    }

    /** Those that are not dealt with to the end, by age. */
    List<String> waiting(int most) {
        Query query = Query.query(Criteria.where("state").in(OPEN))
                .with(Sort.by("received", "_id"))
                .limit(most);
        return mongo.find(query, InboxDocument.class).stream()
                .map(InboxDocument::id)
                .toList();
    }

    /**
     * A page of them, the newest first.
     *
     * @param recipients only mail to these; empty for all mail
     * @param after the last mail of the page before
     */
    List<InboxMail> page(Optional<Collection<String>> recipients, Optional<InboxMail> after, int most) {
        Query query = new Query().with(NEWEST_FIRST).limit(most);
        recipients.ifPresent(
                some -> query.addCriteria(Criteria.where("envelope.recipient").in(some)));
        after.ifPresent(last -> query.addCriteria(new Criteria()
                .orOperator(
                        Criteria.where("received").lt(last.received()),
                        Criteria.where("received")
                                .is(last.received())
                                .and("_id")
                                .gt(last.id()))));
        return mongo.find(query, InboxDocument.class).stream()
                .map(InboxDocument::toMail)
                .toList();
    }

    void note(String id, Course course) {
        Update update = new Update()
                .set("state", course.state().name())
                .set("attempts", course.attempts())
                .set("told", InboxDocument.Told.of(course));
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), update, InboxDocument.class);
    }

    /** Keeps the newest {@code most}, and every one that is not dealt with yet. */
    void forgetAllBut(int most) {
        Query old = new Query().with(NEWEST_FIRST).skip(most).limit(MOST_FORGOTTEN_AT_ONCE);
        List<String> ids = mongo.find(old, InboxDocument.class).stream()
                .map(InboxDocument::toMail)
                .filter(mail -> !mail.course().state().isOpen())
                .map(InboxMail::id)
                .toList();
        if (!ids.isEmpty()) {
            Query them = Query.query(Criteria.where("_id").in(ids));
            mongo.remove(them, InboxDocument.class);
            mongo.remove(them, InboxContent.class);
        }
    }
}
