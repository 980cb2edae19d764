package org.passerelle.booking.store;

import java.time.Clock;
import java.util.Set;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.RoomsInUse;
import org.springframework.stereotype.Component;

/** Keeps rooms in the directory as long as a booking needs them. */
@Component
class BookedRooms implements RoomsInUse {

    private final Bookings bookings;
    private final Clock clock;

    BookedRooms(Bookings bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public Set<RoomId> inUse(Set<RoomId> rooms) {
        return Set.copyOf(bookings.inUse(rooms, clock.instant()));
    }
}
