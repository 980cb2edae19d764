package org.passerelle.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogDamaged;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.LogState;
import org.passerelle.platform.mongo.log.LogUpkeep;
import org.passerelle.platform.mongo.log.disk.DiskFolder;
import org.passerelle.platform.mongo.log.disk.LogFolder;
import org.passerelle.platform.mongo.wire.InProcessServer;
import org.passerelle.platform.mongo.wire.InProcessTransport;
import org.passerelle.platform.snapshot.StoreSnapshot;

/**
 * A MongoDB in this process and for this process alone, with its data in one folder. It listens on no port, so no other
 * program of the machine can speak with it. A write is acknowledged once it is on the disk: it survives {@code kill -9}
 * and the loss of power, as far as the disk tells the truth.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /** The database that everything of one network is kept in. */
    public static final String DATABASE = "passerelle";

    private static final String LOG = "log";

    private final FolderLock lock;
    private final DocumentLog log;
    private final StoredRows rows;
    private final LogUpkeep upkeep;
    private final InProcessServer server;
    private final @Nullable AcceptedLoss loss;

    private EmbeddedMongo(
            FolderLock lock,
            DocumentLog log,
            StoredRows rows,
            LogUpkeep upkeep,
            InProcessServer server,
            @Nullable AcceptedLoss loss) {
        this.lock = lock;
        this.log = log;
        this.rows = rows;
        this.upkeep = upkeep;
        this.server = server;
        this.loss = loss;
    }

    /** Opens the store in {@code folder} with the usual settings. */
    public static EmbeddedMongo open(Path folder) {
        return open(folder, LogSettings.USUAL, false);
    }

    /**
     * Opens the store in {@code folder}, creating it if need be.
     *
     * @param acceptsLoss whether to go on with what can be read of a damaged one; what was lost then is told by {@link #loss}
     * @throws DataFolderInUse if another process has it open
     * @throws LogDamaged if it does not hold all that was acknowledged, and no loss is accepted
     * @throws DataFolderUnusable if the folder cannot be read or written
     */
    public static EmbeddedMongo open(Path folder, LogSettings settings, boolean acceptsLoss) {
        FolderLock lock = FolderLock.take(folder);
        boolean opened = false;
        try {
            Path log = folder.resolve(LOG);
            new FormerStore(folder, log, Clock.systemUTC()).bringOver();
            EmbeddedMongo mongo = open(new DiskFolder(log), settings, lock, acceptsLoss);
            opened = true;
            return mongo;
        } catch (IOException e) {
            throw new DataFolderUnusable(folder, e);
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static EmbeddedMongo open(LogFolder folder, LogSettings settings, FolderLock lock, boolean acceptsLoss)
            throws IOException {
        Clock clock = Clock.systemUTC();
        try {
            return open(folder, settings, lock, clock, null);
        } catch (LogDamaged damaged) {
            if (!acceptsLoss) {
                throw damaged;
            }
            AcceptedLoss loss = AcceptedLoss.salvage(folder, settings, clock, "damaged-" + clock.millis());
            return open(folder, settings, lock, clock, loss);
        }
    }

    private static EmbeddedMongo open(
            LogFolder folder, LogSettings settings, FolderLock lock, Clock clock, @Nullable AcceptedLoss loss)
            throws IOException {
        StoredRows rows = new StoredRows();
        DocumentLog log = DocumentLog.open(folder, settings, clock, rows);
        InProcessServer server = new InProcessServer(new StoredBackend(log, rows));
        return new EmbeddedMongo(lock, log, rows, LogUpkeep.start(log, rows, settings, clock), server, loss);
    }

    /** What was lost of it by being opened; empty if it was whole. */
    public Optional<AcceptedLoss> loss() {
        return Optional.ofNullable(loss);
    }

    /** How the store does: whether it takes and gives all that is asked. */
    public LogState state() {
        return log.state();
    }

    /** All of it as it is now. Whoever writes waits for some milliseconds. */
    public StoreSnapshot snapshot() {
        log.awaitDurable(log.newest());
        return new EmbeddedSnapshot(log, rows);
    }

    /** What its log takes of the disk. */
    public long bytes() {
        return log.bytes();
    }

    /**
     * Has former versions of documents, and documents that have ended, go from the disk within the next minutes. Until then the log
     * still has the bytes of them, as it has at any time of what was changed lately.
     */
    public void forgetFormerVersions() {
        upkeep.cleanAll();
    }

    /** Whether what {@link #forgetFormerVersions} was asked to do is done. */
    public boolean hasForgottenFormerVersions() {
        return upkeep.isClean();
    }

    /** Names the database for the driver, which finds it only by the transport that {@link #connect} sets. */
    public static ConnectionString address() {
        return new ConnectionString("mongodb://" + InProcessTransport.HOST + "/" + DATABASE);
    }

    /** Leads an ordinary driver here; to be applied after the {@link #address}. */
    public void connect(MongoClientSettings.Builder settings) {
        InProcessTransport.apply(settings, server);
    }

    /** Refuses further clients, makes the last writes durable and gives the folder back. */
    @Override
    public void close() {
        server.close();
        upkeep.close();
        try {
            log.close();
        } finally {
            lock.close();
        }
    }
}
