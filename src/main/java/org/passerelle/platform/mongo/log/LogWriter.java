package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.mongo.log.disk.LogFolder;

/**
 * Writes records and makes them durable. One sync serves all who wait. When a sync fails, what it was to make durable is
 * written once more, in a new segment, as soon as the disk answers: until then nothing else is taken.
 */
final class LogWriter {

    private static final byte[] NOTHING = {};

    private final LogFolder folder;
    private final LogSettings settings;
    private final Clock clock;
    private final Marking marking;
    private final DiskTrouble trouble;

    /** Changed by this alone; others read it. */
    private final List<Segment> segments;

    /** Held while a record is written. Taken after {@link #syncing} by whoever holds both. */
    private final ReentrantLock appending = new ReentrantLock();

    /** Held while the disk works, and while a segment is changed for the next. */
    private final ReentrantLock syncing = new ReentrantLock();

    /** Guarded by {@link #appending}. */
    private final Tail tail;

    private volatile Durable durable;

    /** Whether the next sync is to be followed by a new segment, however small this one is. */
    private volatile boolean endsSegment;

    LogWriter(
            LogFolder folder,
            LogSettings settings,
            Clock clock,
            Marking marking,
            DiskTrouble trouble,
            List<Segment> segments,
            Recovered found) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.marking = marking;
        this.trouble = trouble;
        this.segments = segments;
        Segment last = Segment.last(segments);
        this.tail = new Tail(last, found.sequence(), found.chain(), found.contents());
        this.durable = new Durable(found.sequence(), found.chain(), last, last.end());
    }

    Durable durable() {
        return durable;
    }

    /** @throws LogUnavailable if it cannot be written; then nothing has changed */
    long append(ChangeKind kind, String collection, byte[] id, byte[] image, @Nullable StoredImage target) {
        int checksum = RecordHead.checksum(image, 0, image.length);
        appending.lock();
        try {
            trouble.refuseIfBroken();
            RecordHead head = next(kind, collection, id, image.length, checksum);
            tail.write(head, image, target);
            trouble.taken();
            write(tail.contents().due());
            return head.sequence();
        } catch (IOException e) {
            trouble.refused(e);
            throw new LogUnavailable("The log cannot be written", e);
        } finally {
            appending.unlock();
        }
    }

    private RecordHead next(ChangeKind kind, String collection, byte[] id, int length, int checksum) {
        return new RecordHead(
                kind,
                collection,
                id,
                length,
                checksum,
                tail.sequence() + 1,
                durable.sequence(),
                clock.millis(),
                marking.newest().number());
    }

    /** A list of contents. If the disk does not take it the log lacks nothing. */
    private void write(byte @Nullable [] contents) {
        if (contents == null) {
            return;
        }
        int checksum = RecordHead.checksum(contents, 0, contents.length);
        try {
            tail.write(next(ChangeKind.CONTENTS, "", NOTHING, contents.length, checksum), contents, null);
        } catch (IOException e) {
            trouble.refused(e);
        }
    }

    /** Writes the contents that no list names yet, because nothing more is to be written. */
    void writeRestOfContents() {
        appending.lock();
        try {
            if (!trouble.isBroken()) {
                write(tail.contents().rest());
            }
        } finally {
            appending.unlock();
        }
    }

    /** Appends that a collection has ended, all of whose documents are {@code targets}. */
    long drop(String collection, Iterable<? extends StoredImage> targets) {
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
     * Appends the image of a document once more, if it still stands at {@code place}.
     *
     * @return whether it did
     */
    boolean copy(String collection, byte[] id, byte[] image, StoredImage target, ImagePosition place) {
        appending.lock();
        try {
            if (target.place() != place) {
                return false;
            }
            append(ChangeKind.COPY, collection, id, image, target);
            return true;
        } finally {
            appending.unlock();
        }
    }

    /** The newest record's sequence. */
    long newest() {
        return atOneMoment(tail::sequence);
    }

    /** What {@code reading} finds while no record is written. */
    <T extends @Nullable Object> T atOneMoment(Supplier<T> reading) {
        appending.lock();
        try {
            return reading.get();
        } finally {
            appending.unlock();
        }
    }

    /**
     * Returns once all records up to {@code sequence} are on the disk.
     *
     * @throws LogUnavailable if the disk fails: whether they will be is then unknown
     */
    void awaitDurable(long sequence) {
        if (durable.sequence() >= sequence) {
            return;
        }
        syncing.lock();
        try {
            if (durable.sequence() < sequence) {
                trouble.refuseIfBroken();
                sync();
            }
        } finally {
            syncing.unlock();
        }
    }

    void endSegment() {
        endsSegment = true;
    }

    /** Makes all that is written durable. Others go on writing while the disk works. */
    private void sync() {
        Durable reached = written();
        try {
            reached.segment().file().sync();
        } catch (IOException e) {
            trouble.broken(e);
            throw new LogUnavailable("The disk failed while it made writes durable", e);
        }
        advance(reached);
        if (reached.end() >= settings.segmentBytes() || endsSegment) {
            endsSegment = false;
            changeSegment();
        }
    }

    private Durable written() {
        return atOneMoment(() -> new Durable(
                tail.sequence(), tail.chain(), tail.segment(), tail.segment().end()));
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
            trouble.broken(e);
        } finally {
            appending.unlock();
        }
    }

    private Segment continuing(long end, long first) throws IOException {
        Segment last = tail.segment();
        return Segment.create(
                folder,
                new SegmentHeader(marking.newest().store(), last.number() + 1, first, end, tail.durableChain()));
    }

    /** Looks whether the disk answers again, and if so has it take what it was asked for last. */
    void tryAgain() {
        syncing.lock();
        appending.lock();
        try {
            if (trouble.isBroken()) {
                Segment next = continuing(durable.end(), durable.sequence() + 1);
                tail.moveTo(next);
                segments.add(next);
                durable = written();
                trouble.mended();
            } else if (trouble.isRefused()) {
                append(ChangeKind.PROBE, "", NOTHING, NOTHING, null);
                sync();
            }
        } catch (IOException e) {
            trouble.refused(e);
        } catch (LogUnavailable e) {
            // It does not answer yet: the reason is known.
        } finally {
            appending.unlock();
            syncing.unlock();
        }
    }

    /** The image of a record that is not yet durable; null if it is, or is another's. */
    byte @Nullable [] pending(ImagePosition place) {
        appending.lock();
        try {
            return tail.pending(place);
        } finally {
            appending.unlock();
        }
    }

    /** Takes the oldest segment away, all copies of what was live in it being durable; false if something in it is still live. */
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
        return true;
    }
}
