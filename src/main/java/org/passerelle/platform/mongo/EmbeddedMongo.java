package org.passerelle.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.passerelle.platform.files.OwnerOnlyFiles;

/**
 * A MongoDB in this process and for this process alone, with its data in one folder. It listens on no port, so no other
 * program of the machine can speak with it. A write is acknowledged once it is on the disk: it survives {@code kill -9}
 * and the loss of power, as far as the disk tells the truth.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /** The database that everything of one network is kept in. */
    public static final String DATABASE = "passerelle";

    private static final int CACHE_MEGABYTES = 64;

    /** A write rewrites about one page of each map, so small pages keep commits small. */
    private static final int PAGE_BYTES = 4096;

    /** Each holds one writer that waits for its commit: the more, the more writes one commit serves. */
    private static final int WORKERS = 32;

    private final Path file;
    private final FolderLock lock;
    private final Housekeeping housekeeping;
    private final InProcessServer server;

    private EmbeddedMongo(Path file, FolderLock lock, Housekeeping housekeeping, InProcessServer server) {
        this.file = file;
        this.lock = lock;
        this.housekeeping = housekeeping;
        this.server = server;
    }

    /**
     * Opens the store in {@code folder}, creating it if need be.
     *
     * @throws DataFolderInUse if another process has it open
     */
    public static EmbeddedMongo open(Path folder) {
        FolderLock lock = FolderLock.take(folder);
        boolean opened = false;
        try {
            EmbeddedMongo mongo = open(folder, lock);
            opened = true;
            return mongo;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static EmbeddedMongo open(Path folder, FolderLock lock) {
        Path file = folder.resolve("passerelle.mv");
        Compaction.tidyUp(file);
        createStore(file);
        MVStore store = openStore(file);
        GroupCommit commits = new GroupCommit(store);
        InProcessServer server = new InProcessServer(new DurableBackend(store, commits), WORKERS);
        return new EmbeddedMongo(file, lock, Housekeeping.start(store, commits), server);
    }

    /** The store would make the file itself, but for everybody to read. */
    private static void createStore(Path file) {
        try {
            OwnerOnlyFiles.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + file.toAbsolutePath(), e);
        }
    }

    private static MVStore openStore(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .pageSplitSize(PAGE_BYTES)
                .compress()
                .cacheSize(CACHE_MEGABYTES)
                .open();
        // Overwritten pages are free at once: every commit is synced, and queries hold on to the version they read.
        store.setRetentionTime(0);
        return store;
    }

    /** Names the database for the driver, which finds it only by the transport that {@link #connect} sets. */
    public static ConnectionString address() {
        return new ConnectionString("mongodb://" + InProcessTransport.HOST + "/" + DATABASE);
    }

    /** Leads an ordinary driver here; to be applied after the {@link #address}. */
    public void connect(MongoClientSettings.Builder settings) {
        InProcessTransport.apply(settings, server);
    }

    /** Refuses further clients, makes the last writes durable, compacts the file and gives the folder back. */
    @Override
    public void close() {
        housekeeping.close();
        server.close();
        Compaction.rewrite(file);
        lock.close();
    }
}
