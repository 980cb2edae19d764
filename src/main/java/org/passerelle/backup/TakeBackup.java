package org.passerelle.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.passerelle.backup.archive.BackupManifest;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.backup.archive.BackupWriter;
import org.passerelle.backup.archive.EntryKind;
import org.passerelle.platform.snapshot.Restoring;
import org.passerelle.platform.snapshot.StoreSnapshot;
import org.passerelle.platform.snapshot.StoreSnapshot.DocumentReader;
import org.passerelle.platform.snapshot.StoreSnapshots;

/** Writes all of an installation into one stream: its store as of one moment, and then its files. */
public final class TakeBackup {

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final StoreSnapshots store;
    private final Clock clock;

    public TakeBackup(StoreSnapshots store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes one. Whoever writes goes on writing; what was answered before this was called is in it.
     *
     * @throws BackupRefused if not all of it can be read
     */
    public BackupManifest to(OutputStream out, BackupOrder order, ProgressLog progress) throws IOException {
        List<String> leftOut = new ArrayList<>();
        // Not closed if it fails: an end would make what is not whole look whole.
        BackupWriter writer = BackupWriter.to(out, order.passphrase());
        try (StoreSnapshot snapshot = store.take()) {
            Instant moment = clock.instant();
            for (String collection : snapshot.collections()) {
                if (!Restoring.isMark(collection)) {
                    write(snapshot, collection, writer, leftOut);
                }
            }
            progress.tell("Documents are written.");
            writeFiles(order, writer, leftOut);
            leftOut.forEach(each -> progress.tell("Not in the backup: " + each + "."));
            return writer.finish(version(), moment, snapshot.kind(), leftOut);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static String version() {
        return Optional.ofNullable(TakeBackup.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }

    private static void write(StoreSnapshot snapshot, String collection, BackupWriter writer, List<String> leftOut)
            throws IOException {
        EntryKind kind = BackupScope.kindOfCollection(collection);
        if (kind.isSealed() && !writer.seals()) {
            leftOut.add("the collection " + collection);
            return;
        }
        List<Document> indexes = snapshot.indexes(collection).stream()
                .map(index -> index.decode(CODEC))
                .toList();
        writer.collection(kind, collection, indexes, out -> {
            Documents documents = new Documents(collection, out);
            snapshot.read(collection, documents);
            return documents.count;
        });
    }

    private static void writeFiles(BackupOrder order, BackupWriter writer, List<String> leftOut) throws IOException {
        List<Path> files;
        try (Stream<Path> all = BackupScope.files(order.data(), order.besides().toArray(Path[]::new))) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            String path = order.data().relativize(file).toString().replace('\\', '/');
            EntryKind kind = BackupScope.kindOfFile(path);
            if (kind.isSealed() && !writer.seals()) {
                leftOut.add("the file " + path);
                continue;
            }
            byte[] content;
            try {
                content = Files.readAllBytes(file);
            } catch (NoSuchFileException e) {
                continue; // as mail that has gone meanwhile
            }
            boolean isTaken = writer.file(kind, path, out -> {
                out.write(content);
                return 1;
            });
            if (!isTaken) {
                leftOut.add("the file " + path + ", which is none of the program's");
            }
        }
    }

    private static final class Documents implements DocumentReader {

        private final String collection;
        private final OutputStream out;
        private long count;

        Documents(String collection, OutputStream out) {
            this.collection = collection;
            this.out = out;
        }

        @Override
        public void document(RawBsonDocument document) {
            ByteBuffer bytes = document.getByteBuffer().asNIO();
            try {
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            count++;
        }

        @Override
        public void unreadable(String id, String reason) {
            throw new BackupRefused("The document " + id + " of " + collection + " cannot be read: " + reason
                    + ". No backup is made of a damaged store; see what check says.");
        }
    }
}
