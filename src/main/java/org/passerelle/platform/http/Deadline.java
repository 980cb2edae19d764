package org.passerelle.platform.http;

import java.time.Duration;

/** A moment by which something must be done, measured by the machine's own stopwatch, which nobody can set. */
public final class Deadline {

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    public static Deadline in(Duration wait) {
        return new Deadline(System.nanoTime() + wait.toNanos());
    }

    public boolean isOver() {
        return nanosLeft() <= 0;
    }

    /** Zero or less once it is over. */
    long nanosLeft() {
        return nanos - System.nanoTime();
    }
}
