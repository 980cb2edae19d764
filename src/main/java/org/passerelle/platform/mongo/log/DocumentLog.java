package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps documents as records at the end of a log. A record is durable once {@link #awaitDurable} has returned for its
 * sequence; one sync serves all who wait. When a sync fails, what it was to make durable is written once more, in a new
 * segment, as soon as the disk answers: until then nothing else is taken.
 */
public final class DocumentLog implements AutoCloseable {

    private static final byte[] NOTHING = {};

    private final LogFolder folder;
    private final LogSettings settings;
    private final Clock clock;
    private final MarkFile marks;
    private final List<Segment> segments;

    /** Held while a record is written. Taken after {@link #syncing} by whoever holds both. */
    private final ReentrantLock appending = new ReentrantLock();

    /** Held while the disk works, and while a segment is changed for the next. */
    private final ReentrantLock syncing = new ReentrantLock();

    /** Guarded by {@link #appending}. */
    private final Tail tail;

    private volatile Durable durable;
    private volatile Mark marked;

    /** Neither of the two marks asks for a segment before this one. */
    private volatile long forgotten;

    /** Why nothing is written until what is pending has been moved; null if nothing is wrong. */
    private volatile @Nullable IOException broken;

    /** Why the last write failed; null once one has succeeded. */
    private volatile @Nullable IOException refused;

    /** Where an image was not what had been written; null if none was met. */
    private volatile @Nullable String damage;

    private volatile long usableBytes = Long.MAX_VALUE;

    /** Up to where the log is on the disk. */
    private record Durable(long sequence, long chain, Segment segment, long end) {}

    private DocumentLog(LogFolder folder, LogSettings settings, Clock clock, MarkFile marks, Recovered found) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.marks = marks;
        this.segments = new CopyOnWriteArrayList<>(found.segments());
        Segment last = found.segments().get(found.segments().size() - 1);
        this.tail = new Tail(last, found.sequence(), found.chain());
        this.durable = new Durable(found.sequence(), found.chain(), last, last.end());
        this.marked = new Mark(
                found.store(),
                found.mark(),
                found.segments().get(0).number(),
                last.number(),
                last.end(),
                found.sequence(),
                found.chain(),
                found.lastTime());
    }

    /** A log that is not yet marked, so that nothing in it counts. */
    static DocumentLog of(LogFolder folder, LogSettings settings, Clock clock, MarkFile marks, Recovered found) {
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
        return append(ChangeKind.PUT, collection, id, image, target);
    }

    /** Writes that a document has ended. As {@link #put} else. */
    public long remove(String collection, byte[] id, StoredImage target) {
        return append(ChangeKind.REMOVE, collection, id, NOTHING, target);
    }

    /** Writes that a collection has ended, all of whose documents are {@code targets}. As {@link #put} else. */
    public long drop(String collection, Iterable<? extends StoredImage> targets) {
        appending.lock();
        try {
            long sequence = append(ChangeKind.DROP, collection, NOTHING, NOTHING, null);
            targets.forEach(each -> each.moveTo(null));
            return sequence;
        } finally {
            appending.unlock();
        }
    }

    /**
     * Writes the image of a document once more at the end, if it still stands in {@code segment}.
     *
     * @return whether it did
     */
    boolean copy(String collection, byte[] id, StoredImage target, Segment segment) {
        appending.lock();
        try {
            Place place = target.place();
            if (place == null || place.segment() != segment) {
                return false;
            }
            append(ChangeKind.COPY, collection, id, readAt(place), target);
            return true;
        } catch (IOException e) {
            refused = e;
            throw new LogUnavailable("An image cannot be read", e);
        } finally {
            appending.unlock();
        }
    }

    private long append(ChangeKind kind, String collection, byte[] id, byte[] image, @Nullable StoredImage target) {
        int checksum = RecordHead.checksum(image, 0, image.length);
        appending.lock();
        try {
            refuseIfBroken();
            long sequence = tail.sequence() + 1;
            RecordHead head = new RecordHead(
                    kind,
                    collection,
                    id,
                    image.length,
                    checksum,
                    sequence,
                    durable.sequence(),
                    clock.millis(),
                    marked.number());
            tail.write(head, image, target);
            refused = null;
            return sequence;
        } catch (IOException e) {
            refused = e;
            throw new LogUnavailable("The log cannot be written", e);
        } finally {
            appending.unlock();
        }
    }

    private void refuseIfBroken() {
        IOException reason = broken;
        if (reason != null) {
            throw new LogUnavailable("The disk has failed and not answered since", reason);
        }
    }

    /** The newest record's sequence. */
    public long newest() {
        appending.lock();
        try {
            return tail.sequence();
        } finally {
            appending.unlock();
        }
    }

    /**
     * Returns once all records up to {@code sequence} are on the disk.
     *
     * @throws LogUnavailable if the disk fails: whether they will be is then unknown
     */
    public void awaitDurable(long sequence) {
        if (durable.sequence() >= sequence) {
            return;
        }
        syncing.lock();
        try {
            if (durable.sequence() < sequence) {
                refuseIfBroken();
                sync();
            }
        } finally {
            syncing.unlock();
        }
    }

    /** Makes all that is written durable. Others go on writing while the disk works. */
    private void sync() {
        Durable reached = written();
        try {
            reached.segment().file().sync();
        } catch (IOException e) {
            broken = e;
            throw new LogUnavailable("The disk failed while it made writes durable", e);
        }
        advance(reached);
        if (reached.end() >= settings.segmentBytes()) {
            changeSegment();
        }
    }

    private Durable written() {
        appending.lock();
        try {
            return new Durable(
                    tail.sequence(),
                    tail.chain(),
                    tail.segment(),
                    tail.segment().end());
        } finally {
            appending.unlock();
        }
    }

    private void advance(Durable reached) {
        appending.lock();
        try {
            durable = reached;
            tail.forget(reached.sequence());
        } finally {
            appending.unlock();
        }
    }

    /** If that fails nothing more is written to this one: the next may be there, and say that this one ends here. */
    private void changeSegment() {
        appending.lock();
        try {
            Segment full = tail.segment();
            full.file().sync();
            advance(written());
            Segment next = continuing(full.end(), tail.sequence() + 1);
            segments.add(next);
            tail.continueIn(next);
            durable = written();
        } catch (IOException e) {
            broken = e;
        } finally {
            appending.unlock();
        }
    }

    private Segment continuing(long end, long first) throws IOException {
        Segment last = tail.segment();
        return Segment.create(
                folder, new SegmentHeader(marked.store(), last.number() + 1, first, end, tail.durableChain()));
    }

    /** Looks whether the disk answers again, and if so has it take what it was asked for last. */
    void tryAgain() {
        syncing.lock();
        appending.lock();
        try {
            if (broken != null) {
                Segment next = continuing(durable.end(), durable.sequence() + 1);
                tail.moveTo(next);
                segments.add(next);
                durable = written();
                broken = null;
                refused = null;
            } else if (refused != null) {
                append(ChangeKind.PROBE, "", NOTHING, NOTHING, null);
                sync();
            }
        } catch (IOException e) {
            refused = e;
        } catch (LogUnavailable e) {
            // It does not answer yet: the reason is known.
        } finally {
            appending.unlock();
            syncing.unlock();
        }
    }

    /** Writes a mark, if there is something new to say. */
    void mark() {
        Durable reached = durable;
        Mark before = marked;
        long oldest = segments.get(0).number();
        if (before.number() > 1
                && before.sequence() == reached.sequence()
                && before.oldest() == oldest
                && before.segment() == reached.segment().number()) {
            return;
        }
        markAnew();
    }

    /** Also if there is nothing new to say, so that all records of this run name a mark that no copy before it has. */
    private void markAnew() {
        try {
            writeMark();
        } catch (IOException e) {
            refused = e;
        }
    }

    void writeMark() throws IOException {
        Durable reached = durable;
        Mark now = new Mark(
                marked.store(),
                marked.number() + 1,
                segments.get(0).number(),
                reached.segment().number(),
                reached.end(),
                reached.sequence(),
                reached.chain(),
                clock.millis());
        marks.write(now);
        forgotten = marked.oldest();
        marked = now;
    }

    /** The image of a document; null if it has ended meanwhile. */
    public byte @Nullable [] read(StoredImage image) {
        while (true) {
            Place place = image.place();
            if (place == null) {
                return null;
            }
            try {
                return readAt(place);
            } catch (IOException e) {
                // An old segment may just have gone; the image stands elsewhere then.
                if (image.place() == place) {
                    refused = e;
                    throw new LogUnavailable("A document cannot be read", e);
                }
            }
        }
    }

    private byte[] readAt(Place place) throws IOException {
        byte[] image = new byte[place.length()];
        place.segment().file().read(place.offset(), image, 0, image.length);
        if (RecordHead.checksum(image, 0, image.length) != place.checksum()) {
            byte[] pending = pending(place);
            if (pending != null) {
                return pending;
            }
            damage = folder.describe(Segment.name(place.segment().number())) + " at byte " + place.offset();
            throw new LogUnavailable("Damaged: " + damage);
        }
        return image;
    }

    private byte @Nullable [] pending(Place place) {
        appending.lock();
        try {
            return tail.pending(place);
        } finally {
            appending.unlock();
        }
    }

    public LogState state() {
        IOException reason = broken != null ? broken : refused;
        if (reason != null) {
            return new LogState.Failing(String.valueOf(reason.getMessage()));
        }
        String where = damage;
        if (where != null) {
            return new LogState.Damaged(where);
        }
        long left = usableBytes;
        return left < settings.reserveBytes() ? new LogState.LittleSpace(left) : new LogState.Working();
    }

    void lookAtSpace() {
        try {
            usableBytes = folder.usableBytes();
        } catch (IOException e) {
            refused = e;
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
        appending.lock();
        try {
            if (segments.get(0).live() != 0) {
                return false;
            }
            segments.remove(0);
        } finally {
            appending.unlock();
        }
        mark();
        return true;
    }

    /** Whether no start would look for the segment of this number, even if the newest mark could not be read. */
    boolean isForgotten(long number) {
        return number < forgotten;
    }

    LogFolder folder() {
        return folder;
    }

    /** Makes everything durable and writes down that this is the end. */
    @Override
    public void close() {
        try {
            awaitDurable(newest());
            mark();
        } finally {
            try {
                closeFiles();
                marks.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those of the segments. */
    void closeFiles() throws IOException {
        for (Segment segment : segments) {
            segment.file().close();
        }
    }
}
