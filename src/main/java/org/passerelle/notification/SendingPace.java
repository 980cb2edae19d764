package org.passerelle.notification;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long to rest between mails when there are many. While somebody books they have four fifths of a processor before them; while
 * nobody does there is nobody to rest for.
 */
final class SendingPace {

    /** Without a booking for so long, nobody books. Whoever books one after the other takes less from one to the next. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final int REST = 4;

    /** On a machine that is overloaded anyway, a rest by what a mail took would add up to minutes. */
    private static final Duration LONGEST_REST = Duration.ofMillis(100);

    private final LongSupplier nanos;
    private volatile long lastBooking;

    /** @param nanos the machine's stopwatch */
    SendingPace(LongSupplier nanos) {
        this.nanos = nanos;
        this.lastBooking = nanos.getAsLong() - QUIET.toNanos();
    }

    /** That something was booked, changed or cancelled just now. */
    void noteBooking() {
        lastBooking = nanos.getAsLong();
    }

    /** In nanoseconds, after a mail that took {@code taken} of them. */
    long restAfter(long taken) {
        boolean isQuiet = nanos.getAsLong() - lastBooking >= QUIET.toNanos();
        return isQuiet ? 0 : Math.min(taken * REST, LONGEST_REST.toNanos());
    }
}
