package org.passerelle.availability.query;

import java.util.List;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * Where one date of a booking could go.
 *
 * @param rooms all that it would have, one for each that it has
 * @param mustAsk whether the manager of a site has to agree
 */
public record DateMove(MoveKind kind, List<Room> rooms, Interval time, boolean mustAsk) {

    /** How much of a move it is; the smaller ones first. */
    public enum MoveKind {
        /** Other rooms of the same sites, at the same time. */
        SAME_SITE,
        /** The same time, at another site. */
        ANOTHER_SITE,
        /** Another time, at which everybody has a room. */
        ANOTHER_TIME
    }

    public DateMove {
        rooms = List.copyOf(rooms);
    }
}
