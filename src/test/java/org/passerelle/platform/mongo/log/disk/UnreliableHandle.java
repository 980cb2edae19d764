package org.passerelle.platform.mongo.log.disk;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.passerelle.platform.mongo.log.DiskCall;
import org.passerelle.platform.mongo.log.UnreliableFile;

/** An open file of an {@link UnreliableFolder}. */
final class UnreliableHandle implements LogFile {

    private final UnreliableFolder folder;
    private final String name;
    private final UnreliableFile file;
    private boolean closed;

    UnreliableHandle(UnreliableFolder folder, String name, UnreliableFile file) {
        this.folder = folder;
        this.name = name;
        this.file = file;
    }

    private void begin(DiskCall call) throws IOException {
        folder.begin(call, name);
        if (closed && call != DiskCall.READ) {
            throw new IOException("Closed: " + name);
        }
    }

    private void end() throws IOException {
        if (folder.goesOff()) {
            throw new IOException("No power");
        }
    }

    @Override
    public long size() throws IOException {
        synchronized (folder) {
            begin(DiskCall.SIZE);
            end();
            return file.size();
        }
    }

    /** As {@link DiskFile}: one that is closed is opened again, if it is still there. */
    @Override
    public void read(long position, byte[] target, int offset, int length) throws IOException {
        synchronized (folder) {
            begin(DiskCall.READ);
            if (closed && folder.file(name) != file) {
                throw new FileNotFoundException(name);
            }
            end();
            if (position + length > file.size()) {
                throw new EOFException(name);
            }
            file.read((int) position, target, offset, length);
        }
    }

    /** If it fails, or the power goes, a part may have been written. */
    @Override
    public void write(long position, byte[] source, int offset, int length) throws IOException {
        synchronized (folder) {
            try {
                begin(DiskCall.WRITE);
            } catch (IOException e) {
                if (!folder.isOff() && !closed && length > 0 && !(e instanceof Untouched)) {
                    file.write((int) position, source, offset, folder.random().nextInt(length));
                }
                throw e;
            }
            long growth = position + length - file.size();
            if (growth > folder.room()) {
                long fits = Math.max(0, length - growth + folder.room());
                file.write((int) position, source, offset, (int) Math.min(length, fits));
                throw new IOException("No space left on device");
            }
            boolean off = folder.goesOff();
            int written = off ? folder.random().nextInt(length + 1) : length;
            file.write((int) position, source, offset, written);
            if (off) {
                throw new IOException("No power");
            }
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        synchronized (folder) {
            begin(DiskCall.TRUNCATE);
            file.truncate((int) size);
            end();
        }
    }

    /** Takes a while, in which others write and the power may go. */
    @Override
    public void sync() throws IOException {
        UnreliableFile.Began began;
        synchronized (folder) {
            try {
                begin(DiskCall.SYNC);
            } catch (IOException e) {
                if (!folder.isOff() && !closed) {
                    file.failSync(folder.random());
                }
                throw e;
            }
            began = file.beginSync();
        }
        Thread.yield();
        synchronized (folder) {
            if (folder.isOff()) {
                throw new IOException("No power");
            }
            end();
            file.endSync(began);
        }
    }

    @Override
    public void close() {
        synchronized (folder) {
            closed = true;
        }
    }

    /** A write that fails before it has changed anything, as on a disk that is read-only. */
    static final class Untouched extends IOException {

        private static final long serialVersionUID = 1L;

        Untouched(String message) {
            super(message);
        }
    }
}
