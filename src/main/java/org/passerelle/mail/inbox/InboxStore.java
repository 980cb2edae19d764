package org.passerelle.mail.inbox;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.passerelle.mail.inbox.InboxMail.MailCourse;
import org.passerelle.mail.inbox.InboxMail.MailState;
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

    private static final List<String> OPEN = Stream.of(MailState.values())
            .filter(MailState::isOpen)
            .map(MailState::name)
            .toList();

    private static final int MOST_FORGOTTEN_AT_ONCE = 1_000;

    /** What one mail may have on average; invitations have less. */
    static final int USUAL_BYTES = 40 * 1024;

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
                    MailState.RECEIVED.name(),
                    0,
                    null,
                    raw.length));
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

    void note(String id, MailCourse course) {
        Update update = new Update()
                .set("state", course.state().name())
                .set("attempts", course.attempts())
                .set("told", InboxDocument.StoredCourse.of(course));
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), update, InboxDocument.class);
    }

    /**
     * Keeps the newest {@code most} of those that are dealt with, and as many of those that wait for a manager, of either no more than
     * {@code bytes} together; and every one that is not dealt with yet. So nobody's mail that needs no decision displaces what does.
     *
     * @return how many that waited for a manager were forgotten
     */
    int forgetAllBut(int most, long bytes) {
        Kept dealtWith = new Kept(most, bytes);
        Kept undecided = new Kept(most, bytes);
        int forgottenUndecided = 0;
        List<String> ids = new ArrayList<>();
        for (Document mail : mongo.getCollection(InboxDocument.COLLECTION)
                .find()
                .projection(Projections.include("state", "size", "received"))
                .sort(Sorts.orderBy(Sorts.descending("received"), Sorts.ascending("_id")))) {
            MailState state = MailState.valueOf(mail.getString("state"));
            Kept kept = state == MailState.KEPT ? undecided : dealtWith;
            if (!state.isOpen() && !kept.takes(mail.getInteger("size", USUAL_BYTES))) {
                ids.add(mail.getString("_id"));
                forgottenUndecided += state == MailState.KEPT ? 1 : 0;
            }
        }
        for (int from = 0; from < ids.size(); from += MOST_FORGOTTEN_AT_ONCE) {
            Query some = Query.query(
                    Criteria.where("_id").in(ids.subList(from, Math.min(ids.size(), from + MOST_FORGOTTEN_AT_ONCE))));
            mongo.remove(some, InboxDocument.class);
            mongo.remove(some, InboxContent.class);
        }
        return forgottenUndecided;
    }

    /** Counts what is kept, from the newest on, until it is enough. */
    private static final class Kept {

        private int mails;
        private long bytes;

        Kept(int mails, long bytes) {
            this.mails = mails;
            this.bytes = bytes;
        }

        boolean takes(int size) {
            mails--;
            bytes -= size;
            return mails >= 0 && bytes >= 0;
        }
    }
}
