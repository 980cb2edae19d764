package org.passerelle.booking.policy;

import java.util.List;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;

/** Knows which rooms can stand in for others. A guide: rules are judged and claims are made afterwards. */
public interface Substitutes {

    /**
     * Rooms that would do in the place of {@code wanted} on {@code date}, the best first; none for countable equipment.
     *
     * @param date one of those of {@code proposal}, with the rooms that were asked for
     */
    List<RoomId> instead(Room wanted, Proposal.Date date, Proposal proposal);
}
