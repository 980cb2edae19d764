package org.passerelle.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Turns what the clock on the wall shows into the moment that is meant. */
public final class WallTime {

    private WallTime() {}

    /**
     * The moment at which clocks in {@code zone} show {@code local}. Of a time that clocks show twice, the first; a time
     * that clocks skip means the first moment after the gap. (Where java.time and RFC 5545 section 3.3.5 shift 02:30 by
     * the length of the gap to 03:30, this gives 03:00, when the doors of a room that opens at 02:30 can first open.)
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }
}
