package org.passerelle.account.deputy.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.passerelle.account.AccountId;
import org.passerelle.account.deputy.DeputyChange;
import org.passerelle.account.deputy.DeputyChange.DeputyChangeKind;
import org.passerelle.account.deputy.DeputyRecord;
import org.passerelle.account.deputy.DeputyTerms;
import org.passerelle.account.deputy.Principal;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** {@link DeputyRecord} in a collection of its own; a document is written once and never changed. */
@Component
class MongoDeputyRecord implements DeputyRecord {

    static final String COLLECTION = "deputyRecord";

    private final MongoOperations mongo;

    MongoDeputyRecord(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean add(DeputyChange change) {
        try {
            collection().insertOne(document(change));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Optional<DeputyChange> find(String id) {
        return Optional.ofNullable(collection().find(eq("_id", id)).first()).flatMap(MongoDeputyRecord::change);
    }

    @Override
    public List<DeputyChange> since(Instant since) {
        return collection().find(gte("at", Date.from(since))).into(new ArrayList<>()).stream()
                .flatMap(document -> change(document).stream())
                .sorted(Comparator.comparing(DeputyChange::at).reversed().thenComparing(DeputyChange::id))
                .toList();
    }

    private static Document document(DeputyChange change) {
        Document document = new Document("_id", change.id())
                .append("at", Date.from(change.at()))
                .append("kind", change.kind().name())
                .append("principal", change.principal().text())
                .append("deputy", change.deputy().text())
                .append("closely", change.terms().includesPrivate());
        change.terms().from().ifPresent(from -> document.append("from", Date.from(from)));
        change.terms().until().ifPresent(until -> document.append("until", Date.from(until)));
        change.by().ifPresent(by -> document.append("by", by.text()));
        return document;
    }

    private static Optional<DeputyChange> change(Document document) {
        return Principal.read(document.getString("principal"))
                .map(principal -> new DeputyChange(
                        document.getString("_id"),
                        document.getDate("at").toInstant(),
                        DeputyChangeKind.valueOf(document.getString("kind")),
                        principal,
                        new AccountId(document.getString("deputy")),
                        new DeputyTerms(
                                instant(document.getDate("from")),
                                instant(document.getDate("until")),
                                document.getBoolean("closely", false)),
                        Optional.ofNullable(document.getString("by")).map(AccountId::new)));
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }
}
