package org.passerelle.backup;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.passerelle.backup.archive.BackupEntry;
import org.passerelle.backup.archive.BackupFile;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.backup.archive.BsonStream;
import org.passerelle.platform.files.OwnerOnlyFiles;

/** Fills an empty database, and an empty folder, with what is in a backup that is believed. */
final class RestoreBackup {

    private static final int MOST_DOCUMENTS = 1000;
    private static final int MOST_BYTES = 8 << 20;

    private final BackupFile backup;
    private final ProgressLog progress;

    RestoreBackup(BackupFile backup, ProgressLog progress) {
        this.backup = backup;
        this.progress = progress;
    }

    /** Indexes come first, so that nothing gets in that they forbid. */
    void documents(MongoDatabase database) throws IOException {
        for (BackupEntry entry : backup.entries()) {
            switch (entry.kind()) {
                case COLLECTION, SEALED_COLLECTION -> collection(entry, database);
                case FILE, SEALED_FILE -> {}
            }
        }
    }

    private void collection(BackupEntry entry, MongoDatabase database) throws IOException {
        String name = entry.collection();
        database.createCollection(name);
        if (!entry.indexes().isEmpty()) {
            database.runCommand(new Document("createIndexes", name).append("indexes", entry.indexes()));
        }
        Batches batches = new Batches(database.getCollection(name, RawBsonDocument.class)::insertMany);
        try (InputStream in = backup.read(entry)) {
            BsonStream.read(in, batches::add);
            batches.insert();
        } catch (MongoBulkWriteException e) {
            throw new BackupRefused(
                    "The backup holds documents of " + name + " that exclude each other: "
                            + e.getWriteErrors().get(0).getMessage(),
                    e);
        }
        long stored = database.getCollection(name).countDocuments();
        if (stored != entry.count() || batches.count != entry.count()) {
            throw new BackupRefused("Of %d documents of %s %d were restored.".formatted(entry.count(), name, stored));
        }
        progress.tell("%s: %d documents".formatted(name, stored));
    }

    /** Under {@code folder}, for their owner alone. */
    void files(Path folder) throws IOException {
        for (BackupEntry entry : backup.entries()) {
            switch (entry.kind()) {
                case FILE, SEALED_FILE ->
                    file(entry, folder.resolve(entry.path()).normalize(), folder);
                case COLLECTION, SEALED_COLLECTION -> {}
            }
        }
    }

    private void file(BackupEntry entry, Path file, Path folder) throws IOException {
        if (!file.startsWith(folder)) {
            throw new BackupRefused("The backup has an entry whose name leads elsewhere: " + entry.name() + ".");
        }
        OwnerOnlyFiles.createFoldersOf(file);
        try (InputStream in = backup.read(entry);
                var out = Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OwnerOnlyFiles.newFile(file))) {
            in.transferTo(Channels.newOutputStream(out));
        }
    }

    private static final class Batches {

        private final Consumer<List<RawBsonDocument>> inserting;
        private final List<RawBsonDocument> some = new ArrayList<>();
        private int bytes;
        private long count;

        Batches(Consumer<List<RawBsonDocument>> inserting) {
            this.inserting = inserting;
        }

        void add(RawBsonDocument document) {
            some.add(document);
            bytes += document.getByteBuffer().remaining();
            count++;
            if (some.size() == MOST_DOCUMENTS || bytes > MOST_BYTES) {
                insert();
            }
        }

        void insert() {
            if (!some.isEmpty()) {
                inserting.accept(some);
                some.clear();
                bytes = 0;
            }
        }
    }
}
