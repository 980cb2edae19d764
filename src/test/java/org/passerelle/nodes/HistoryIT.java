package org.passerelle.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.TestClient;
import org.passerelle.nodes.Call.Seen;
import org.passerelle.nodes.StoreProxy.Network;
import org.passerelle.packaged.KilledServer;

/**
 * Clients work on two nodes of the packaged program, on one database, while nodes are killed, stopped and cut off from it: half an
 * hour in {@code -Pnightly}. What they were told can have happened in some order. Again as it was: {@code -Dhistory.seed}.
 */
class HistoryIT {

    private static final int SECONDS = Integer.getInteger("history.seconds", 0);
    private static final int CLIENTS = 8;
    private static final Duration LAG = Duration.ofSeconds(Integer.getInteger("history.lag", 2));
    private static final int HINDRANCES = 5;

    @TempDir
    private Path folder;

    /** A program that can be hindered. */
    private static final class Hindered implements HistoryClient.Node, AutoCloseable {

        private final Path folder;
        private final StoreProxy network;
        private volatile KilledServer server;
        private volatile TestClient client;

        /** Of the stopwatch; at its end while something is in the way. */
        private volatile long wellSince = Long.MAX_VALUE;

        Hindered(Path folder, StoreProxy network) {
            this.folder = folder;
            this.network = network;
            restart();
        }

        void restart() {
            server = KilledServer.start(
                    folder,
                    Map.of(
                            "SPRING_MONGODB_URI",
                            "mongodb://127.0.0.1:%d/passerelle?serverSelectionTimeoutMS=2000&socketTimeoutMS=5000"
                                    .formatted(network.port())));
            client = server.client().withBasic("camille@atelier-brie.example", "passerelle");
        }

        void hinder(int drawn, Duration length) throws Exception {
            wellSince = Long.MAX_VALUE;
            switch (drawn) {
                case 0 -> {
                    server.kill();
                    restart();
                }
                case 1 -> {
                    signal("-STOP");
                    TimeUnit.MILLISECONDS.sleep(length.toMillis());
                    signal("-CONT");
                }
                default -> {
                    network.set(Network.values()[drawn - 1]);
                    TimeUnit.MILLISECONDS.sleep(length.toMillis());
                    network.set(Network.WELL);
                }
            }
            wellSince = System.nanoTime();
        }

        private void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", name, Long.toString(server.pid()))
                    .start()
                    .waitFor();
        }

        @Override
        public TestClient client() {
            return client;
        }

        /** Its connections come back within some seconds. */
        @Override
        public boolean isWell() {
            long since = wellSince;
            return since != Long.MAX_VALUE && System.nanoTime() - since > 10 * LAG.toNanos();
        }

        @Override
        public void close() {
            server.close();
            network.close();
        }
    }

    @Test
    void whatClientsOfTwoNodesWereToldCanHaveHappened() throws Exception {
        assumeTrue(SECONDS > 0, "takes minutes: -Pnightly, or -Dhistory.seconds=");
        long seed = Long.getLong("history.seed", System.nanoTime());
        System.out.printf("HistoryIT: -Dhistory.seed=%d%n", seed);
        Random random = new Random(seed);
        H2Backend database = H2Backend.inMemory();
        if (random.nextBoolean()) {
            database.enableOplog();
        }
        MongoServer store = new MongoServer(database);
        store.bind();
        try (Hindered first = node(store, "first");
                Hindered second = node(store, "second")) {
            List<Hindered> nodes = List.of(first, second);
            nodes.forEach(node -> node.wellSince = System.nanoTime());
            List<Call> history = worked(nodes, random, seed);
            Map<String, Seen> last =
                    Histories.last(nodes.stream().map(Hindered::client).toList());
            System.out.printf("HistoryIT: %d calls, %d bookings%n", history.size(), last.size());

            assertThat(new HistoryChecker(LAG).check(history, last)).isEmpty();
            assertThat(last).hasSizeGreaterThan(10);
        } finally {
            store.shutdownNow();
        }
    }

    private Hindered node(MongoServer store, String name) throws IOException {
        return new Hindered(Files.createDirectory(folder.resolve(name)), new StoreProxy(store.getLocalAddress()));
    }

    private static List<Call> worked(List<Hindered> nodes, Random random, long seed) throws Exception {
        Map<String, String> ids = new ConcurrentHashMap<>();
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<List<Call>>> works = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                HistoryClient client = new HistoryClient(i, seed, nodes, ids);
                works.add(threads.submit(() -> {
                    while (!isOver.get()) {
                        client.step();
                    }
                    return client.history();
                }));
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(20_000));
                nodes.get(random.nextInt(nodes.size()))
                        .hinder(random.nextInt(HINDRANCES), Duration.ofMillis(500 + random.nextInt(6_000)));
            }
            isOver.set(true);
            List<Call> history = new ArrayList<>();
            for (Future<List<Call>> work : works) {
                history.addAll(work.get(5, TimeUnit.MINUTES));
            }
            return history;
        } finally {
            threads.shutdownNow();
        }
    }
}
