package org.passerelle.platform.mongo.log.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * By {@link RandomAccessFile}, because a {@code FileChannel} closes under a thread that is interrupted, and the store with
 * it. Each reader at work has a handle of its own; handles are kept for the next.
 */
final class DiskFile implements LogFile {

    private final Path path;

    /** Writes; guarded by itself. */
    private final RandomAccessFile writer;

    private final Queue<RandomAccessFile> readers = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    DiskFile(Path path) throws IOException {
        this.path = path;
        this.writer = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public long size() throws IOException {
        return writer.length();
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        RandomAccessFile reader = readers.poll();
        if (reader == null) {
            reader = new RandomAccessFile(path.toFile(), "r");
        }
        boolean done = false;
        try {
            reader.seek(position);
            reader.readFully(target, offset, length);
            done = true;
        } finally {
            giveBack(reader, done);
        }
    }

    private void giveBack(RandomAccessFile reader, boolean good) throws IOException {
        if (good && !closed) {
            readers.add(reader);
        } else {
            reader.close();
        }
    }

    @Override
    public void write(long position, byte[] source, int offset, int length) throws IOException {
        synchronized (writer) {
            writer.seek(position);
            writer.write(source, offset, length);
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        synchronized (writer) {
            writer.setLength(size);
        }
    }

    /** Not under the writer's monitor: others go on writing while the disk works. */
    @Override
    public void sync() throws IOException {
        writer.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (RandomAccessFile reader = readers.poll(); reader != null; reader = readers.poll()) {
            reader.close();
        }
        writer.close();
    }
}
