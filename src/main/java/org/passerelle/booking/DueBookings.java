package org.passerelle.booking;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    DueBookings(Bookings bookings, Directories directories) {
        this.bookings = bookings;
        this.directories = directories;
    }

    /** Gives {@code each} the bookings of which a date holds a room at some moment of {@code window}. */
    public void withDatesIn(Interval window, Consumer<Booking> each) {
        Set<Integer> numbers = directories.current().rooms().stream()
                .map(Room::numbers)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        bookings.occupying(numbers, window).forEach(each);
    }

    /** All that wait for a decision, however far ahead. */
    public List<Booking> waiting() {
        return bookings.requested();
    }

    /** Every booking of one document. */
    public List<Booking> inDocument(String root) {
        return bookings.inDocuments(Set.of(root));
    }
}
