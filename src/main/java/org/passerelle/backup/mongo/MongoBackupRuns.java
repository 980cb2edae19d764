package org.passerelle.backup.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.passerelle.backup.BackupFault;
import org.passerelle.backup.BackupRun;
import org.passerelle.backup.BackupRuns;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** {@link BackupRuns}, a document for each night. */
@Repository
class MongoBackupRuns implements BackupRuns {

    static final String COLLECTION = "backupRuns";

    private final MongoOperations mongo;

    MongoBackupRuns(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean begin(BackupRun run) {
        try {
            collection().insertOne(document(run));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void end(BackupRun run) {
        collection().replaceOne(Filters.eq("_id", run.night()), document(run));
    }

    private static Document document(BackupRun run) {
        Document document = new Document("_id", run.night())
                .append("begun", Date.from(run.begun()))
                .append("bytes", run.bytes());
        run.checked().ifPresent(at -> document.append("checked", Date.from(at)));
        run.fault().ifPresent(fault -> document.append("fault", fault.name()));
        return document;
    }

    /** There are few, so the order is made here. */
    @Override
    public List<BackupRun> lately() {
        List<BackupRun> runs = collection().find().map(MongoBackupRuns::run).into(new ArrayList<>());
        runs.sort(Comparator.comparing(BackupRun::night).reversed());
        return runs;
    }

    private static BackupRun run(Document document) {
        return new BackupRun(
                document.getString("_id"),
                document.getDate("begun").toInstant(),
                document.getLong("bytes"),
                Optional.ofNullable(document.getDate("checked")).map(Date::toInstant),
                Optional.ofNullable(document.getString("fault")).map(BackupFault::valueOf));
    }

    @Override
    public void forgetBefore(String night) {
        collection().deleteMany(Filters.lt("_id", night));
    }

    private MongoCollection<Document> collection() {
        return Objects.requireNonNull(mongo.getCollection(COLLECTION));
    }
}
