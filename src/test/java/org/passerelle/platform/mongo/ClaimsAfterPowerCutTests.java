package org.passerelle.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.mongo.log.DiskCall;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.UpkeepRounds;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;
import org.passerelle.platform.mongo.wire.InProcessServer;
import org.passerelle.platform.mongo.wire.InProcessTransport;

/**
 * The whole store by the driver, as bookings use it: each document claims slots, no slot is claimed twice. The power goes
 * while it is written, and the disk fails now and then. {@code -Dpowercuts.seed=} tries one story again.
 */
class ClaimsAfterPowerCutTests {

    private static final int STORIES = Math.max(3, Integer.getInteger("powercuts", 20) / 10);
    private static final @Nullable Long ONLY = Long.getLong("powercuts.seed");
    private static final int LIVES = 3;
    private static final int WRITERS = 4;
    private static final int SLOTS = 60;
    private static final LogSettings SMALL = new LogSettings(8 << 10, 16 << 10, 1, Duration.ZERO, 0);

    @Test
    void noBookingIsLostAndNoSlotClaimedTwice() throws Exception {
        long first = ONLY == null ? 1 : ONLY;
        long last = ONLY == null ? STORIES : ONLY;
        for (long seed = first; seed <= last; seed++) {
            try {
                story(seed);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("-Dpowercuts.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void story(long seed) throws IOException, InterruptedException {
        Random random = new Random(seed * 7919);
        UnreliableFolder disk = new UnreliableFolder(random);
        Map<String, Booking> known = new ConcurrentHashMap<>();
        for (int life = 0; life < LIVES; life++) {
            try (Store store = new Store(disk)) {
                store.declareIndex();
                store.assertHolds(known);
                if (life != 1) {
                    disk.cutAfter(200 + random.nextInt(2000));
                }
                Random faults = new Random(random.nextLong());
                boolean faulty = life > 0;
                disk.failing((call, file) -> faulty && call.changes() && faults.nextInt(40) == 0
                        ? new IOException("Fault of " + call)
                        : null);
                store.write(known, random.nextLong());
                if (!disk.isOff()) {
                    disk.cutAfter(Long.MAX_VALUE);
                    disk.failing(DiskCall.Faults.NONE);
                    store.assertGoesOn(known);
                }
            }
            disk = new UnreliableFolder(disk.cut(), random);
        }
        try (Store store = new Store(disk)) {
            store.assertHolds(known);
            store.assertEachClaimIsKeptByItsDocumentAlone();
        }
    }

    /** What is known of a document: what it claimed last, and what it may be claiming if an answer did not come. */
    private record Booking(Set<Integer> claims, @Nullable Set<Integer> perhaps) {}

    private static final class Store implements AutoCloseable {

        private final UnreliableFolder disk;
        private final DocumentLog log;
        private final UpkeepRounds upkeep;
        private final InProcessServer server;
        private final MongoClient client;
        private final MongoCollection<Document> bookings;

        Store(UnreliableFolder disk) throws IOException {
            this.disk = disk;
            StoredRows rows = new StoredRows();
            this.log = DocumentLog.open(disk, SMALL, Clock.systemUTC(), rows);
            this.upkeep = new UpkeepRounds(log, rows, SMALL);
            this.server = new InProcessServer(new StoredBackend(log, rows));
            MongoClientSettings.Builder settings = MongoClientSettings.builder()
                    .applyConnectionString(EmbeddedMongo.address())
                    .retryWrites(false)
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS));
            InProcessTransport.apply(settings, server);
            this.client = MongoClients.create(settings.build());
            this.bookings = client.getDatabase(EmbeddedMongo.DATABASE).getCollection("bookings");
        }

        void declareIndex() {
            bookings.createIndex(
                    new Document("claims", 1), new IndexOptions().unique(true).sparse(true));
        }

        void write(Map<String, Booking> known, long seed) throws InterruptedException {
            AtomicInteger running = new AtomicInteger(WRITERS);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random random = new Random(seed + i);
                int number = i;
                threads.add(new Thread(() -> {
                    try {
                        for (int n = 0; n < 150 && !disk.isOff(); n++) {
                            change(known, random, number + "-" + random.nextInt(20));
                        }
                    } finally {
                        running.decrementAndGet();
                    }
                }));
            }
            threads.add(new Thread(() -> {
                while (running.get() > 0) {
                    upkeep.run();
                    Thread.yield();
                }
            }));
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private void change(Map<String, Booking> known, Random random, String id) {
            Booking before = known.getOrDefault(id, new Booking(Set.of(), null));
            Set<Integer> claims = new HashSet<>();
            int from = random.nextInt(SLOTS);
            for (int i = 0; i < random.nextInt(4); i++) {
                claims.add(from + i);
            }
            // Once it is not known what a document claims, only what it claims after a restart tells.
            if (before.perhaps != null) {
                return;
            }
            known.put(id, new Booking(before.claims, claims));
            try {
                bookings.updateOne(
                        Filters.eq("_id", id),
                        claims.isEmpty()
                                ? Updates.combine(Updates.unset("claims"), Updates.inc("version", 1))
                                : Updates.combine(
                                        Updates.set("claims", List.copyOf(claims)), Updates.inc("version", 1)),
                        new UpdateOptions().upsert(true));
                known.put(id, new Booking(claims, null));
            } catch (MongoWriteException e) {
                if (e.getCode() == 11000) {
                    known.put(id, before);
                }
            } catch (MongoException e) {
                // The disk failed, or the power went: it may have been written, or not.
            }
        }

        Map<String, Set<Integer>> claims() {
            Map<String, Set<Integer>> all = new HashMap<>();
            for (Document each : bookings.find()) {
                all.put(each.getString("_id"), new HashSet<>(each.getList("claims", Integer.class, List.of())));
            }
            return all;
        }

        /** That it holds what is known; what was not known is known then. */
        void assertHolds(Map<String, Booking> known) {
            Map<String, Set<Integer>> found = claims();
            known.forEach((id, booking) -> {
                Set<Integer> claims = found.getOrDefault(id, Set.of());
                if (booking.perhaps == null) {
                    assertThat(claims).as(id).isEqualTo(booking.claims);
                } else {
                    assertThat(claims).as(id).isIn(booking.claims, booking.perhaps);
                }
                known.put(id, new Booking(claims, null));
            });
            List<Integer> all = found.values().stream().flatMap(Set::stream).toList();
            assertThat(all).doesNotHaveDuplicates();
        }

        /** That what the disk has refused has left no claim behind, and what it has taken keeps all. */
        void assertGoesOn(Map<String, Booking> known) {
            upkeep.run();
            log.awaitDurable(log.newest());
            assertHolds(known);
            assertEachClaimIsKeptByItsDocumentAlone();
        }

        void assertEachClaimIsKeptByItsDocumentAlone() {
            Set<Integer> taken = new HashSet<>();
            claims().values().forEach(taken::addAll);
            for (int slot = 0; slot < SLOTS + 4; slot++) {
                Document another = new Document("_id", "another-" + slot).append("claims", List.of(slot));
                if (taken.contains(slot)) {
                    assertThatThrownBy(() -> bookings.insertOne(another)).isInstanceOf(MongoWriteException.class);
                } else {
                    bookings.insertOne(another);
                    bookings.deleteOne(Filters.eq("_id", another.getString("_id")));
                }
            }
        }

        @Override
        public void close() {
            client.close();
            server.close();
        }
    }
}
