package org.passerelle.privacy.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.passerelle.account.AccountId;
import org.passerelle.account.PersonId;
import org.passerelle.platform.personal.DataSubject;
import org.passerelle.privacy.Erasure;
import org.passerelle.privacy.Erasure.ErasureState;
import org.passerelle.privacy.ErasureRecords;
import org.passerelle.privacy.SubjectMark;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link ErasureRecords} in a collection of their own, of which there are few. */
@Repository
public class MongoErasureRecords implements ErasureRecords {

    static final String COLLECTION = "erasures";

    private static final String STATE_FIELD = "state";

    private final MongoOperations mongo;

    public MongoErasureRecords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void put(Erasure erasure) {
        collection().replaceOne(Filters.eq("_id", erasure.id()), document(erasure), new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<Erasure> find(String id) {
        return Optional.ofNullable(collection().find(Filters.eq("_id", id)).first())
                .map(MongoErasureRecords::erasure);
    }

    @Override
    public List<Erasure> all() {
        return collection()
                .find()
                .sort(Sorts.descending("at", "_id"))
                .map(MongoErasureRecords::erasure)
                .into(new ArrayList<>());
    }

    @Override
    public List<Erasure> unfinished() {
        return collection()
                .find(Filters.ne(STATE_FIELD, ErasureState.DONE.name()))
                .sort(Sorts.ascending("at", "_id"))
                .map(MongoErasureRecords::erasure)
                .into(new ArrayList<>());
    }

    private static Document document(Erasure erasure) {
        Document document = new Document("_id", erasure.id())
                .append("at", Date.from(erasure.at()))
                .append("by", erasure.by().text())
                .append("accounts", texts(erasure.accounts()))
                .append(STATE_FIELD, erasure.state().name())
                .append("count", erasure.count())
                .append("left", erasure.left());
        if (!erasure.mark().addresses().isEmpty()) {
            document.append("addresses", sorted(erasure.mark().addresses()));
        }
        erasure.mark().heir().ifPresent(heir -> document.append("heir", heir.text()));
        erasure.ended().ifPresent(end -> document.append("ended", Date.from(end)));
        erasure.subject()
                .ifPresent(subject -> document.append(
                        "subject",
                        new Document("ids", sorted(subject.ids()))
                                .append("addresses", sorted(subject.addresses()))
                                .append("names", sorted(subject.names()))
                                .append("alias", subject.alias())));
        return document;
    }

    private static List<String> texts(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::text).sorted().toList();
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static Erasure erasure(Document document) {
        return new Erasure(
                document.getString("_id"),
                instant(document.getDate("at")),
                PersonId.read(document.getString("by")),
                document.getList("accounts", String.class).stream()
                        .map(AccountId::new)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(document.get("subject", Document.class)).map(MongoErasureRecords::subject),
                ErasureState.valueOf(document.getString(STATE_FIELD)),
                document.getLong("count"),
                Optional.ofNullable(document.getDate("ended")).map(Date::toInstant),
                document.getList("left", String.class),
                new SubjectMark(
                        Set.copyOf(document.getList("addresses", String.class, List.of())),
                        Optional.ofNullable(document.getString("heir")).map(AccountId::new)));
    }

    private static DataSubject subject(Document subject) {
        return new DataSubject(
                Set.copyOf(subject.getList("ids", String.class)),
                Set.copyOf(subject.getList("addresses", String.class)),
                Set.copyOf(subject.getList("names", String.class)),
                subject.getString("alias"));
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }
}
