package org.passerelle.time;

import java.time.Instant;
import java.time.LocalDateTime;

/** Clocks somewhere: the moment at which they show what people agreed. */
@FunctionalInterface
public interface WallClock {

    /** The moment at which these clocks show {@code local}; also for what they show twice, or skip. */
    Instant instant(LocalDateTime local);
}
