package org.passerelle.platform.mongo.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.mongo.log.LogDamaged.DamageKind;
import org.passerelle.platform.mongo.log.WrittenLog.Copy;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;

/** Files that are not what was written: told, or without any loss. */
class DamagedLogTests {

    private static final int CUTS = 50;
    private static final int FLIPS = 200;

    private final Random random = new Random(13);

    @Test
    void tellsThatAFileIsCutShort() throws IOException {
        Copy whole = new WrittenLog(random).write(700).close();
        int told = 0;
        for (int i = 0; i < CUTS; i++) {
            Map<String, byte[]> files = new TreeMap<>(whole.files());
            String name = anyByte(files).name();
            files.put(
                    name,
                    Arrays.copyOf(WrittenLog.bytes(files, name), random.nextInt(WrittenLog.bytes(files, name).length)));

            told += toldOrWhole(files, name, whole, DamageKind.CUT_SHORT, DamageKind.UNREADABLE, DamageKind.MISSING)
                    ? 1
                    : 0;
        }
        assertThat(told).isGreaterThan(CUTS / 2);
    }

    @Test
    void tellsThatAByteIsAnother() throws IOException {
        Copy whole = new WrittenLog(random).write(700).close();
        int told = 0;
        for (int i = 0; i < FLIPS; i++) {
            Map<String, byte[]> files = new TreeMap<>(whole.files());
            Byte any = anyByte(files);
            byte[] bytes = WrittenLog.bytes(files, any.name());
            bytes[any.at()] ^= (byte) (1 << random.nextInt(8));
            files.put(any.name(), bytes);

            told += toldOrWhole(
                            files, any.name(), whole, DamageKind.UNREADABLE, DamageKind.MISSING, DamageKind.CUT_SHORT)
                    ? 1
                    : 0;
        }
        assertThat(told).isGreaterThan(FLIPS / 2);
    }

    @Test
    void opensWithTheOlderMarkIfTheNewestIsDamaged() throws IOException {
        for (int i = 0; i < 30; i++) {
            Copy whole = new WrittenLog(random).write(100 + random.nextInt(100)).copy();
            for (int at : new int[] {20, 4096 + 20}) {
                Map<String, byte[]> files = new TreeMap<>(whole.files());
                byte[] bytes = WrittenLog.bytes(files, MarkFile.NAME);
                bytes[at]++;
                files.put(MarkFile.NAME, bytes);

                assertThat(WrittenLog.read(new UnreliableFolder(files, random))).isEqualTo(whole.state());
            }
        }
    }

    @Test
    void tellsThatAFileIsMissing() throws IOException {
        Copy whole = new WrittenLog(random).write(700).close();

        for (String name : whole.files().keySet()) {
            Map<String, byte[]> files = new TreeMap<>(whole.files());
            files.remove(name);
            assertThat(toldOrWhole(files, name, whole, DamageKind.MISSING))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void tellsThatTheNewestSegmentIsDamagedEvenIfNoMarkNamesIt() throws IOException {
        WrittenLog written = new WrittenLog(random).write(60);
        Copy before = written.copy();
        int segments = before.files().size();
        Copy after = before;
        while (after.files().size() == segments) {
            after = written.write(1).copy();
        }
        after = written.write(1).write(1).copy();
        Map<String, byte[]> files = new TreeMap<>(after.files());
        files.put(MarkFile.NAME, before.files().get(MarkFile.NAME));
        String newest = newestSegment(files);
        byte[] bytes = WrittenLog.bytes(files, newest);
        bytes[20]++;
        files.put(newest, bytes);

        UnreliableFolder folder = new UnreliableFolder(files, random);

        assertThatThrownBy(() -> WrittenLog.read(folder))
                .isInstanceOfSatisfying(
                        LogDamaged.class, told -> assertThat(told.kind()).isEqualTo(DamageKind.UNREADABLE));
        assertThat(folder.contents()).containsKey(newest);
    }

    @Test
    void opensWithANewestSegmentInWhichTheDiskShowsADeletedOne() throws IOException {
        WrittenLog written = new WrittenLog(random).write(60);
        Map<String, byte[]> older = written.copy().files();
        Copy whole = written.write(300).close();
        Map<String, byte[]> files = new TreeMap<>(whole.files());
        String newest = newestSegment(files);
        String next = Segment.name(number(newest) + 1);
        files.put(next, WrittenLog.bytes(older, newestSegment(older)));

        assertThat(WrittenLog.read(new UnreliableFolder(files, random))).isEqualTo(whole.state());
    }

    private static long number(String segment) {
        return Objects.requireNonNull(Segment.number(segment));
    }

    private static String newestSegment(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(name -> !name.equals(MarkFile.NAME))
                .reduce("", (one, other) -> other);
    }

    @Test
    void opensAnOlderCopyOfTheWholeFolder() throws IOException {
        WrittenLog written = new WrittenLog(random).write(200);
        Copy older = written.copy();
        written.write(300);

        assertThat(WrittenLog.read(older.folder(random))).isEqualTo(older.state());
    }

    @Test
    void opensNoFilesOfAnOlderCopyAmongNewerOnes() throws IOException {
        int told = 0;
        for (int i = 0; i < 100; i++) {
            Copy older = new WrittenLog(random).write(100 + random.nextInt(100)).close();
            Copy newer = WrittenLog.from(older, random)
                    .write(1 + random.nextInt(200))
                    .close();
            told += mixedIsToldOrOneOf(older, newer) ? 1 : 0;
        }
        assertThat(told).isGreaterThan(25);
    }

    @Test
    void opensNoNewerSegmentsWithoutTheLastByAnOlderMark() throws IOException {
        int told = 0;
        for (int changes = 1; changes < 100; changes++) {
            Copy older = new WrittenLog(random).write(100).close();
            Copy newer = WrittenLog.from(older, random).write(changes).close();
            TreeMap<String, byte[]> files = new TreeMap<>(newer.files());
            files.remove(MarkFile.NAME);
            if (files.lastKey().equals(new TreeMap<>(older.files()).lowerKey(MarkFile.NAME))) {
                continue;
            }
            files.remove(files.lastKey());
            files.put(MarkFile.NAME, WrittenLog.bytes(older.files(), MarkFile.NAME));

            assertThatThrownBy(() -> WrittenLog.read(new UnreliableFolder(files, random)))
                    .isInstanceOf(LogDamaged.class);
            told++;
        }
        assertThat(told).isPositive();
    }

    /** A disk may give a new part of a file what stood there before. */
    @Test
    void ignoresFormerRecordsBehindTheEnd() throws IOException {
        Copy whole = new WrittenLog(random).write(100).copy();
        TreeMap<String, byte[]> files = new TreeMap<>(whole.files());
        String last = files.lowerKey(MarkFile.NAME);
        byte[] bytes = WrittenLog.bytes(files, last);
        for (byte[] former : new TreeMap<>(whole.files()).headMap(last).values()) {
            byte[] longer = Arrays.copyOf(bytes, bytes.length + former.length - SegmentHeader.LENGTH);
            System.arraycopy(former, SegmentHeader.LENGTH, longer, bytes.length, former.length - SegmentHeader.LENGTH);
            files.put(last, longer);

            assertThat(WrittenLog.read(new UnreliableFolder(files, random))).isEqualTo(whole.state());
        }
    }

    @Test
    void opensNoMixtureOfTwoCopiesThatHaveGoneOnApart() throws IOException {
        int told = 0;
        for (int i = 0; i < 100; i++) {
            Copy common =
                    new WrittenLog(random).write(100 + random.nextInt(100)).close();
            Copy one = WrittenLog.from(common, random)
                    .write(1 + random.nextInt(100))
                    .close();
            Copy other = WrittenLog.from(common, random)
                    .write(1 + random.nextInt(100))
                    .close();
            told += mixedIsToldOrOneOf(one, other) ? 1 : 0;
        }
        assertThat(told).isGreaterThan(50);
    }

    /** @return whether it was told */
    private boolean mixedIsToldOrOneOf(Copy one, Copy other) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(one.files());
        other.files().forEach((name, bytes) -> {
            if (random.nextBoolean()) {
                files.put(name, bytes);
            }
        });
        try {
            Map<String, String> state = WrittenLog.read(new UnreliableFolder(files, random));
            assertThat(state.equals(one.state()) || state.equals(other.state())).isTrue();
            return false;
        } catch (LogDamaged e) {
            return true;
        }
    }

    private record Byte(String name, int at) {}

    /** Each byte of all files is as likely. */
    private Byte anyByte(Map<String, byte[]> files) {
        List<String> names = new ArrayList<>(files.keySet());
        int at = random.nextInt(
                files.values().stream().mapToInt(bytes -> bytes.length).sum());
        for (String name : names) {
            int length = WrittenLog.bytes(files, name).length;
            if (at < length) {
                return new Byte(name, at);
            }
            at -= length;
        }
        throw new AssertionError();
    }

    /** @return whether it was told; if not nothing is lost */
    private boolean toldOrWhole(Map<String, byte[]> files, String name, Copy whole, DamageKind... kinds)
            throws IOException {
        UnreliableFolder folder = new UnreliableFolder(files, random);
        try {
            assertThat(WrittenLog.read(folder)).as(name).isEqualTo(whole.state());
            return false;
        } catch (LogDamaged e) {
            assertThat(e.kind()).as(name).isIn((Object[]) kinds);
            assertThat(e.file()).isNotBlank();
            assertThat(folder.contents()).as("what was found is left alone").containsAllEntriesOf(files);
            return true;
        }
    }
}
