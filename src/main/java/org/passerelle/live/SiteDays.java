package org.passerelle.live;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Days of a site on which something has changed; of too many days nothing is said but that they are many.
 *
 * @param days on the clocks of the site; empty stands for any day
 */
public record SiteDays(SortedSet<LocalDate> days) {

    /** Any day. */
    public static final SiteDays ANY = new SiteDays(new TreeSet<>());

    private static final int MOST = 31;

    public SiteDays {
        days = days.size() > MOST ? new TreeSet<>() : new TreeSet<>(days);
    }

    public boolean isAny() {
        return days.isEmpty();
    }

    /** Both together. */
    public SiteDays with(SiteDays others) {
        if (isAny() || others.isAny()) {
            return ANY;
        }
        SortedSet<LocalDate> all = new TreeSet<>(days);
        all.addAll(others.days);
        return new SiteDays(all);
    }
}
