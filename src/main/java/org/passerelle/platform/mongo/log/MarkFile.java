package org.passerelle.platform.mongo.log;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.disk.LogFile;
import org.passerelle.platform.mongo.log.disk.LogFolder;

/** The file with the two newest marks, in turn in two places: while one is being written the other stands. */
public final class MarkFile implements Closeable {

    public static final String NAME = LogFolder.MARKS;

    /** The two lie in different blocks of any disk. */
    private static final int APART = 4096;

    private final LogFile file;

    public MarkFile(LogFolder folder) throws IOException {
        this.file = folder.open(NAME);
    }

    /**
     * What the file holds.
     *
     * @param newest null if no mark can be read
     * @param whole false if one of the two places holds something that is no mark
     */
    public record Found(@Nullable Mark newest, boolean whole) {}

    public Found read() throws IOException {
        Place first = place(0);
        Place second = place(APART);
        Mark newest = first.mark;
        if (newest == null || (second.mark != null && second.mark.number() > newest.number())) {
            newest = second.mark;
        }
        // The very first mark stands alone.
        boolean alone = newest != null && newest.number() == 1 && !second.written;
        boolean whole = first.mark != null && (second.mark != null || alone);
        return new Found(newest, whole);
    }

    private Place place(long position) throws IOException {
        if (file.size() < position + Mark.LENGTH) {
            return new Place(false, null);
        }
        byte[] bytes = new byte[Mark.LENGTH];
        file.read(position, bytes, 0, bytes.length);
        boolean written = false;
        for (byte each : bytes) {
            written |= each != 0;
        }
        return new Place(written, Mark.read(bytes));
    }

    private record Place(boolean written, @Nullable Mark mark) {}

    /** Writes {@code mark} over the older of the two, durably. */
    void write(Mark mark) throws IOException {
        byte[] bytes = mark.bytes();
        file.write(mark.number() % 2 == 1 ? 0 : APART, bytes, 0, bytes.length);
        file.sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
