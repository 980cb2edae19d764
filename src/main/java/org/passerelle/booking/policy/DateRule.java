package org.passerelle.booking.policy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.directory.Room;

/** A rule that each room judges for each date by itself. */
interface DateRule extends BookingRule {

    Optional<Reason> objection(Room room, Proposal.Date date, Proposal proposal);

    /** The rooms of {@code date} that are judged: those that it asks for. */
    default List<Room> judged(Proposal.Date date) {
        return date.asked();
    }

    @Override
    default void judge(Proposal proposal, Objections objections) {
        for (Proposal.Date date : proposal.dates()) {
            for (Room room : once(judged(date))) {
                objection(room, date, proposal).ifPresent(reason -> objections.add(reason.on(date.recurrenceId())));
            }
            if (objections.isFull()) {
                return;
            }
        }
    }

    /** Units of a pool are one room, however many are asked for. */
    private static Collection<Room> once(List<Room> rooms) {
        return rooms.size() == 1 ? rooms : new LinkedHashSet<>(rooms);
    }
}
