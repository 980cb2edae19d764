package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.disk.LogFile;
import org.passerelle.platform.mongo.log.disk.LogFolder;

/** One file of the log: a header, then records. Only the last one grows. */
public final class Segment {

    private static final String SUFFIX = ".log";
    private static final int DIGITS = 8;

    private final SegmentHeader header;
    private final LogFile file;

    /** Of its records, the bytes that the newest images of documents take. */
    private final AtomicLong live = new AtomicLong();

    /** Behind the last record. */
    private volatile long end;

    Segment(SegmentHeader header, LogFile file, long end) {
        this.header = header;
        this.file = file;
        this.end = end;
    }

    public static String name(long number) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number) + SUFFIX;
    }

    /** The number in the name of a segment; null if {@code name} is another file's. */
    public static @Nullable Long number(String name) {
        return name.matches("[0-9]{" + DIGITS + ",}" + "\\" + SUFFIX)
                ? Long.valueOf(name.substring(0, name.length() - SUFFIX.length()))
                : null;
    }

    /** Makes the file of {@code header} durable, empty of records. What an attempt before has left is overwritten. */
    public static Segment create(LogFolder folder, SegmentHeader header) throws IOException {
        LogFile file = folder.open(name(header.number()));
        boolean made = false;
        try {
            file.truncate(0);
            file.write(0, header.bytes(), 0, SegmentHeader.LENGTH);
            file.sync();
            folder.sync();
            made = true;
        } finally {
            if (!made) {
                file.close();
            }
        }
        return new Segment(header, file, SegmentHeader.LENGTH);
    }

    /** The last one of {@code segments}, of which the first may be taken away meanwhile. */
    static Segment last(List<Segment> segments) {
        List<Segment> snapshot = List.copyOf(segments);
        return snapshot.get(snapshot.size() - 1);
    }

    SegmentHeader header() {
        return header;
    }

    public long number() {
        return header.number();
    }

    LogFile file() {
        return file;
    }

    long end() {
        return end;
    }

    void end(long value) {
        end = value;
    }

    void live(long bytes) {
        live.addAndGet(bytes);
    }

    long live() {
        return live.get();
    }
}
