package org.passerelle.booking.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.decision.RequestDecision;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.directory.BookingRules.Access;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;

/**
 * Until when a request can be decided on; from that moment on it has lapsed. That is some time before its first date, as its
 * rooms say; of several rooms the one that wants to know earliest counts. What is asked for later than an hour before that
 * moment waits until the date begins, and what is asked for once it has begun until it ends. Who made it is not looked up for
 * this: rooms of a site that they manage themselves count as if they asked there too.
 */
public final class RequestDeadline {

    /** Managers have at least so long before that moment; who asks later may have until the beginning. */
    private static final Duration LEAST = Duration.ofHours(1);

    private RequestDeadline() {}

    /**
     * Exclusive: at that moment it has lapsed, or what is asked for in the place of one of its dates; the first of them. Empty
     * unless something of it waits for a decision.
     */
    public static Optional<Instant> of(Booking booking, Directory directory) {
        return Stream.concat(
                        ofWhole(booking, directory).stream(),
                        booking.asking().map(date -> ofMove(booking, date, directory)))
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> ofWhole(Booking booking, Directory directory) {
        if (booking.state() != BookingState.REQUESTED) {
            return Optional.empty();
        }
        Instant asked = booking.status().shifted();
        return Optional.of(booking.occupying()
                .filter(date -> date.time().end().isAfter(asked))
                .findFirst()
                .map(date -> of(booking, date, asked, directory))
                .orElse(asked));
    }

    /**
     * Until when what is asked for in the place of {@code date}, one of {@code booking}, can be decided on, exclusive: as if that were a request of its
     * own, and no longer than until the date begins as it stands, for then people meet there.
     *
     * @throws java.util.NoSuchElementException if nothing is
     */
    public static Instant ofMove(Booking booking, Occurrence date, Directory directory) {
        Instant since = date.openRequest().orElseThrow().asked();
        Instant deadline = of(booking, date.asked().orElseThrow(), since, directory);
        if (!date.occupies()) {
            return deadline;
        }
        Interval meeting = date.time();
        return Interval.earlier(deadline, since.isBefore(meeting.start()) ? meeting.start() : meeting.end());
    }

    /** Whether it is too late at {@code now} to decide on all of it. */
    public static boolean isOver(Booking booking, Directory directory, Instant now) {
        return ofWhole(booking, directory)
                .filter(deadline -> !deadline.isAfter(now))
                .isPresent();
    }

    /** As {@link #isOver}, of what is asked for in the place of {@code date}. */
    public static boolean isMoveOver(Booking booking, Occurrence date, Directory directory, Instant now) {
        return !ofMove(booking, date, directory).isAfter(now);
    }

    /** The booking without what has lapsed of it by {@code now}: declined as a whole, or its dates as they were. Empty if nothing has. */
    public static Optional<Booking> lapsed(Booking booking, Directory directory, Instant now) {
        RequestDecision decision = RequestDecision.lapsed(now);
        if (isOver(booking, directory, now)) {
            return Optional.of(booking.decided(decision));
        }
        Set<Instant> over = booking.asking()
                .filter(date -> isMoveOver(booking, date, directory, now))
                .map(Occurrence::recurrenceId)
                .collect(Collectors.toSet());
        return over.isEmpty() ? Optional.empty() : Optional.of(booking.decidedOn(over, decision));
    }

    private static Instant of(Booking booking, Occurrence date, Instant asked, Directory directory) {
        Instant start = date.time().start();
        if (!asked.isBefore(start)) {
            return date.time().end();
        }
        Instant early = start.minus(decideBefore(booking, date, directory));
        return asked.isAfter(early.minus(LEAST)) ? start : early;
    }

    private static Duration decideBefore(Booking booking, Occurrence date, Directory directory) {
        List<Room> asked = ApprovalRooms.of(booking, Stream.of(date), BookingRights.of(booking.owner()), directory);
        Stream<Room> deciding =
                asked.isEmpty() ? date.rooms().stream().flatMap(room -> directory.room(room).stream()) : asked.stream();
        return deciding.map(room -> room.rules().access().decideBefore())
                .max(Comparator.naturalOrder())
                .orElse(Access.EVERY_ORGANISATION.decideBefore());
    }
}
