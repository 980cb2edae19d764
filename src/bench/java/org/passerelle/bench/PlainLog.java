package org.passerelle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file to which bytes are appended and made durable: what no durable store can undercut for a single writer. */
final class PlainLog implements AutoCloseable {

    private final FileChannel channel;

    private PlainLog(FileChannel channel) {
        this.channel = channel;
    }

    static PlainLog create(Path file) {
        try {
            return new PlainLog(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the disk says that it keeps them ({@code fdatasync}). */
    void append(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
