package org.passerelle.privacy.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.passerelle.account.AccountId;
import org.passerelle.privacy.CopyNote;
import org.passerelle.privacy.CopyNotes;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link CopyNotes} in a collection of their own, of which there are few. */
@Repository
class MongoCopyNotes implements CopyNotes {

    static final String COLLECTION = "copiesOfOthers";

    private final MongoOperations mongo;

    MongoCopyNotes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void add(CopyNote note) {
        collection()
                .insertOne(new Document("_id", note.id())
                        .append("at", Date.from(note.at()))
                        .append("by", note.by().text())
                        .append(
                                "accounts",
                                note.accounts().stream()
                                        .map(AccountId::text)
                                        .sorted()
                                        .toList())
                        .append("addresses", note.addresses().stream().sorted().toList()));
    }

    @Override
    public Optional<CopyNote> find(String id) {
        return Optional.ofNullable(collection().find(Filters.eq("_id", id)).first())
                .map(MongoCopyNotes::note);
    }

    @Override
    public List<CopyNote> all() {
        return collection()
                .find()
                .sort(Sorts.descending("at", "_id"))
                .map(MongoCopyNotes::note)
                .into(new ArrayList<>());
    }

    private static CopyNote note(Document document) {
        return new CopyNote(
                document.getString("_id"),
                document.getDate("at").toInstant(),
                new AccountId(document.getString("by")),
                document.getList("accounts", String.class).stream()
                        .map(AccountId::new)
                        .collect(Collectors.toSet()),
                Set.copyOf(document.getList("addresses", String.class)));
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }
}
