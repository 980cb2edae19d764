package org.passerelle.closure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.passerelle.closure.model.ClosurePlan;
import org.passerelle.closure.model.ClosureType;
import org.passerelle.closure.model.OnBookings;
import org.passerelle.directory.AddedClosures.AddedClosure;
import org.passerelle.directory.AddedClosures.ClosuresInForce;
import org.passerelle.directory.Closure;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.text.Text;

/**
 * Days in a row on which the directory shuts a whole site for one reason.
 *
 * @param first inclusive
 * @param last inclusive
 */
record ClosedRun(LocalDate first, LocalDate last, String reason) {

    /** Nobody books further ahead than some years. */
    private static final int DAYS_AHEAD = 3_660;

    /** Those of {@code site} from {@code today} on, without what somebody shut while the program ran. */
    static List<ClosedRun> of(Site site, ClosuresInForce added, LocalDate today) {
        LocalDate horizon = today.plusDays(DAYS_AHEAD);
        List<Closure> others = added.closures().stream()
                .filter(each -> each.site().equals(site.id()))
                .map(AddedClosure::closure)
                .toList();
        return site.closures().stream()
                .filter(closure -> closure.isOfTheWholeSite()
                        && closure.isOfWholeDays()
                        && !closure.lastDay().isBefore(today)
                        && closure.firstDay().isBefore(horizon)
                        && !others.contains(closure))
                .map(closure -> new ClosedRun(
                        closure.firstDay().isBefore(today) ? today : closure.firstDay(),
                        closure.lastDay().isBefore(horizon) ? closure.lastDay() : horizon,
                        closure.reason()))
                .toList();
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** What of it lies on {@code days}, in pieces no longer than a closure may be. */
    List<ClosedRun> within(Set<LocalDate> days) {
        List<ClosedRun> pieces = new ArrayList<>();
        LocalDate day = first;
        while (!day.isAfter(last)) {
            LocalDate begun = day;
            while (!day.isAfter(last) && days.contains(day) && day.isBefore(begun.plusDays(ClosurePlan.MOST_DAYS))) {
                day = day.plusDays(1);
            }
            if (day.isAfter(begun)) {
                pieces.add(new ClosedRun(begun, day.minusDays(1), reason));
            } else {
                day = day.plusDays(1);
            }
        }
        return pieces;
    }

    ClosurePlan plan(SiteId site) {
        return new ClosurePlan(
                site,
                List.of(),
                first.atStartOfDay(),
                last.plusDays(1).atStartOfDay(),
                Text.line(reason, ClosurePlan.LONGEST_REASON),
                OnBookings.KEEP,
                ClosureType.RULE);
    }
}
