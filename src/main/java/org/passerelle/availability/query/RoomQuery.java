package org.passerelle.availability.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.account.Person;
import org.passerelle.directory.RoomKind;
import org.passerelle.directory.SiteId;
import org.passerelle.time.Interval;

/**
 * A wish for one room.
 *
 * @param times when people meet, without buffers: one date, or those of a series in order
 * @param attendees seats needed, at least 1
 * @param needs what the room must be; an empty set means anything will do
 * @param usual where the seeker met last, to break ties; empty when unknown
 */
public record RoomQuery(Person seeker, List<Interval> times, int attendees, Needs needs, Optional<SiteId> usual) {

    /** The most dates of one question, as many as a series may have. */
    public static final int MOST_TIMES = 750;

    /**
     * What a room must have.
     *
     * @param kinds empty means every kind but {@code DESK} and {@code EQUIPMENT}
     * @param equipment words of the room's own equipment, or names of what is counted and carried at its site
     * @param sites empty means every site
     * @param stepFree whether a wheelchair must reach it
     * @param layout in which it must be possible to furnish it
     */
    public record Needs(
            Set<RoomKind> kinds, Set<String> equipment, Set<SiteId> sites, boolean stepFree, Optional<String> layout) {

        public static final Needs NONE = new Needs(Set.of(), Set.of(), Set.of(), false);

        public Needs {
            kinds = Set.copyOf(kinds);
            equipment = Set.copyOf(equipment);
            sites = Set.copyOf(sites);
        }

        /** Furnished as it is. */
        public Needs(Set<RoomKind> kinds, Set<String> equipment, Set<SiteId> sites, boolean stepFree) {
            this(kinds, equipment, sites, stepFree, Optional.empty());
        }
    }

    /** @throws IllegalArgumentException unless there are 1 to 750 dates and a seat is needed */
    public RoomQuery {
        times = List.copyOf(times);
        if (times.isEmpty() || times.size() > MOST_TIMES) {
            throw new IllegalArgumentException("A question is about 1 to " + MOST_TIMES + " dates");
        }
        if (attendees < 1) {
            throw new IllegalArgumentException("At least one seat is needed");
        }
    }
}
