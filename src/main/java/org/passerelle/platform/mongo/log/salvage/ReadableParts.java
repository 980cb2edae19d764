package org.passerelle.platform.mongo.log.salvage;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.passerelle.platform.mongo.log.disk.LogFile;

/** A file of a disk that may not give all of it: zeros stand for what it does not give. Only to be read. */
final class ReadableParts implements LogFile {

    /** As much as disks give or refuse at a time. */
    private static final int BLOCK = 4096;

    private final LogFile file;

    ReadableParts(LogFile file) {
        this.file = file;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        try {
            file.read(position, target, offset, length);
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            readBlocks(position, target, offset, length);
        }
    }

    private void readBlocks(long position, byte[] target, int offset, int length) {
        int done = 0;
        while (done < length) {
            int part = (int) Math.min(length - done, BLOCK - (position + done) % BLOCK);
            try {
                file.read(position + done, target, offset + done, part);
            } catch (IOException e) {
                Arrays.fill(target, offset + done, offset + done + part, (byte) 0);
            }
            done += part;
        }
    }

    @Override
    public void write(long position, byte[] source, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sync() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
