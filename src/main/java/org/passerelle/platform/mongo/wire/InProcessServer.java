package org.passerelle.platform.mongo.wire;

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

/**
 * Speaks the wire protocol of MongoDB with the driver of this process and with nobody else: it listens nowhere, so there
 * is no port for another program of the machine to find. A command runs on the thread that asks: handing it to another
 * and waiting costs more than most commands.
 */
public final class InProcessServer implements AutoCloseable {

    private final MongoBackend backend;
    private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final Set<InProcessConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public InProcessServer(MongoBackend backend) {
        this.backend = backend;
    }

    /** @throws ConnectException once this is closed */
    InProcessConnection connect() throws ConnectException {
        EmbeddedChannel channel = new EmbeddedChannel(
                new MongoWireReplyEncoder(),
                new MongoWireMessageEncoder(),
                new MongoWireProtocolHandler(),
                new MongoDatabaseHandler(backend, channels),
                new MongoExceptionHandler());
        InProcessConnection connection = new InProcessConnection(channel, connections::remove);
        connections.add(connection);
        if (closed) {
            connection.close();
            throw new ConnectException("The embedded database is closed");
        }
        return connection;
    }

    /** Ends the connections, each once its command under way is finished. */
    @Override
    public void close() {
        closed = true;
        connections.forEach(InProcessConnection::close);
        backend.close();
    }
}
