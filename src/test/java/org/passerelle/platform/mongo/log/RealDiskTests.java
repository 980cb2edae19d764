package org.passerelle.platform.mongo.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.mongo.log.disk.DiskFolder;
import org.passerelle.platform.mongo.log.salvage.Salvage;
import org.passerelle.platform.mongo.log.salvage.SalvageReport;

/** On a file system of this machine; where tests may mount one, on one that is full or becomes read-only. */
class RealDiskTests {

    private static final String ROOMS = "rooms";

    @TempDir
    private Path temporary;

    private Path folder;
    private MapTable table;
    private @Nullable DocumentLog log;
    private boolean mounted;

    /** To write to if the kernel is to meet an error. */
    private Path errors = Path.of("none");

    @BeforeEach
    void choose() {
        folder = temporary.resolve("log");
        table = new MapTable();
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (log != null) {
            try {
                log.close();
            } catch (LogUnavailable | UncheckedIOException e) {
                // The disk is read-only.
            }
        }
        if (mounted) {
            run("umount", "-l", temporary.resolve("disk").toString());
        }
    }

    private DocumentLog open() throws IOException {
        table = new MapTable();
        log = DocumentLog.open(new DiskFolder(folder), WrittenLog.SMALL, Clock.systemUTC(), table);
        return log;
    }

    private static long put(DocumentLog log, MapTable table, String id, String text) {
        byte[] key = MapTable.bytes(id);
        return log.put(ROOMS, key, MapTable.image(text), table.put(ROOMS, key));
    }

    private Map<String, String> state() throws IOException {
        DocumentLog opened = open();
        return table.read(opened);
    }

    private Map<String, String> filled() throws IOException {
        DocumentLog filling = open();
        LogCleaner cleaner = new LogCleaner(filling, table, WrittenLog.SMALL, Clock.systemUTC());
        for (int i = 0; i < 150; i++) {
            filling.awaitDurable(put(filling, table, String.valueOf(i % 40), "a:" + i + ":200"));
            filling.mark();
            cleaner.round();
        }
        Map<String, String> state = table.read(filling);
        cleaner.close();
        filling.close();
        log = null;
        return state;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void keepsWhatWasWritten() throws IOException {
        Map<String, String> state = filled();

        assertThat(state()).isEqualTo(state);
    }

    @Test
    void tellsThatAFileIsDamagedCutOrMissingAndSavesTheRest() throws IOException {
        Map<String, String> state = filled();
        Path file = files().get(1);
        byte[] whole = Files.readAllBytes(file);
        List<byte[]> damaged = List.of(flipped(whole), Arrays.copyOf(whole, whole.length / 2), new byte[0]);
        for (byte[] bytes : damaged) {
            Files.write(file, bytes);
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            LogDamaged.class, told -> assertThat(told.file()).isEqualTo(file.toString()));
        }
        Files.write(file, flipped(whole));
        List<Path> found = files();

        SalvageReport report;
        try (Salvage salvage = Salvage.read(new DiskFolder(folder))) {
            report = salvage.write(WrittenLog.SMALL, Clock.systemUTC(), "damaged");
        }

        Map<String, String> kept = state();
        assertThat(kept).hasSize(report.kept()).hasSizeGreaterThan(30);
        assertThat(state.size() - report.kept()).isLessThanOrEqualTo(1);
        assertThat(report.evidence()).isEqualTo(temporary.resolve("damaged").toString());
        for (Path each : found) {
            assertThat(temporary.resolve("damaged").resolve(each.getFileName())).exists();
        }
        assertThat(temporary.resolve("damaged").resolve(file.getFileName())).hasBinaryContent(flipped(whole));
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[bytes.length / 2]++;
        return other;
    }

    @Test
    void goesOnWhenAFullDiskHasRoomAgain() throws IOException, InterruptedException {
        mount("size=1m");
        DocumentLog full = open();
        full.awaitDurable(put(full, table, "a", "a:1:100"));
        Path ballast = folder.resolveSibling("ballast");
        fill(ballast);

        int written = 1;
        while (!(full.state() instanceof LogState.Failing)) {
            try {
                full.awaitDurable(put(full, table, "b", "b:" + written + ":3000"));
                written++;
            } catch (LogUnavailable e) {
                assertThat(table.read(full)).containsEntry("rooms/a", "a:1:100");
            }
        }
        Map<String, String> before = table.read(full);
        assertThatThrownBy(() -> put(full, table, "c", "c:1:3000")).isInstanceOf(LogUnavailable.class);
        Files.delete(ballast);
        full.tryAgain();

        assertThat(full.state()).isInstanceOf(LogState.Working.class);
        full.awaitDurable(put(full, table, "c", "c:2:3000"));
        assertThat(table.read(full)).containsAllEntriesOf(before).containsEntry("rooms/c", "c:2:3000");
        full.close();
        assertThat(state()).containsAllEntriesOf(before).containsEntry("rooms/c", "c:2:3000");
    }

    private static void fill(Path ballast) throws IOException {
        int part = 1 << 16;
        while (part > 0) {
            try {
                Files.write(ballast, new byte[part], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                part /= 2;
            }
        }
    }

    @Test
    void readsWhileTheKernelHasMadeTheDiskReadOnly() throws IOException, InterruptedException {
        Path image = mountImage();
        DocumentLog opened = open();
        opened.awaitDurable(put(opened, table, "a", "a:1:100"));
        Files.writeString(errors, "1");

        assertThatThrownBy(() -> opened.awaitDurable(put(opened, table, "a", "a:2:100")))
                .isInstanceOf(LogUnavailable.class);
        opened.tryAgain();
        opened.mark();

        assertThat(opened.state()).isInstanceOf(LogState.Failing.class);
        assertThat(table.read(opened)).containsOnlyKeys("rooms/a");
        assertThatThrownBy(() -> put(opened, table, "b", "b:1:100")).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
        opened.close();
        run("umount", temporary.resolve("disk").toString());
        run("e2fsck", "-fp", image.toString());
        assertThat(run(
                        "mount",
                        "-o",
                        "loop",
                        image.toString(),
                        temporary.resolve("disk").toString()))
                .isTrue();
        assertThat(state()).isIn(Map.of("rooms/a", "a:1:100"), Map.of("rooms/a", "a:2:100"));
    }

    /** As a disk of this machine, which the kernel makes read-only when it meets an error. */
    private Path mountImage() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root mounts");
        Path image = temporary.resolve("image");
        Path disk = Files.createDirectories(temporary.resolve("disk"));
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(8 << 20);
        }
        mounted = run("mkfs.ext4", "-q", image.toString())
                && run("mount", "-o", "loop,errors=remount-ro", image.toString(), disk.toString());
        assumeTrue(mounted, "nothing can be mounted here");
        String device = Files.getFileStore(disk).name();
        Path trigger = Path.of("/sys/fs/ext4", Path.of(device).getFileName().toString(), "trigger_fs_error");
        assumeTrue(Files.isWritable(trigger), "errors cannot be provoked here");
        folder = disk.resolve("log");
        errors = trigger;
        return image;
    }

    /** A file system of its own, in memory. */
    private void mount(String options) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root mounts");
        Path disk = Files.createDirectories(temporary.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
        assumeTrue(mounted, "nothing can be mounted here");
        folder = disk.resolve("log");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
