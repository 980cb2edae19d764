package org.passerelle.availability;

import java.time.Clock;
import java.util.List;
import org.passerelle.account.Person;
import org.passerelle.availability.search.OrderSearch;
import org.passerelle.availability.search.RoomTables;
import org.passerelle.booking.BookingOrder;
import org.passerelle.booking.Conflict;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.springframework.stereotype.Component;

/** What somebody could book instead whose order was refused because rooms are taken. */
@Component
public class Alternatives {

    private final Directories directories;
    private final FreeTimes free;
    private final Clock clock;
    private final RoomTables tables = new RoomTables();

    Alternatives(Directories directories, FreeTimes free, Clock clock) {
        this.directories = directories;
        this.free = free;
        this.clock = clock;
    }

    /**
     * At most five orders that could be carried out now, on all dates, the most welcome first: each names all rooms it would
     * have, those that take the place of a taken one first, and the time of its first date. Costs little, for many may be
     * refused at once.
     */
    public List<FoundRooms.NearMiss> to(Person booker, BookingOrder order, List<Conflict> conflicts) {
        Directory directory = directories.current();
        return OrderSearch.of(booker, order, tables.of(directory), directory, free, clock.instant())
                .map(search -> search.instead(conflicts))
                .orElse(List.of());
    }
}
