package org.passerelle.booking;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.account.PersonId;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Finds the bookings to which something may have to happen soon. */
@Component
public class DueBookings {

    private final Bookings bookings;
    private final Directories directories;
    private final Clock clock;

    DueBookings(Bookings bookings, Directories directories, Clock clock) {
        this.bookings = bookings;
        this.directories = directories;
        this.clock = clock;
    }

    /** Those of which a date holds a room at some moment of {@code window}. */
    public List<Booking> withDatesIn(Interval window) {
        Set<Integer> numbers = directories.current().rooms().stream()
                .map(Room::numbers)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return bookings.occupying(numbers, window);
    }

    /** All that wait to be decided on or confirmed, however far ahead. */
    public List<Booking> waiting() {
        return Stream.concat(bookings.requested().stream(), bookings.held().stream())
                .toList();
    }

    /** All that {@code organiser} has made and that are not over. */
    public List<Booking> ahead(PersonId organiser) {
        return bookings.madeBy(organiser, clock.instant());
    }

    /** Every booking of one document. */
    public List<Booking> inDocument(String root) {
        return bookings.inDocuments(Set.of(root));
    }
}
