package org.passerelle.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.stream.Stream;

/** Turns what the clock on the wall shows into the moment that is meant. */
public final class WallTime {

    private WallTime() {}

    /**
     * The moment at which clocks in {@code zone} show {@code local}. Of a time that clocks show twice, the first; a time
     * that clocks skip means the first moment after the gap: 02:30 on the spring night in Paris becomes 03:00. (By
     * RFC 5545 section 3.3.5, as in java.time, it would be 03:30, later after the change than anybody asked for.)
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }

    /** Whether clocks in both zones show the same at each of {@code moments}. */
    public static boolean isSame(ZoneId one, ZoneId other, Instant... moments) {
        return Stream.of(moments)
                .allMatch(moment ->
                        one.getRules().getOffset(moment).equals(other.getRules().getOffset(moment)));
    }

    /**
     * As RFC 5545 section 3.3.5 reads it, and with it all that others write: of a time that clocks show twice, the first; a
     * time that clocks skip is counted on from before the gap, so that 02:30 on the spring night in Paris becomes 03:30.
     */
    public static Instant asWritten(LocalDateTime local, ZoneRules rules) {
        var offsets = rules.getValidOffsets(local);
        return local.toInstant(offsets.isEmpty() ? rules.getTransition(local).getOffsetBefore() : offsets.get(0));
    }
}
