package org.passerelle.platform.mongo.log.salvage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.mongo.log.DocumentLog;
import org.passerelle.platform.mongo.log.LogDamaged;
import org.passerelle.platform.mongo.log.LogSettings;
import org.passerelle.platform.mongo.log.MapTable;
import org.passerelle.platform.mongo.log.MarkFile;
import org.passerelle.platform.mongo.log.WrittenLog;
import org.passerelle.platform.mongo.log.WrittenLog.Copy;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.LossReason;
import org.passerelle.platform.mongo.log.salvage.SalvageReport.Lost;

/** What is kept of a damaged log. */
class SalvageTests {

    private static final String COLLECTION = "rooms";
    private static final LogSettings LARGE = new LogSettings(1 << 20, 1 << 20, 1, Duration.ZERO, 0);
    private static final String EVIDENCE = "damaged-20261129T231500Z";

    private final Random random = new Random(13);

    @Test
    void leavesOutADocumentWhoseNewestImageIsDamaged() throws IOException {
        Copy copy = three();
        Map<String, byte[]> files = flipped(copy, "second:2:40", 30);
        UnreliableFolder folder = new UnreliableFolder(files, random);

        SalvageReport report = salvage(folder);

        assertThat(WrittenLog.read(folder)).isEqualTo(Map.of("rooms/a", "first:1:40", "rooms/c", "third:1:40"));
        assertThat(report.kept()).isEqualTo(2);
        assertThat(report.missing()).isEmpty();
        assertThat(report.files()).containsExactly("memory/00000001.log");
        assertThat(report.lost()).singleElement().satisfies(lost -> {
            assertThat(MapTable.key(lost.collection(), lost.id())).isEqualTo("rooms/b");
            assertThat(lost.reason()).isEqualTo(LossReason.UNREADABLE);
            assertThat(MapTable.text(Objects.requireNonNull(lost.image()))).isEqualTo("second:1:40");
        });
    }

    @Test
    void tellsHowManyRecordsAreMissingIfNotEvenTheirHeadsCanBeRead() throws IOException {
        Copy copy = three(false);
        Map<String, byte[]> files = flipped(copy, "third:1:40", -20);
        UnreliableFolder folder = new UnreliableFolder(files, random);

        SalvageReport report = salvage(folder);

        assertThat(WrittenLog.read(folder)).isEqualTo(Map.of("rooms/a", "first:1:40", "rooms/b", "second:2:40"));
        assertThat(report.lost()).isEmpty();
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.count()).isEqualTo(1);
            assertThat(missing.after()).isNotNull();
            assertThat(missing.before()).isNotNull();
        });
    }

    @Test
    void namesADocumentOfWhichNotEvenTheHeadCanBeReadIfItIsListedElsewhere() throws IOException {
        UnreliableFolder folder = new UnreliableFolder(flipped(three(), "third:1:40", -20), random);

        SalvageReport report = salvage(folder);

        assertThat(report.missing()).isEmpty();
        assertThat(report.lost()).singleElement().satisfies(lost -> {
            assertThat(MapTable.key(lost.collection(), lost.id())).isEqualTo("rooms/c");
            assertThat(lost.image()).isNull();
        });
    }

    /** What disks lose as a rule: a block, in which there are several records. */
    @Test
    void namesAllDocumentsThatStoodInALostBlock() throws IOException {
        for (int i = 0; i < 10; i++) {
            Copy whole = new WrittenLog(random, LARGE).write(400).close();
            Map<String, byte[]> files = new TreeMap<>(whole.files());
            byte[] bytes = WrittenLog.bytes(files, "00000001.log");
            int at = 4096 + random.nextInt(bytes.length - 3 * 4096);
            Arrays.fill(bytes, at, at + 4096, (byte) 0);
            files.put("00000001.log", bytes);
            UnreliableFolder folder = new UnreliableFolder(files, random);

            SalvageReport report = salvage(folder);

            assertThat(report.missing()).isEmpty();
            assertKept(whole, report, WrittenLog.read(folder));
        }
    }

    @Test
    void keepsTheFilesAsTheyWereFound() throws IOException {
        Map<String, byte[]> files = flipped(three(), "second:2:40", 30);
        UnreliableFolder folder = new UnreliableFolder(files, random);

        SalvageReport report = salvage(folder);

        assertThat(report.evidence()).endsWith(EVIDENCE);
        assertThat(folder.preserved().keySet())
                .containsExactlyInAnyOrder(EVIDENCE + "/" + MarkFile.NAME, EVIDENCE + "/00000001.log");
        files.forEach((name, bytes) ->
                assertThat(folder.preserved().get(EVIDENCE + "/" + name)).isEqualTo(bytes));
    }

    @Test
    void leavesOutWhatExcludesSomethingNewer() throws IOException {
        UnreliableFolder folder = new UnreliableFolder(flipped(three(false), "third:1:40", -20), random);

        SalvageReport report;
        try (Salvage salvage = Salvage.read(folder)) {
            List<SalvagedDocument> documents = salvage.documents();
            assertThat(documents)
                    .extracting(each -> MapTable.key(each.collection(), each.id()))
                    .containsExactly("rooms/b", "rooms/a");
            assertThat(documents.get(0).sequence())
                    .isGreaterThan(documents.get(1).sequence());
            salvage.exclude(documents.get(1));
            report = salvage.write(WrittenLog.SMALL, Clock.systemUTC(), EVIDENCE);
        }

        assertThat(WrittenLog.read(folder)).isEqualTo(Map.of("rooms/b", "second:2:40"));
        assertThat(report.lost()).singleElement().extracting(Lost::reason).isEqualTo(LossReason.EXCLUDED);
    }

    @Test
    void keepsAllThatIsNotDamagedAndTellsOfTheRest() throws IOException {
        for (int i = 0; i < 50; i++) {
            Copy whole = new WrittenLog(random).write(300 + random.nextInt(300)).close();
            UnreliableFolder folder = new UnreliableFolder(damaged(whole), random);

            SalvageReport report = salvage(folder);

            assertKept(whole, report, WrittenLog.read(folder));
        }
    }

    @Test
    void changesNothingUntilAllIsWritten() throws IOException {
        Copy whole = new WrittenLog(random).write(300).close();
        Map<String, byte[]> damaged = damaged(whole);
        SalvageReport report = salvage(new UnreliableFolder(damaged, random));
        for (int calls = 1; calls < 400; calls += 1 + calls / 10) {
            UnreliableFolder folder = new UnreliableFolder(damaged, random);
            folder.cutAfter(calls);
            try {
                salvage(folder);
            } catch (IOException e) {
                assertThat(folder.isOff()).isTrue();
            }
            UnreliableFolder found = new UnreliableFolder(folder.cut(), random);

            if (isDamaged(found)) {
                found = new UnreliableFolder(found.cut(), random);
                assertKept(whole, salvage(found), WrittenLog.read(found));
            } else {
                assertKept(whole, report, WrittenLog.read(new UnreliableFolder(found.cut(), random)));
            }
        }
    }

    private static boolean isDamaged(UnreliableFolder folder) throws IOException {
        try {
            WrittenLog.read(folder);
            return false;
        } catch (LogDamaged e) {
            return true;
        }
    }

    private static SalvageReport salvage(UnreliableFolder folder) throws IOException {
        try (Salvage salvage = Salvage.read(folder)) {
            return salvage.write(WrittenLog.SMALL, Clock.systemUTC(), EVIDENCE);
        }
    }

    private static void assertKept(Copy whole, SalvageReport report, Map<String, String> found) {
        assertThat(found).hasSize(report.kept());
        Set<String> lost = new HashSet<>();
        report.lost().forEach(each -> lost.add(MapTable.key(each.collection(), each.id())));
        assertThat(found.keySet()).noneMatch(lost::contains);
        if (report.missing().isEmpty()) {
            Map<String, String> expected = new TreeMap<>(whole.state());
            expected.keySet().removeAll(lost);
            assertThat(found).isEqualTo(expected);
        }
    }

    /** One to three times a byte that is another, a file that is cut short, or none. */
    private Map<String, byte[]> damaged(Copy whole) {
        Map<String, byte[]> files = new TreeMap<>(whole.files());
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<String> names = List.copyOf(files.keySet());
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = WrittenLog.bytes(files, name);
            int at = random.nextInt(bytes.length);
            int how = random.nextInt(10);
            if (how == 0) {
                files.remove(name);
            } else if (how == 1) {
                files.put(name, Arrays.copyOf(bytes, Math.max(1, at)));
            } else {
                bytes[at] ^= 1;
                files.put(name, bytes);
            }
        }
        return files;
    }

    /** Three documents, one of which has changed. */
    private Copy three() throws IOException {
        return three(true);
    }

    private Copy three(boolean closed) throws IOException {
        UnreliableFolder folder = new UnreliableFolder(random);
        MapTable table = new MapTable();
        DocumentLog log = DocumentLog.open(folder, WrittenLog.SMALL, Clock.systemUTC(), table);
        put(log, table, "a", "first:1:40");
        put(log, table, "b", "second:1:40");
        put(log, table, "c", "third:1:40");
        put(log, table, "b", "second:2:40");
        if (closed) {
            log.close();
        } else {
            log.awaitDurable(log.newest());
            log.mark();
        }
        return new Copy(folder.contents(), Map.of());
    }

    private static void put(DocumentLog log, MapTable table, String id, String text) {
        byte[] key = MapTable.bytes(id);
        log.put(COLLECTION, key, MapTable.image(text), table.put(COLLECTION, key));
    }

    /** With another byte so far behind where {@code image} begins, or before. */
    private static Map<String, byte[]> flipped(Copy copy, String image, int behind) {
        Map<String, byte[]> files = new TreeMap<>(copy.files());
        byte[] bytes = WrittenLog.bytes(files, "00000001.log");
        byte[] sought = MapTable.bytes(image);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
            at++;
        }
        bytes[at + behind]++;
        files.put("00000001.log", bytes);
        return files;
    }
}
