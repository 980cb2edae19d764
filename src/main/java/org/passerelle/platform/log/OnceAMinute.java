package org.passerelle.platform.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Says for whom many say the same whose turn it is. */
public final class OnceAMinute {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoseconds;
    private final AtomicLong next;

    public OnceAMinute(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        this.next = new AtomicLong(nanoseconds.getAsLong());
    }

    /** Whether nobody was told so within the last minute. */
    public boolean isDue() {
        long now = nanoseconds.getAsLong();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + MINUTE);
    }
}
