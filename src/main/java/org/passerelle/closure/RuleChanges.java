package org.passerelle.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.closure.model.AffectedDate;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.directory.Site;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/**
 * Which bookings lie where another directory would let nobody book: outside of new hours, on a day that is closed then, in a room
 * with fewer seats, or in one that is there no more. How long, how early or by whom rooms are booked says nothing about what is
 * booked already.
 */
@Component
public class RuleChanges {

    /** Nobody books further ahead than a horizon, and those are of two years mostly. */
    private static final Duration AHEAD = Duration.ofDays(3_660);

    private final ReadingBookings reading;
    private final Clock clock;

    RuleChanges(ReadingBookings reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** The dates ahead that {@code next} would hit and {@code current} does not, by time. Reads the bookings of all rooms that change. */
    public List<AffectedDate> affected(Directory current, Directory next) {
        Instant now = clock.instant();
        List<Room> changed = current.rooms().stream()
                .filter(room -> isChanged(room, current, next))
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        return HitDates.of(
                "",
                reading.holding(changed, Interval.of(now, AHEAD)),
                now,
                (booking, date) -> hit(booking, date, current, next));
    }

    /**
     * Whether nobody could book in {@code directory} what {@code date} has, or had before it was called off: that is how one tells
     * whether the change that hits it is in force.
     */
    boolean isHit(AffectedDate date, Directory directory) {
        boolean isShut = date.rooms().stream().anyMatch(room -> !isOpen(room, date.time(), directory));
        return isShut
                || reading.find(date.name().booking()).stream()
                        .anyMatch(booking -> booking.occurrence(date.name().recurrenceId()).stream()
                                .anyMatch(known -> lacksSeats(
                                        booking,
                                        date.requested() ? known.asked().orElse(known) : known,
                                        directory)));
    }

    private static boolean isChanged(Room room, Directory current, Directory next) {
        Optional<Room> then = next.room(room.id());
        if (then.isEmpty()) {
            return true;
        }
        Site site = current.siteOf(room);
        Site siteThen = next.siteOf(then.get());
        return !room.rules().openingHours().equals(then.get().rules().openingHours())
                || then.get().capacity() < room.capacity()
                || !site.zone().equals(siteThen.zone())
                || !site.closures().equals(siteThen.closures());
    }

    private static List<RoomId> hit(Booking booking, Occurrence date, Directory current, Directory next) {
        boolean isTooSmall = lacksSeats(booking, date, next) && !lacksSeats(booking, date, current);
        return date.rooms().stream()
                .distinct()
                .filter(id -> current.room(id).isPresent())
                .filter(id -> next.room(id).isEmpty()
                        || isTooSmall && isSmaller(id, current, next)
                        || isOpen(id, date.time(), current) && !isOpen(id, date.time(), next))
                .toList();
    }

    private static boolean isOpen(RoomId id, Interval time, Directory directory) {
        return directory
                .room(id)
                .filter(room -> BookingPolicy.isOpen(room, directory.siteOf(room), time))
                .isPresent();
    }

    private static boolean isSmaller(RoomId id, Directory current, Directory next) {
        return seats(List.of(id), next) < seats(List.of(id), current);
    }

    private static boolean lacksSeats(Booking booking, Occurrence date, Directory directory) {
        return seats(date.rooms(), directory) < booking.content().headcount();
    }

    private static int seats(List<RoomId> rooms, Directory directory) {
        return rooms.stream()
                .flatMap(id -> directory.room(id).stream())
                .mapToInt(Room::seatsOnce)
                .sum();
    }
}
