package org.passerelle.rescue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * What somebody wants to be done for a booking.
 *
 * @param recurrenceId which date; without it the next one that has rooms which cannot be used, else the next
 * @param failed the rooms that cannot be used, as somebody on the spot knows; none to say that the program knows better. Where it
 *     knows of none a look takes all to be so, and nothing is moved
 * @param move where it is to go; without it to the best place
 */
public record RescueWish(Optional<Instant> recurrenceId, List<RoomId> failed, Optional<ChosenMove> move) {

    /** One of the places that were offered. */
    public record ChosenMove(List<RoomId> rooms, Interval time) {

        public ChosenMove {
            rooms = List.copyOf(rooms);
        }
    }

    public RescueWish {
        failed = failed.stream().distinct().toList();
    }

    /** For a look at what can be done. */
    public static RescueWish looking(Optional<Instant> recurrenceId, List<RoomId> failed) {
        return new RescueWish(recurrenceId, failed, Optional.empty());
    }
}
