package org.passerelle.platform.snapshot;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.bson.Document;

/**
 * How a restore that has begun and not ended is known: by a folder in the data folder, or by a document of the database. Neither
 * is opened by a start of the program as long as it is there.
 */
public final class Restoring {

    /** In the data folder: what is being restored, before it takes its place. */
    public static final String FOLDER = "restoring";

    private static final String COLLECTION = "restoring";
    private static final Document MARK = new Document("_id", "restore");

    private Restoring() {}

    public static Path folder(Path data) {
        return data.resolve(FOLDER);
    }

    /** Says that a restore begins; false if another has begun. */
    public static boolean begin(MongoDatabase database) {
        try {
            database.getCollection(COLLECTION).insertOne(new Document(MARK));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    public static boolean isUnfinished(MongoDatabase database) {
        return database.getCollection(COLLECTION).find(MARK).first() != null;
    }

    /** Everything is there, or nothing was restored. */
    public static void end(MongoDatabase database) {
        database.getCollection(COLLECTION).drop();
    }

    /** Whether {@code collection} is not of the restored data. */
    public static boolean isMark(String collection) {
        return collection.equals(COLLECTION);
    }
}
