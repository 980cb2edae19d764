package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The end of the log: where the next record goes, and which of those written are not yet durable. Not safe for several threads. */
final class Tail {

    private Segment segment;
    private long sequence;
    private long chain;
    private long durableChain;
    private final LogContents contents;
    private final Deque<Pending> pending = new ArrayDeque<>();

    Tail(Segment segment, long sequence, long chain, LogContents contents) {
        this.contents = contents;
        this.segment = segment;
        this.sequence = sequence;
        this.chain = chain;
        this.durableChain = chain;
    }

    LogContents contents() {
        return contents;
    }

    Segment segment() {
        return segment;
    }

    long sequence() {
        return sequence;
    }

    /** The chain of all records. */
    long chain() {
        return chain;
    }

    /** The chain of all records that are durable. */
    long durableChain() {
        return durableChain;
    }

    /** Writes a record. If that fails it is as if it had not been tried: the next one goes to the same place. */
    void write(RecordHead head, byte[] image, @Nullable StoredImage target) throws IOException {
        byte[] record = head.withImage(image);
        segment.file().write(segment.end(), record, 0, record.length);
        ImagePosition place = head.kind().hasImage() ? ImagePosition.of(segment, segment.end(), head) : null;
        segment.end(segment.end() + record.length);
        sequence = head.sequence();
        chain = Chain.after(chain, head);
        pending.add(new Pending(head, record, chain, target, place));
        contents.add(head);
        if (target != null) {
            target.moveTo(place);
        }
    }

    /** The image that was written at {@code place}, if that is not durable: until then the disk may not give it back. */
    byte @Nullable [] pending(ImagePosition place) {
        for (Pending each : pending) {
            if (each.place() == place) {
                byte[] record = each.record();
                return Arrays.copyOfRange(record, record.length - place.length(), record.length);
            }
        }
        return null;
    }

    /** All records up to {@code durable} are on the disk. */
    void forget(long durable) {
        while (!pending.isEmpty() && pending.getFirst().head().sequence() <= durable) {
            durableChain = pending.removeFirst().chain();
        }
    }

    /** Goes on in an empty segment that continues this one. Everything is durable. */
    void continueIn(Segment next) {
        segment = next;
    }

    /** Writes what is not durable once more, into {@code next}, which continues what is; that is then the end. */
    void moveTo(Segment next) throws IOException {
        boolean done = false;
        try {
            write(next);
            done = true;
        } finally {
            if (!done) {
                next.file().close();
            }
        }
    }

    private void write(Segment next) throws IOException {
        Deque<Pending> moved = new ArrayDeque<>();
        for (Pending each : pending) {
            next.file().write(next.end(), each.record(), 0, each.record().length);
            ImagePosition place = each.place() == null ? null : ImagePosition.of(next, next.end(), each.head());
            next.end(next.end() + each.record().length);
            moved.add(new Pending(each.head(), each.record(), each.chain(), each.image(), place));
        }
        next.file().sync();
        for (Pending each : pending) {
            Pending now = moved.removeFirst();
            StoredImage image = each.image();
            if (image != null && each.place() != null && image.place() == each.place()) {
                image.moveTo(now.place());
            }
        }
        segment = next;
        forget(sequence);
    }
}
