package org.passerelle.platform.mongo.log;

import java.io.IOException;
import java.time.Clock;

/** Writes marks, one after the other. Confined to one thread at a time, but for {@link #newest}. */
final class Marking {

    private final MarkFile file;
    private final Clock clock;
    private volatile Mark newest;

    /** The oldest segment that the mark before the newest names: a start may still have to go by that one. */
    private volatile long oldestNamed;

    Marking(MarkFile file, Clock clock, Mark newest) {
        this.file = file;
        this.clock = clock;
        this.newest = newest;
    }

    Mark newest() {
        return newest;
    }

    /** Whether no start would look for the segment of this number, even if the newest mark could not be read. */
    boolean isForgotten(long segment) {
        return segment < oldestNamed;
    }

    /** Whether the newest mark says all this. */
    boolean says(Durable reached, long oldest) {
        return newest.sequence() == reached.sequence()
                && newest.oldest() == oldest
                && newest.segment() == reached.segment().number();
    }

    void write(Durable reached, long oldest) throws IOException {
        Mark now = new Mark(
                newest.store(),
                newest.number() + 1,
                oldest,
                reached.segment().number(),
                reached.end(),
                reached.sequence(),
                reached.chain(),
                clock.millis());
        file.write(now);
        oldestNamed = newest.oldest();
        newest = now;
    }

    void close() throws IOException {
        file.close();
    }
}
