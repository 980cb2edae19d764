package org.passerelle.platform.mongo.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;

/** A disk that fails while the log is open: once, for a while, in one way or in all. */
class FailingDiskTests {

    private static final String ROOMS = "rooms";
    private static final LogSettings SMALL = WrittenLog.SMALL;

    private final Random random = new Random(13);
    private UnreliableFolder disk = new UnreliableFolder(random);
    private MapTable table = new MapTable();
    private DocumentLog log;
    private LogCleaner cleaner;

    @BeforeEach
    void start() throws IOException {
        open();
    }

    private void open() throws IOException {
        table = new MapTable();
        log = DocumentLog.open(disk, SMALL, Clock.systemUTC(), table);
        cleaner = new LogCleaner(log, table, SMALL, Clock.systemUTC());
    }

    private long put(String id, String text) {
        byte[] key = MapTable.bytes(id);
        return log.put(ROOMS, key, MapTable.image(text), table.put(ROOMS, key));
    }

    private void keepUp() {
        try {
            log.tryAgain();
            log.mark();
            cleaner.round();
        } catch (LogUnavailable e) {
            // As the upkeep does it: the next round tries again.
        }
    }

    private void failing(DiskCall which) {
        disk.failing((call, file) -> call == which ? new IOException("Fault of " + call) : null);
    }

    private Map<String, String> afterCut() throws IOException {
        disk = new UnreliableFolder(disk.cut(), random);
        open();
        return table.read(log);
    }

    @Test
    void losesNothingWhicheverCallFailsOnce() throws Exception {
        for (int at = 1; at < 600; at += 1 + at / 8) {
            runWith(new Interval(at, at + 1), at);
        }
    }

    @Test
    void losesNothingWhenAllCallsFailForAWhile() throws Exception {
        for (int at = 1; at < 600; at += 1 + at / 8) {
            runWith(new Interval(at, at + 30), at);
        }
    }

    /** The calls from one on that fail, until another that does not. */
    private static final class Interval implements DiskCall.Faults {
        private final int from;
        private final int until;
        private int count;

        Interval(int from, int until) {
            this.from = from;
            this.until = until;
        }

        @Override
        public @Nullable IOException on(DiskCall call, String file) {
            count++;
            return count >= from && count < until ? new IOException("Fault of " + call) : null;
        }
    }

    private void runWith(DiskCall.Faults faults, long seed) throws Exception {
        disk = new UnreliableFolder(new Random(seed));
        open();
        LogLoad load = new LogLoad(log, table, cleaner, Map.of(), seed, disk::isOff);
        disk.failing(faults);

        load.run(60);
        disk.failing(DiskCall.Faults.NONE);
        keepUp();

        assertThat(log.state()).isInstanceOf(LogState.Working.class);
        load.assertState(table.read(log), log.newest());
        log.awaitDurable(log.newest());
        long newest = log.newest();
        load.assertState(afterCut(), newest);
    }

    @Test
    void saysThatItFailsAndWorksAgainByItself() throws IOException {
        log.awaitDurable(put("a", "a:1:10"));
        failing(DiskCall.SYNC);

        assertThatThrownBy(() -> log.awaitDurable(put("a", "a:2:1500"))).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> put("b", "b:1:10")).isInstanceOf(LogUnavailable.class);
        keepUp();
        assertThat(log.state()).isInstanceOf(LogState.Failing.class);
        disk.failing(DiskCall.Faults.NONE);
        keepUp();

        assertThat(log.state()).isInstanceOf(LogState.Working.class);
        log.awaitDurable(put("b", "b:2:10"));
        assertThat(afterCut()).isEqualTo(Map.of("rooms/a", "a:2:1500", "rooms/b", "b:2:10"));
    }

    @Test
    void readsWhatTheDiskDidNotTake() throws IOException {
        log.awaitDurable(put("a", "a:1:10"));
        for (int i = 0; i < 20; i++) {
            failing(DiskCall.SYNC);
            String text = "a:" + i + ":3000";
            assertThatThrownBy(() -> log.awaitDurable(put("a", text))).isInstanceOf(LogUnavailable.class);

            assertThat(table.read(log)).isEqualTo(Map.of("rooms/a", text));
            disk.failing(DiskCall.Faults.NONE);
            keepUp();
            assertThat(table.read(log)).isEqualTo(Map.of("rooms/a", text));
            assertThat(log.state()).isInstanceOf(LogState.Working.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DiskCall.class,
            names = {"WRITE", "SYNC", "FOLDER_SYNC", "TRUNCATE", "OPEN"})
    void refusesUntilTheDiskAnswersAndThenLosesNothing(DiskCall which) throws IOException {
        log.awaitDurable(put("a", "a:1:10"));
        failing(which);
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            try {
                log.awaitDurable(put("b", "b:" + i + ":400"));
            } catch (LogUnavailable e) {
                refused++;
            }
            keepUp();
        }
        assertThat(refused).isPositive();
        Map<String, String> before = table.read(log);
        disk.failing(DiskCall.Faults.NONE);
        keepUp();

        assertThat(log.state()).isInstanceOf(LogState.Working.class);
        assertThat(before).containsEntry("rooms/a", "a:1:10");
        log.awaitDurable(put("c", "c:1:10"));
        assertThat(table.read(log)).containsAllEntriesOf(before);
        assertThat(afterCut()).containsAllEntriesOf(before).containsEntry("rooms/c", "c:1:10");
    }

    @Test
    void goesOnWhenThereIsRoomAgain() throws IOException {
        log.awaitDurable(put("a", "a:1:10"));
        disk.capacity(disk.used() + 1000);
        for (int i = 0; i < 20; i++) {
            put("a", "a:" + i + ":10");
            if (disk.room() < 200) {
                break;
            }
        }
        log.awaitDurable(log.newest());
        Map<String, String> before = table.read(log);

        assertThatThrownBy(() -> put("b", "b:1:400")).isInstanceOf(LogUnavailable.class);
        keepUp();
        assertThat(table.read(log)).isEqualTo(before);
        assertThat(WrittenLog.read(new UnreliableFolder(disk.contents(), random)))
                .isEqualTo(before);
        disk.capacity(Long.MAX_VALUE);
        keepUp();

        assertThat(log.state()).isInstanceOf(LogState.Working.class);
        log.awaitDurable(put("b", "b:2:400"));
        assertThat(afterCut()).containsAllEntriesOf(before).containsEntry("rooms/b", "b:2:400");
    }

    @Test
    void keepsAnOldSegmentUntilAMarkSaysThatItIsNotNeeded() throws IOException {
        disk.failing((call, file) ->
                file.equals(MarkFile.NAME) && call.changes() ? new IOException("Fault of " + call) : null);
        for (int i = 0; i < 200; i++) {
            log.awaitDurable(put(String.valueOf(i % 3), "a:" + i + ":400"));
            keepUp();
        }
        Map<String, String> before = table.read(log);

        assertThat(disk.contents()).containsKey("00000001.log");
        assertThat(afterCut()).isEqualTo(before);
        for (int i = 0; i < 20; i++) {
            log.awaitDurable(put("a", "a:1:1"));
            keepUp();
        }
        assertThat(disk.contents()).doesNotContainKey("00000001.log");
    }

    @Test
    void keepsWhatEitherOfTheTwoMarksAsksFor() throws IOException {
        for (int i = 0; i < 300; i++) {
            log.awaitDurable(put(String.valueOf(i % 3), "a:" + i + ":400"));
            keepUp();
            cleaner.round();
            Map<String, byte[]> files = disk.contents();
            for (int at : new int[] {0, 4096}) {
                Mark mark = Mark.read(Arrays.copyOfRange(WrittenLog.bytes(files, MarkFile.NAME), at, at + Mark.LENGTH));
                assertThat(files)
                        .containsKey(Segment.name(Objects.requireNonNull(mark).oldest()));
            }
        }
        assertThat(disk.contents()).doesNotContainKey("00000001.log");
    }

    @Test
    void cleansOnAfterTheDiskHasFailed() throws IOException {
        put("first", "f:1:400");
        for (int i = 0; i < 100; i++) {
            log.awaitDurable(put("a" + i % 10, "a:" + i + ":400"));
        }
        failing(DiskCall.WRITE);
        keepUp();
        failing(DiskCall.READ);
        keepUp();
        disk.failing(DiskCall.Faults.NONE);
        for (int i = 0; i < 20; i++) {
            log.awaitDurable(put("b", "b:" + i + ":1"));
            keepUp();
        }

        assertThat(disk.contents()).doesNotContainKey("00000001.log");
        assertThat(table.read(log)).hasSize(12);
    }

    @Test
    void letsNoSegmentGoInWhichSomethingLives() throws IOException {
        MapTable.Document unknown = new MapTable.Document();
        log.put(ROOMS, MapTable.bytes("unknown"), MapTable.image("u:1:10"), unknown);
        for (int i = 0; i < 100; i++) {
            log.awaitDurable(put("a", "a:" + i + ":400"));
            keepUp();
        }

        assertThat(disk.contents()).containsKey("00000001.log");
        assertThat(log.read(unknown)).isEqualTo(MapTable.image("u:1:10"));
        assertThat(afterCut()).containsEntry("rooms/unknown", "u:1:10");
    }

    @Test
    void saysThatSomethingIsDamagedAndGivesTheRest() throws IOException {
        put("a", "a:1:400");
        log.awaitDurable(put("b", "b:1:400"));
        disk.damage(
                "00000001.log",
                Objects.requireNonNull(table.put(ROOMS, MapTable.bytes("a")).place())
                        .offset());

        assertThatThrownBy(() -> log.read(table.put(ROOMS, MapTable.bytes("a"))))
                .isInstanceOf(LogUnavailable.class);
        assertThat(log.read(table.put(ROOMS, MapTable.bytes("b")))).isEqualTo(MapTable.image("b:1:400"));
        assertThat(log.state())
                .isInstanceOfSatisfying(
                        LogState.Damaged.class,
                        damaged -> assertThat(damaged.where()).contains("00000001.log"));
        log.awaitDurable(put("a", "a:2:400"));
        assertThat(table.read(log)).isEqualTo(Map.of("rooms/a", "a:2:400", "rooms/b", "b:1:400"));
    }

    @Test
    void keepsADamagedSegmentAndSaysSoThoughNobodyReadsIt() throws IOException {
        log.awaitDurable(put("a", "a:1:400"));
        disk.damage(
                "00000001.log",
                Objects.requireNonNull(table.put(ROOMS, MapTable.bytes("a")).place())
                        .offset());
        for (int i = 0; i < 100; i++) {
            log.awaitDurable(put("b", "b:" + i + ":400"));
            keepUp();
        }

        assertThat(log.state()).isInstanceOf(LogState.Damaged.class);
        assertThat(disk.contents()).containsKey("00000001.log");
    }

    @Test
    void makesTheNewestSegmentDurableThatAKilledProgramHasLeft() throws IOException {
        for (int i = 0; i < 20; i++) {
            disk = new UnreliableFolder(random);
            open();
            int[] folderSyncs = {0};
            disk.failing((call, file) ->
                    call == DiskCall.FOLDER_SYNC && folderSyncs[0]++ == 0 ? new IOException("Fault of " + call) : null);
            while (log.state() instanceof LogState.Working) {
                log.awaitDurable(put("a", "a:1:400"));
            }
            disk = disk.killed();
            open();
            log.awaitDurable(put("b", "b:1:400"));

            assertThat(afterCut()).isEqualTo(Map.of("rooms/a", "a:1:400", "rooms/b", "b:1:400"));
        }
    }
}
