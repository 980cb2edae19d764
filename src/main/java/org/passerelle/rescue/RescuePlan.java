package org.passerelle.rescue;

import java.util.List;
import org.passerelle.availability.query.DateMove;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;

/**
 * What can be done for a date of which rooms cannot be used.
 *
 * @param failed the rooms that it has to leave; at least one
 * @param moves where it could go, the best first; none if nothing suits
 */
public record RescuePlan(Booking booking, Occurrence date, List<FailedRoom> failed, List<DateMove> moves) {

    public RescuePlan {
        failed = List.copyOf(failed);
        moves = List.copyOf(moves);
    }
}
