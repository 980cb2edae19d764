package org.passerelle.closure.model;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.passerelle.directory.Closure;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.SiteId;
import org.passerelle.platform.text.Text;

/**
 * What is to be shut, when and why.
 *
 * @param rooms of the site that are shut, with all that share walls with them; empty for all of it
 * @param from on the site's own clock, inclusive
 * @param to on the site's own clock, exclusive
 * @param reason one line, at most {@value #LONGEST_REASON} characters; whoever is refused or called off is told
 */
public record ClosurePlan(
        SiteId site,
        List<RoomId> rooms,
        LocalDateTime from,
        LocalDateTime to,
        String reason,
        OnBookings onBookings,
        ClosureType type) {

    public static final int LONGEST_REASON = 200;

    /** A closure lasts no longer, unless it is of a changed directory: then it reaches as far as the dates that are hit. */
    public static final int MOST_DAYS = 366;

    /** @throws IllegalArgumentException unless it ends after its start, and within {@value #MOST_DAYS} days if it shuts rooms */
    public ClosurePlan {
        rooms = rooms.stream().distinct().sorted().toList();
        Text.requireLine("reason", reason, LONGEST_REASON);
        boolean isTooLong = type != ClosureType.DIRECTORY && to.isAfter(from.plusDays(MOST_DAYS));
        if (!from.isBefore(to) || isTooLong) {
            throw new IllegalArgumentException("A closure lasts more than nothing and at most a year");
        }
    }

    /** One that was planned. */
    public ClosurePlan(
            SiteId site, List<RoomId> rooms, LocalDateTime from, LocalDateTime to, String reason, OnBookings then) {
        this(site, rooms, from, to, reason, then, ClosureType.PLANNED);
    }

    public Closure closure() {
        return new Closure(from, to, reason, Set.copyOf(rooms));
    }
}
