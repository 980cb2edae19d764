package org.passerelle.backup;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.passerelle.backup.archive.BackupFile;
import org.passerelle.backup.archive.BackupRefused;
import org.passerelle.backup.check.CheckStore;
import org.passerelle.platform.OpenStore;
import org.passerelle.platform.files.OwnerOnlyFiles;
import org.passerelle.platform.snapshot.Restoring;
import org.passerelle.platform.snapshot.StoreFindings;

/**
 * Where a backup is restored: an empty data folder, and the embedded store in it or an empty database of a server. Whatever happens,
 * it ends up whole, or empty, or (if the process was killed) such that a start refuses it.
 */
public final class RestoreTarget {

    /** What a file system has in its own root. */
    private static final Set<String> NOT_OURS = Set.of("lost+found");

    private static final Set<String> NOT_OURS_OR_BEGUN = Set.of("lost+found", Restoring.FOLDER);

    private final Path data;
    private final Optional<String> server;

    /** @param server the address of a MongoDB; absent for the embedded store */
    public RestoreTarget(Path data, Optional<String> server) {
        this.data = data.toAbsolutePath().normalize();
        this.server = server;
    }

    /** Bytes that there are on its disk. */
    public long room() {
        Path there = data;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Restores {@code backup}, and looks through what there is then.
     *
     * @throws BackupRefused if it is not empty, or the backup holds what cannot be; then nothing is changed
     */
    public StoreFindings restore(BackupFile backup, ProgressLog progress) {
        requireEmpty(NOT_OURS);
        Path restoring = Restoring.folder(data);
        begin(restoring);
        boolean isDone = false;
        try {
            requireEmpty(
                    NOT_OURS_OR_BEGUN); // once more: a program may have begun to fill it meanwhile, and from now on
            // none does
            StoreFindings findings;
            try (OpenStore store = server.map(OpenStore::server).orElseGet(() -> OpenStore.embedded(restoring))) {
                if (server.isPresent()) {
                    findings = intoServer(backup, store, restoring, progress);
                    isDone = true;
                    takePlace(restoring);
                    Restoring.end(store.database());
                    return findings;
                }
                findings = fill(backup, store, restoring, progress);
            }
            isDone = true;
            takePlace(restoring);
            return findings;
        } catch (IOException e) {
            throw new BackupRefused("The folder " + data + " cannot be written: " + e.getMessage() + ".", e);
        } finally {
            if (!isDone) {
                delete(restoring);
            }
        }
    }

    private void requireEmpty(Set<String> besides) {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> there = Files.list(data)) {
            there.filter(each -> !besides.contains(each.getFileName().toString()))
                    .findFirst()
                    .ifPresent(each -> {
                        throw new BackupRefused("The data folder " + data
                                + " is not empty, and a backup is only restored into an empty one.");
                    });
        } catch (IOException e) {
            throw new BackupRefused("The data folder " + data + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Whose folder it is from now on; that of another restore is left alone. */
    private void begin(Path restoring) {
        try {
            OwnerOnlyFiles.createFolders(data);
            Files.createDirectory(restoring, OwnerOnlyFiles.newFolder(restoring));
        } catch (FileAlreadyExistsException e) {
            throw new BackupRefused("Another restore into this data folder has begun.", e);
        } catch (IOException e) {
            throw new BackupRefused("The folder " + data + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static StoreFindings fill(BackupFile backup, OpenStore store, Path folder, ProgressLog progress)
            throws IOException {
        RestoreBackup restore = new RestoreBackup(backup, progress);
        restore.documents(store.database());
        restore.files(folder);
        return new CheckStore().check(store);
    }

    private static StoreFindings intoServer(BackupFile backup, OpenStore store, Path folder, ProgressLog progress)
            throws IOException {
        MongoDatabase database = store.database();
        if (!Restoring.begin(database)) {
            throw new BackupRefused(
                    "Another restore into this database has begun, or was broken off: drop the database first.");
        }
        if (!collections(database).isEmpty()) {
            Restoring.end(database);
            throw new BackupRefused("The database is not empty, and a backup is only restored into an empty one.");
        }
        boolean isDone = false;
        try {
            StoreFindings findings = fill(backup, store, folder, progress);
            isDone = true;
            return findings;
        } finally {
            if (!isDone) {
                collections(database)
                        .forEach(name -> database.getCollection(name).drop());
                Restoring.end(database);
            }
        }
    }

    private static List<String> collections(MongoDatabase database) {
        return StreamSupport.stream(database.listCollectionNames().spliterator(), false)
                .filter(name -> !name.startsWith("system.") && !Restoring.isMark(name))
                .toList();
    }

    /** From the first of these moves to the last a start is refused, for the folder they come from is there. */
    private void takePlace(Path restoring) throws IOException {
        List<Path> restored;
        try (Stream<Path> all = Files.list(restoring)) {
            restored = all.toList();
        }
        for (Path each : restored) {
            Files.move(each, data.resolve(each.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        NewFile.syncFolder(restoring);
        Files.delete(restoring);
        NewFile.syncFolder(restoring);
    }

    /** A folder with all that is in it, if it is there. */
    public static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, java.io.IOException failure) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
