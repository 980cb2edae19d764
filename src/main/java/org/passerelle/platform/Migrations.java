package org.passerelle.platform;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.passerelle.platform.snapshot.Restoring;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Applies what the database has not seen yet of the migrations, in the order of their numbers. Two nodes that start at
 * once may both apply one; only the mark in the collection {@code migrations} is unique, and losing it is no failure. A database
 * that a newer version has brought to its form is left as it is, as is one that a restore has not filled yet.
 */
@Component
class Migrations implements InitializingBean {

    private final MongoDatabaseFactory databases;
    private final List<Migration> migrations;
    private final Clock clock;

    Migrations(MongoDatabaseFactory databases, List<Migration> migrations, Clock clock) {
        this.databases = databases;
        this.migrations = migrations.stream()
                .sorted(Comparator.comparingInt(Migration::number))
                .toList();
        this.clock = clock;
        refuseSharedNumbers();
    }

    private void refuseSharedNumbers() {
        Set<Integer> numbers = new HashSet<>();
        for (Migration migration : migrations) {
            if (!numbers.add(migration.number())) {
                throw new IllegalStateException("Two migrations have the number " + migration.number());
            }
        }
    }

    @Override
    public void afterPropertiesSet() {
        MongoDatabase database = databases.getMongoDatabase();
        MongoCollection<Document> marks = database.getCollection("migrations");
        Set<Integer> applied = new HashSet<>();
        if (Restoring.isUnfinished(database)) {
            throw new StartupRefused(StoreOpening.HALF_RESTORED);
        }
        marks.find().map(mark -> mark.getInteger("_id")).into(applied);
        refuseNewer(applied);
        for (Migration migration : migrations) {
            if (!applied.contains(migration.number())) {
                migration.apply(database);
                mark(marks, migration);
            }
        }
    }

    /** A number, once given, stays known to all later versions: one that is not known here was given later. */
    private void refuseNewer(Set<Integer> applied) {
        List<Integer> unknown = applied.stream()
                .filter(number -> migrations.stream().noneMatch(each -> each.number() == number))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new StartupRefused("The data was brought to its form by a newer version of Passerelle than this one"
                    + " (migration " + unknown.get(unknown.size() - 1)
                    + "), which this one cannot read. Nothing was changed."
                    + " Start the newer version, or restore a backup that was made before it was installed.");
        }
    }

    private void mark(MongoCollection<Document> marks, Migration migration) {
        try {
            marks.insertOne(new Document("_id", migration.number())
                    .append("description", migration.description())
                    .append("appliedAt", clock.instant()));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
