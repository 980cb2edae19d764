package org.passerelle.availability.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;

/** Which sites are near others. */
final class Nearby {

    private static final long FURTHEST_KILOMETRES = 100;

    private Nearby() {}

    /**
     * A site near another.
     *
     * @param site its position in the table
     * @param kilometres rounded
     */
    record Distance(int site, long kilometres) {}

    /** The sites at most 100 km from the nearest of {@code sites}, without these, the nearest first; none near none. */
    static List<Distance> to(Collection<SiteId> sites, RoomTable table) {
        List<Integer> from =
                sites.stream().flatMap(id -> table.site(id).stream()).toList();
        List<Distance> near = new ArrayList<>();
        for (int site = 0; site < table.sites().size(); site++) {
            if (!from.contains(site)) {
                long kilometres = nearest(table.sites().get(site), from, table);
                if (kilometres <= FURTHEST_KILOMETRES) {
                    near.add(new Distance(site, kilometres));
                }
            }
        }
        near.sort(Comparator.comparingLong(Distance::kilometres).thenComparingInt(Distance::site));
        return near;
    }

    private static long nearest(Site site, List<Integer> from, RoomTable table) {
        long nearest = Long.MAX_VALUE;
        for (int other : from) {
            nearest = Math.min(
                    nearest, kilometres(site.place(), table.sites().get(other).place()));
        }
        return nearest;
    }

    static long kilometres(Site.SiteLocation one, Site.SiteLocation other) {
        return Math.round(one.kilometresTo(other));
    }
}
