package org.passerelle.booking.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.BookingRules.Access;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;

/**
 * Until when a request can be decided on; from that moment on it has lapsed. That is some time before its first date, as its
 * rooms say; of several rooms the one that wants to know earliest counts. What is asked for later than an hour before that
 * moment waits until the date begins, and what is asked for once it has begun until it ends.
 */
public final class RequestDeadline {

    /** Managers have at least so long before that moment; who asks later may have until the beginning. */
    private static final Duration LEAST = Duration.ofHours(1);

    private RequestDeadline() {}

    /** Exclusive: at that moment it has lapsed. Empty unless it waits for a decision. */
    public static Optional<Instant> of(Booking booking, Directory directory) {
        if (booking.state() != BookingState.REQUESTED) {
            return Optional.empty();
        }
        Instant asked = booking.status().shifted();
        return Optional.of(booking.occupying()
                .filter(date -> date.time().end().isAfter(asked))
                .findFirst()
                .map(date -> of(booking, date, directory))
                .orElse(asked));
    }

    /** Whether it is too late at {@code now} to decide on it. */
    public static boolean isOver(Booking booking, Directory directory, Instant now) {
        return of(booking, directory).filter(deadline -> !deadline.isAfter(now)).isPresent();
    }

    private static Instant of(Booking booking, Occurrence date, Directory directory) {
        Instant asked = booking.status().shifted();
        Instant start = date.time().start();
        if (!asked.isBefore(start)) {
            return date.time().end();
        }
        Instant early = start.minus(decideBefore(booking, date, directory));
        return asked.isAfter(early.minus(LEAST)) ? start : early;
    }

    private static Duration decideBefore(Booking booking, Occurrence date, Directory directory) {
        List<Room> asked = ApprovalRooms.of(booking, Stream.of(date), directory);
        Stream<Room> deciding =
                asked.isEmpty() ? date.rooms().stream().flatMap(room -> directory.room(room).stream()) : asked.stream();
        return deciding.map(room -> room.rules().access().decideBefore())
                .max(Comparator.naturalOrder())
                .orElse(Access.EVERY_ORGANISATION.decideBefore());
    }
}
