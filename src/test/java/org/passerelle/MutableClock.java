package org.passerelle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Begins on the Wednesday before Europe's clocks change. */
public final class MutableClock extends Clock {

    public static final Instant TODAY = Instant.parse("2026-03-25T09:00:00Z");

    private volatile Instant now = TODAY;

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    public synchronized void reset() {
        now = TODAY;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones are chosen where times are shown");
    }
}
