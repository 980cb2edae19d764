package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/**
 * A MongoDB in this process, listening on a free port of the loopback address, with its data in one folder. A write is
 * acknowledged once it is on the disk: it survives {@code kill -9} and the loss of power, as far as the disk tells the
 * truth.
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
    private final MongoServer server;

    private EmbeddedMongo(Path file, FolderLock lock, Housekeeping housekeeping, MongoServer server) {
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
        MVStore store = openStore(file);
        GroupCommit commits = new GroupCommit(store);
        MongoServer server = new MongoServer(new DurableBackend(store, commits));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
        return new EmbeddedMongo(file, lock, Housekeeping.start(store, commits), server);
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

    /** Where the ordinary driver finds it, such as {@code mongodb://127.0.0.1:43210/passerelle}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/" + DATABASE;
    }

    /** Refuses further clients, makes the last writes durable, compacts the file and gives the folder back. */
    @Override
    public void close() {
        housekeeping.close();
        server.shutdownNow();
        Compaction.rewrite(file);
        lock.close();
    }
}
