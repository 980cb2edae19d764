package org.passerelle.booking;

import java.util.Optional;
import java.util.function.Function;
import org.passerelle.account.Person;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.model.BookingIsStale;
import org.passerelle.booking.store.Bookings;
import org.passerelle.directory.Directories;
import org.springframework.stereotype.Component;

/** Carries out an edit of a booking only while that is as its editor saw it, in the words of {@link SeenState}. */
@Component
public class ConditionalEdit {

    private static final int MOST_TRIES = 10;

    /** No booking is ever at it. */
    private static final Optional<Long> OTHER_VERSION = Optional.of(-1L);

    private final Bookings bookings;
    private final Directories directories;

    ConditionalEdit(Bookings bookings, Directories directories) {
        this.bookings = bookings;
        this.directories = directories;
    }

    /**
     * Runs {@code edit}, which refuses what {@code person} may not do.
     *
     * @param seen the state that was edited; empty to change whatever is there
     * @param edit is given the version that must be stored still, if any must; run again when something changed meanwhile that
     *     {@code person} cannot see
     * @throws BookingIsStale if the booking has changed for {@code person} to see
     */
    public <T> T ifAsSeen(Person person, BookingId id, Optional<String> seen, Function<Optional<Long>, T> edit) {
        if (seen.isEmpty()) {
            return edit.apply(Optional.empty());
        }
        for (int tries = 1; ; tries++) {
            Optional<BookingAccess> found =
                    bookings.find(id).map(booking -> new BookingAccess(person, booking, directories.current()));
            Optional<Long> version = found.filter(access -> SeenState.of(access).equals(seen))
                    .map(access -> access.booking().version());
            try {
                return edit.apply(version.or(() -> OTHER_VERSION));
            } catch (BookingIsStale e) {
                boolean maySeeWhy = found.filter(BookingAccess::isMasked).isEmpty();
                if (version.isEmpty() || maySeeWhy || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }
}
