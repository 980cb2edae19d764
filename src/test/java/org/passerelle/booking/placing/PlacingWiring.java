package org.passerelle.booking.placing;

import java.time.Clock;
import java.util.List;
import org.passerelle.account.Accounts;
import org.passerelle.booking.Bookings;
import org.passerelle.booking.policy.Proposal;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.springframework.context.ApplicationEventPublisher;

/** Puts the placing together by hand, for tests without Spring. */
public final class PlacingWiring {

    private PlacingWiring() {}

    public static Placing over(Bookings bookings, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        Taken taken = new Taken(bookings, events, clock);
        return new Placing(
                accounts, new Allocator(taken), new Collisions(taken), PlacingWiring::others, proposal -> List.of());
    }

    /** Every other room of the site with as many seats, free or not, in the order of the directory. */
    private static List<RoomId> others(Room wanted, Proposal.Date date, Proposal proposal) {
        return proposal.directory().roomsAt(wanted.site()).stream()
                .filter(room -> !wanted.isCountable() && !room.isCountable() && !room.equals(wanted))
                .filter(room -> room.capacity() >= wanted.capacity())
                .map(Room::id)
                .toList();
    }
}
