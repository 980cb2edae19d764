package org.passerelle.invitation.pending;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.calendar.PartStat;

/**
 * What somebody answers to a meeting as it is now.
 *
 * @param whole to the whole
 * @param dates to single dates where that differs, by recurrence id; in order
 */
public record AttendeeStanding(PartStat whole, Map<Instant, PartStat> dates) {

    public AttendeeStanding {
        dates = Collections.unmodifiableMap(new TreeMap<>(dates));
    }

    /** To one date. */
    public PartStat on(Instant date) {
        return dates.getOrDefault(date, whole);
    }
}
