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
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Applies what the database has not seen yet of the migrations, in the order of their numbers. Two nodes that start at
 * once may both apply one; only the mark in the collection {@code migrations} is unique, and losing it is no failure.
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
        marks.find().map(mark -> mark.getInteger("_id")).into(applied);
        for (Migration migration : migrations) {
            if (!applied.contains(migration.number())) {
                migration.apply(database);
                mark(marks, migration);
            }
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
