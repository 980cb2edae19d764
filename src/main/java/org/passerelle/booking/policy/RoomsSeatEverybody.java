package org.passerelle.booking.policy;

import java.util.stream.Stream;
import org.passerelle.booking.Reason;
import org.passerelle.booking.ReasonCode;
import org.passerelle.directory.Room;

/** The rooms of each date together seat the head count that was given; equipment seats nobody. */
final class RoomsSeatEverybody implements BookingRule {

    @Override
    public Stream<Reason> objections(Proposal proposal) {
        int headcount = proposal.content().headcount();
        return proposal.dates().stream()
                .filter(date -> seats(date) < headcount && date.rooms().stream().anyMatch(room -> !room.isCountable()))
                .map(date -> Reason.of(ReasonCode.OVER_CAPACITY, Integer.toString(seats(date)))
                        .on(date.recurrenceId()));
    }

    private static int seats(Proposal.Date date) {
        return date.rooms().stream()
                .filter(room -> !room.isCountable())
                .mapToInt(Room::capacity)
                .sum();
    }
}
