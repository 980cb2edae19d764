package org.passerelle.booking.policy;

import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Room;

/** The rooms of each date together seat the head count that was given; a desk seats one, and equipment nobody. */
final class RoomsSeatEverybody implements BookingRule {

    @Override
    public void judge(Proposal proposal, Objections objections) {
        int headcount = proposal.content().headcount();
        if (headcount == 0) {
            return;
        }
        for (Proposal.Date date : proposal.dates()) {
            if (seats(date) < headcount
                    && !seatedAsMany(date, proposal)
                    && date.rooms().stream().anyMatch(room -> !room.isCarried())) {
                objections.add(Reason.of(ReasonCode.OVER_CAPACITY, Integer.toString(seats(date)))
                        .on(date.recurrenceId()));
            }
        }
    }

    /** Whether as many people met before in the same rooms, furnished in the same way. */
    private static boolean seatedAsMany(Proposal.Date date, Proposal proposal) {
        int headcount = proposal.content().headcount();
        return date.keepsItsRooms()
                && date.before()
                        .filter(held -> held.content().headcount() >= headcount
                                && held.content()
                                        .arrangements()
                                        .layout()
                                        .equals(proposal.content()
                                                .arrangements()
                                                .layout()))
                        .isPresent();
    }

    private static int seats(Proposal.Date date) {
        return date.rooms().stream().mapToInt(Room::seatsOnce).sum();
    }
}
