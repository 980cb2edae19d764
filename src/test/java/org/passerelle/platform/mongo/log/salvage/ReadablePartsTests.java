package org.passerelle.platform.mongo.log.salvage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.mongo.log.disk.LogFile;
import org.passerelle.platform.mongo.log.disk.UnreliableFolder;

/** A file of which the disk does not give one block. */
class ReadablePartsTests {

    private static final int SIZE = 100_000;
    private static final int BAD = 5 * 4096;

    private final byte[] whole = new byte[SIZE];

    private LogFile file() throws IOException {
        new Random(13).nextBytes(whole);
        LogFile stored = new UnreliableFolder(Map.of("file", whole), new Random(13)).open("file");
        return new ReadableParts(new BadBlock(stored));
    }

    @Test
    void givesAllButTheBlock() throws IOException {
        byte[] read = new byte[SIZE];
        file().read(0, read, 0, SIZE);

        Arrays.fill(whole, BAD, BAD + 4096, (byte) 0);
        assertThat(read).isEqualTo(whole);
    }

    @Test
    void givesWhatDoesNotTouchTheBlock() throws IOException {
        byte[] read = new byte[500];
        file().read(BAD + 4096, read, 100, 400);

        assertThat(Arrays.copyOfRange(read, 100, 500)).isEqualTo(Arrays.copyOfRange(whole, BAD + 4096, BAD + 4496));
    }

    @Test
    void tellsTheEndOfTheFile() throws IOException {
        LogFile file = file();

        assertThatThrownBy(() -> file.read(SIZE - 10, new byte[20], 0, 20)).isInstanceOf(EOFException.class);
    }

    private record BadBlock(LogFile file) implements LogFile {

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            file.read(position, target, offset, length);
            if (position < BAD + 4096 && position + length > BAD) {
                throw new IOException("Input/output error");
            }
        }

        @Override
        public void write(long position, byte[] source, int offset, int length) throws IOException {
            file.write(position, source, offset, length);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void sync() throws IOException {
            file.sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
