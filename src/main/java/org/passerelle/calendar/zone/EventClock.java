package org.passerelle.calendar.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.passerelle.time.WallClock;
import org.passerelle.time.WallTime;

/**
 * The clocks by which the times of an event are written: those of a zone of Java's, or what a VTIMEZONE says, which counts for
 * all times that it covers (RFC 5545 section 3.6.5). Clock changes are read as RFC 5545 section 3.3.5 reads them.
 *
 * @param zone the zone of Java's under which its times are shown
 * @param written what the calendar itself says of these clocks, unless it says nothing
 * @param known whether {@code zone} is what the calendar names, so that it counts where {@code written} says nothing
 * @param exact whether clocks in {@code zone} show the same on all dates of the event; else only moments can be relied on
 */
public record EventClock(ZoneId zone, Optional<WrittenZone> written, boolean known, boolean exact)
        implements WallClock {

    /** Clocks in {@code zone}. */
    public static EventClock in(ZoneId zone) {
        return new EventClock(zone, Optional.empty(), true, true);
    }

    @Override
    public Instant instant(LocalDateTime local) {
        if (written.isPresent()) {
            Instant moment = WallTime.asWritten(local, written.get().rules(local.getYear()));
            if (counts(moment)) {
                return moment;
            }
        }
        return WallTime.asWritten(local, zone.getRules());
    }

    /** What these clocks show at {@code moment}. */
    public LocalDateTime local(Instant moment) {
        ZoneRules rules =
                counts(moment) ? written.orElseThrow().rules(moment.atZone(zone).getYear()) : zone.getRules();
        return LocalDateTime.ofInstant(moment, rules.getOffset(moment));
    }

    private boolean counts(Instant moment) {
        return written.filter(clocks -> !known || clocks.covers(moment)).isPresent();
    }

    /** The first moment of a day, which is not midnight where clocks skip that. */
    public Instant startOf(LocalDate day) {
        return written.isPresent() ? instant(day.atStartOfDay()) : WallTime.instant(day.atStartOfDay(), zone);
    }
}
