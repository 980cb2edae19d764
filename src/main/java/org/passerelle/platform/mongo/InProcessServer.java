package org.passerelle.platform.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Speaks the wire protocol of MongoDB with the driver of this process and with nobody else: it listens nowhere, so there
 * is no port for another program of the machine to find.
 *
 * <p>Commands run on threads of its own, which nobody interrupts: the store's file closes under a thread that is.
 */
final class InProcessServer implements AutoCloseable {

    private static final int SECONDS_FOR_THE_LAST_COMMANDS = 30;
    private static final int IDLE_SECONDS = 30;

    private final MongoBackend backend;
    private final ThreadPoolExecutor workers;
    private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final Set<InProcessConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param workers how many commands run at once; each writer holds one while it waits for its commit */
    InProcessServer(MongoBackend backend, int workers) {
        this.backend = backend;
        this.workers = (ThreadPoolExecutor) Executors.newFixedThreadPool(workers, InProcessServer::thread);
        this.workers.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        this.workers.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "store-worker");
        thread.setDaemon(true);
        return thread;
    }

    /** @throws ConnectException once this is closed */
    InProcessConnection connect() throws ConnectException {
        EmbeddedChannel channel = new EmbeddedChannel(
                new MongoWireReplyEncoder(),
                new MongoWireMessageEncoder(),
                new MongoWireProtocolHandler(),
                new MongoDatabaseHandler(backend, channels),
                new MongoExceptionHandler());
        InProcessConnection connection = new InProcessConnection(channel, workers, connections::remove);
        connections.add(connection);
        if (closed) {
            connection.close();
            throw new ConnectException("The embedded database is closed");
        }
        return connection;
    }

    /** Finishes the commands under way, ends the connections and closes the store. */
    @Override
    public void close() {
        closed = true;
        workers.shutdown();
        try {
            workers.awaitTermination(SECONDS_FOR_THE_LAST_COMMANDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(InProcessConnection::close);
        backend.close();
    }
}
