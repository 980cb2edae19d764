package org.passerelle.availability.query;

import java.util.List;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * What a {@link RoomQuery} finds: plain rooms before scarce ones, near before far, then the best first.
 *
 * @param rooms free on every date, then those free on some, the ones missing fewest first
 * @param more how many other rooms could be had on some date, or were not looked at because that would take too long
 * @param nearMisses what comes close, when nothing or little fits
 */
public record FoundRooms(List<RankedRoom> rooms, int more, List<NearMiss> nearMisses) {

    public FoundRooms {
        rooms = List.copyOf(rooms);
        nearMisses = List.copyOf(nearMisses);
    }

    /**
     * A room that fits.
     *
     * @param score from 0 to 100, higher is better
     * @param merits what speaks for or against it, weightiest first
     * @param missing the dates on which it cannot be had
     */
    public record RankedRoom(Room room, int score, List<Merit> merits, List<Interval> missing) {

        public RankedRoom {
            merits = List.copyOf(merits);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Something that would do with a change.
     *
     * @param rooms one room, or two that share the people
     * @param time of the first date
     * @param mustAsk whether the manager of a site has to agree, so that it is asked for and not booked
     */
    public record NearMiss(List<Room> rooms, Interval time, NearMissChange change, boolean mustAsk) {

        public NearMiss {
            rooms = List.copyOf(rooms);
        }

        /** One that nobody has to agree to. */
        public NearMiss(List<Room> rooms, Interval time, NearMissChange change) {
            this(rooms, time, change, false);
        }
    }
}
