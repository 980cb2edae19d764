package org.passerelle.web.day;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;

/**
 * A site's day: its rooms one below the other, time from left to right.
 *
 * @param closure why the site is shut that day
 * @param earliest the slot that is going on; before it nothing can be booked any more
 * @param markup writes the lanes
 */
record DayTimeline(
        Site site, DayWindow window, Optional<Closure> closure, List<Lane> lanes, Instant earliest, LaneMarkup markup) {

    public LocalDate date() {
        return window.date();
    }

    /** The lanes as the items of a list, in HTML. */
    public String lanesInHtml() {
        return markup.lanes(window, lanes);
    }

    public int slots() {
        return DayWindow.width(window.shown());
    }

    /** Whether clocks do not change while it is shown, so that a width is a time. */
    public boolean isEven() {
        ZoneRules rules = window.zone().getRules();
        return rules.getOffset(window.shown().start())
                .equals(rules.getOffset(window.shown().end()));
    }

    /** How many slots are left of the line that marks the present; empty when it is not shown. */
    public Optional<Integer> slotsBeforeNow() {
        Interval shown = window.shown();
        if (!shown.contains(earliest) || earliest.equals(shown.start())) {
            return Optional.empty();
        }
        return Optional.of(DayWindow.width(Interval.of(shown.start(), earliest)));
    }

    public int slotsAfterNow() {
        return slots() - slotsBeforeNow().orElse(0);
    }
}
