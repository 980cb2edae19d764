package org.passerelle.platform.mongo.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;

/**
 * The power goes at any moment, under load, while the log is opened and at its very first start. A sample of cuts here; as
 * many as the goal names by {@code mvn -Pnightly verify} or {@code -Dpowercuts=1000}. A failure names its seed, which
 * {@code -Dpowercuts.seed=} tries again; threads may run differently then.
 */
class PowerCutTests {

    private static final int COUNT = Integer.getInteger("powercuts", 20);
    private static final @Nullable Long ONLY = Long.getLong("powercuts.seed");
    private static final int LIVES = 5;

    /** So small that segments change and are cleaned all the time. */
    private static final LogSettings SMALL = new LogSettings(8 << 10, 16 << 10, 1, Duration.ZERO, 0);

    @Test
    void nothingAcknowledgedIsLostWhenThePowerGoes() {
        each(COUNT, seed -> new Machine(seed, false, false).live());
    }

    @Test
    void norWhenTheDiskFailsNowAndThenBefore() {
        each(COUNT, seed -> new Machine(seed, true, false).live());
    }

    @Test
    void norWhenTheProgramIsKilledInBetween() {
        each(COUNT, seed -> new Machine(seed, true, true).live());
    }

    private interface Story {
        void of(long seed) throws IOException, InterruptedException;
    }

    /** As many stories as make {@code cuts} cuts. */
    private static void each(int cuts, Story story) {
        long first = ONLY == null ? 1 : ONLY;
        long last = ONLY == null ? Math.max(1, cuts / LIVES) : ONLY;
        for (long seed = first; seed <= last; seed++) {
            try {
                story.of(seed);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("-Dpowercuts.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** A machine that loses power again and again. */
    private static final class Machine {

        private final Random random;
        private final boolean faulty;
        private final boolean kills;
        private UnreliableFolder disk;
        private Map<String, String> state = Map.of();

        Machine(long seed, boolean faulty, boolean kills) {
            this.random = new Random(seed);
            this.faulty = faulty;
            this.kills = kills;
            this.disk = new UnreliableFolder(random);
        }

        void live() throws IOException, InterruptedException {
            firstStart();
            for (int i = 0; i < LIVES; i++) {
                life();
            }
            assertThat(opened().state).isEqualTo(state);
        }

        private void firstStart() throws IOException {
            for (int i = 0; i < 3; i++) {
                disk.cutAfter(1 + random.nextInt(20));
                try {
                    DocumentLog.open(disk, SMALL, Clock.systemUTC(), new MapTable());
                } catch (IOException e) {
                    assertThat(disk.isOff()).isTrue();
                }
                end();
            }
        }

        private void end() {
            disk = kills && random.nextBoolean() ? disk.killed() : new UnreliableFolder(disk.cut(), random);
        }

        private record Opened(DocumentLog log, MapTable table, Map<String, String> state) {}

        private Opened opened() throws IOException {
            MapTable table = new MapTable();
            DocumentLog log = DocumentLog.open(disk, SMALL, Clock.systemUTC(), table);
            return new Opened(log, table, table.read(log));
        }

        private void life() throws IOException, InterruptedException {
            Opened opened = opened();
            assertThat(opened.state).isEqualTo(state);
            LogCleaner cleaner = new LogCleaner(opened.log, opened.table, SMALL, Clock.systemUTC());
            LogLoad load = new LogLoad(opened.log, opened.table, cleaner, state, random.nextLong(), disk::isOff);
            disk.cutAfter(1 + random.nextInt(1500));
            if (faulty) {
                disk.failing(nowAndThen());
            }
            load.run(400);
            if (!disk.isOff()) {
                disk.failing(DiskCall.Faults.NONE);
            }
            end();
            cutWhileOpening();
            Opened found = opened();
            load.assertState(found.state, found.log.newest());
            state = new HashMap<>(found.state);
            end();
        }

        private DiskCall.Faults nowAndThen() {
            Random faults = new Random(random.nextLong());
            int rarity = 10 + faults.nextInt(90);
            return (call, file) ->
                    call.changes() && faults.nextInt(rarity) == 0 ? new IOException("Fault of " + call) : null;
        }

        private void cutWhileOpening() throws IOException {
            for (int i = random.nextInt(3); i > 0; i--) {
                disk.cutAfter(1 + random.nextInt(40));
                try {
                    DocumentLog.open(disk, SMALL, Clock.systemUTC(), new MapTable());
                } catch (IOException e) {
                    assertThat(disk.isOff()).isTrue();
                }
                end();
            }
        }
    }
}
