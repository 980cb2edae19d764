package org.passerelle.directory.store;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The text of the directory in force, in one document with a version. Version 0 stands for no document. */
class DirectoryTexts {

    private static final String ID = "current";
    private static final Query CURRENT = query(where("_id").is(ID));

    private final MongoOperations mongo;

    DirectoryTexts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Document("directory")
    record DirectoryText(@Id String id, long version, String text) {}

    Optional<DirectoryText> load() {
        return Optional.ofNullable(mongo.findOne(CURRENT, DirectoryText.class));
    }

    long version() {
        var projected = query(where("_id").is(ID));
        projected.fields().include("version");
        var found = mongo.findOne(projected, org.bson.Document.class, mongo.getCollectionName(DirectoryText.class));
        return found == null ? 0 : found.get("version", Number.class).longValue();
    }

    /** Puts a text in the place of {@code version}, as the next version; false if that version is not the latest. */
    boolean replace(long version, String text) {
        if (version == 0) {
            return insertFirst(text);
        }
        var update = new Update().set("version", version + 1).set("text", text);
        return mongo.updateFirst(of(version), update, DirectoryText.class).getModifiedCount() == 1;
    }

    /** Puts a text that means the same in the place of {@code version}, without a new version. */
    void reword(long version, String text) {
        mongo.updateFirst(of(version), new Update().set("text", text), DirectoryText.class);
    }

    private static Query of(long version) {
        return query(where("_id").is(ID).and("version").is(version));
    }

    private boolean insertFirst(String text) {
        try {
            mongo.insert(new DirectoryText(ID, 1, text));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
