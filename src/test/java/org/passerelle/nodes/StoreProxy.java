package org.passerelle.nodes;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Stands between a node and its database, and does to their connections what networks do. */
final class StoreProxy implements AutoCloseable {

    private static final int BYTES = 16 * 1024;

    private final InetSocketAddress database;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore passing = new Semaphore(1, true);
    private volatile Network network = Network.WELL;

    /** What becomes of connections. */
    enum Network {
        WELL,
        /** All are reset, and none is made. */
        CUT,
        /** All stay open, and nothing comes through: neither side is told. */
        SILENT,
        /** One message passes at a time, each after a while. */
        SLOW
    }

    StoreProxy(InetSocketAddress database) {
        this.database = database;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized void set(Network now) {
        network = now;
        if (now == Network.CUT) {
            open.forEach(StoreProxy::reset);
        }
        notifyAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket node = door.accept();
                if (network == Network.CUT) {
                    reset(node);
                    continue;
                }
                Socket store = new Socket(database.getAddress(), database.getPort());
                open.add(node);
                open.add(store);
                begin(() -> pass(node, store));
                begin(() -> pass(store, node));
            } catch (IOException e) {
                // Closed, or the database is: whoever connects is told by the reset.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitPassage();
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Cut, by one side or by the test.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitPassage() throws InterruptedException {
        if (network == Network.SLOW) {
            passing.acquire();
            try {
                synchronized (this) {
                    wait(5);
                }
            } finally {
                passing.release();
            }
        }
        synchronized (this) {
            while (network == Network.SILENT) {
                wait();
            }
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "store-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close(socket);
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Nobody uses it any more.
        }
    }

    @Override
    public void close() {
        close(door);
        set(Network.CUT);
    }
}
