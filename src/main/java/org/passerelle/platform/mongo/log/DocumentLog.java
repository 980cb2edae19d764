package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.disk.LogFolder;

/**
 * Keeps documents as records at the end of a log. A record is durable once {@link #awaitDurable} has returned for its
 * sequence.
 */
public final class DocumentLog implements AutoCloseable {

    private static final byte[] NOTHING = {};

    private final LogFolder folder;
    private final LogSettings settings;
    private final Marking marking;
    private final DiskTrouble trouble = new DiskTrouble();
    private final List<Segment> segments;

    private final LogWriter writer;
    private final LogSnapshots snapshots;

    private DocumentLog(LogFolder folder, LogSettings settings, Clock clock, MarkFile marks, Recovered found) {
        this.folder = folder;
        this.settings = settings;
        this.segments = new CopyOnWriteArrayList<>(found.segments());
        Segment last = Segment.last(found.segments());
        Mark mark = new Mark(
                found.store(),
                found.mark(),
                found.segments().get(0).number(),
                last.number(),
                last.end(),
                found.sequence(),
                found.chain(),
                found.lastTime());
        this.marking = new Marking(marks, clock, mark);
        this.writer = new LogWriter(folder, settings, clock, marking, trouble, segments, found);
        this.snapshots = new LogSnapshots(this, writer);
    }

    /** A log that is not yet marked, so that nothing in it counts. */
    public static DocumentLog of(LogFolder folder, LogSettings settings, Clock clock, MarkFile marks, Recovered found) {
        return new DocumentLog(folder, settings, clock, marks, found);
    }

    /**
     * Opens the log in {@code folder}, makes one where there is none, and fills {@code table}.
     *
     * @throws LogDamaged if it does not hold all that was acknowledged
     * @throws NewerFormat if this program is too old for it
     */
    public static DocumentLog open(LogFolder folder, LogSettings settings, Clock clock, DocumentTable table)
            throws IOException {
        MarkFile marks = new MarkFile(folder);
        boolean opened = false;
        try {
            Recovered found = Recovery.read(folder, marks, table, clock.millis());
            DocumentLog log = new DocumentLog(folder, settings, clock, marks, found);
            log.markAnew();
            opened = true;
            return log;
        } finally {
            if (!opened) {
                marks.close();
            }
        }
    }

    /**
     * Writes the new image of a document, which {@code target} then has.
     *
     * @return the record's sequence, to wait for
     * @throws LogUnavailable if it cannot be written; then nothing has changed
     */
    public long put(String collection, byte[] id, byte[] image, StoredImage target) {
        return writer.append(ChangeKind.PUT, collection, id, image, target);
    }

    /** Writes that a document has ended. As {@link #put} else. */
    public long remove(String collection, byte[] id, StoredImage target) {
        return writer.append(ChangeKind.REMOVE, collection, id, NOTHING, target);
    }

    /** Writes that a collection has ended, all of whose documents are {@code targets}. As {@link #put} else. */
    public long drop(String collection, Iterable<? extends StoredImage> targets) {
        return writer.drop(collection, targets);
    }

    /**
     * Writes the image of a document once more at the end, if it still stands in {@code segment}.
     *
     * @return whether it did
     */
    boolean copy(String collection, byte[] id, StoredImage target, Segment segment) {
        ImagePosition place = target.place();
        if (place == null || place.segment() != segment) {
            return false;
        }
        try {
            return writer.copy(collection, id, readAt(place), target, place);
        } catch (IOException e) {
            trouble.refused(e);
            throw new LogUnavailable("An image cannot be read", e);
        }
    }

    /** The newest record's sequence. */
    public long newest() {
        return writer.newest();
    }

    /**
     * Returns once all records up to {@code sequence} are on the disk.
     *
     * @throws LogUnavailable if the disk fails: whether they will be is then unknown
     */
    public void awaitDurable(long sequence) {
        writer.awaitDurable(sequence);
    }

    /** Looks whether the disk answers again, and if so has it take what it was asked for last. */
    void tryAgain() {
        writer.tryAgain();
    }

    /**
     * Goes on in a new segment, so that all that was written until now stands in older ones.
     *
     * @return the number of the newest of those
     * @throws LogUnavailable if the disk fails
     */
    long beginSegment() {
        long last = lastSegment();
        while (lastSegment() == last) {
            writer.endSegment();
            awaitDurable(writer.append(ChangeKind.PROBE, "", NOTHING, NOTHING, null));
        }
        return last;
    }

    private long lastSegment() {
        return Segment.last(segments).number();
    }

    /** Lists what no list of contents names yet. */
    public void writeRestOfContents() {
        writer.writeRestOfContents();
    }

    /** Writes a mark, if there is something new to say. */
    public void mark() {
        if (!marking.says(writer.durable(), segments.get(0).number())) {
            markAnew();
        }
    }

    /** Also if there is nothing new to say, so that all records of this run name a mark that no copy before it has. */
    private void markAnew() {
        try {
            writeMark();
        } catch (IOException e) {
            trouble.refused(e);
        }
    }

    public void writeMark() throws IOException {
        marking.write(writer.durable(), segments.get(0).number());
    }

    /** The image of a document; null if it has ended meanwhile. */
    public byte @Nullable [] read(StoredImage image) {
        while (true) {
            ImagePosition place = image.place();
            if (place == null) {
                return null;
            }
            try {
                return readAt(place);
            } catch (IOException e) {
                // An old segment may just have gone; the image stands elsewhere then.
                if (image.place() == place) {
                    trouble.refused(e);
                    throw new LogUnavailable("A document cannot be read", e);
                }
            }
        }
    }

    /**
     * Where the newest images of all documents stand now. None that was answered is missing, and of what one thread does there is
     * all up to some point.
     *
     * @param documents by collection; asked while nothing can be written
     */
    public <T extends StoredImage> LogSnapshot<T> snapshot(Supplier<Map<String, Collection<T>>> documents) {
        return snapshots.take(documents);
    }

    boolean isBeingRead() {
        return snapshots.areOpen();
    }

    byte[] readAt(ImagePosition place) throws IOException {
        byte[] image = new byte[place.length()];
        place.segment().file().read(place.offset(), image, 0, image.length);
        if (RecordHead.checksum(image, 0, image.length) != place.checksum()) {
            byte[] pending = writer.pending(place);
            if (pending != null) {
                return pending;
            }
            throw new LogUnavailable("Damaged: " + damagedAt(place.segment(), place.offset()));
        }
        return image;
    }

    /** Remembers that something is not what had been written, and says where. */
    String damagedAt(Segment segment, long offset) {
        String where = folder.describe(Segment.name(segment.number())) + " at byte " + offset;
        trouble.damage(where);
        return where;
    }

    public LogState state() {
        return trouble.state(settings.reserveBytes());
    }

    void lookAtSpace() {
        try {
            trouble.usableBytes(folder.usableBytes());
        } catch (IOException e) {
            trouble.refused(e);
        }
    }

    /** How much of the disk it takes. */
    public long bytes() {
        return segments.stream().mapToLong(Segment::end).sum();
    }

    List<Segment> segments() {
        return segments;
    }

    /**
     * Takes the oldest segment away, all copies of what was live in it being durable.
     *
     * @return false if something in it is still live
     */
    boolean dropOldest() {
        if (!writer.dropOldest()) {
            return false;
        }
        mark();
        return true;
    }

    /** Whether no start would look for the segment of this number, even if the newest mark could not be read. */
    boolean isForgotten(long number) {
        return marking.isForgotten(number);
    }

    LogFolder folder() {
        return folder;
    }

    /** Makes everything durable and writes down that this is the end. */
    @Override
    public void close() {
        try {
            writeRestOfContents();
            awaitDurable(newest());
            mark();
        } finally {
            try {
                closeFiles();
                marking.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those of the segments. */
    public void closeFiles() throws IOException {
        for (Segment segment : segments) {
            segment.file().close();
        }
    }
}
