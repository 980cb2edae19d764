package org.passerelle.booking.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.passerelle.directory.BookingRules;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.permission.BookingQuota;
import org.passerelle.directory.permission.OpenBookingQuota;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;

/**
 * Between which moments a room can be booked at some moment.
 *
 * @param running the start of the slot that is going on; before it is the past
 * @param earliest start: {@code running}, or as much later as the room wishes to be told ahead
 * @param latest end, by the horizon of the room
 */
public record BookingBounds(Instant running, Instant earliest, Instant latest) {

    public static BookingBounds of(Room room, Directory directory, Instant now) {
        return of(room, directory.siteOf(room), now);
    }

    /** @param site of {@code room} */
    public static BookingBounds of(Room room, Site site, Instant now) {
        Instant running = Slots.start(Slots.containing(now));
        var notice = room.rules().notice();
        return new BookingBounds(
                running, notice.isZero() ? running : now.plus(notice), WithinHorizon.horizon(room, site, now));
    }

    /**
     * Whether {@code time} is neither too short nor too long for a room with {@code rules} in {@code zone}, as elapsed time or as
     * the clock on its wall counts it.
     */
    public static boolean admitLength(Interval time, BookingRules rules, ZoneId zone) {
        Duration elapsed = time.length();
        if (admitLength(elapsed, rules)) {
            return true;
        }
        boolean isLongEnough = elapsed.compareTo(rules.shortest()) >= 0;
        boolean isShortEnough = elapsed.compareTo(rules.longest()) <= 0;
        Duration onTheWall = Duration.between(
                LocalDateTime.ofInstant(time.start(), zone), LocalDateTime.ofInstant(time.end(), zone));
        return (isLongEnough || onTheWall.compareTo(rules.shortest()) >= 0)
                && (isShortEnough || onTheWall.compareTo(rules.longest()) <= 0);
    }

    /** The least length of one date of {@code room}. */
    public static Duration shortest(Room room) {
        return room.rules().shortest();
    }

    /** How many hours of {@code room} one may have; all of them hold. */
    public static List<BookingQuota> quotas(Room room) {
        return room.rules().permissions().quotas();
    }

    /** How many bookings of {@code room} one may have open; all of them hold. */
    public static List<OpenBookingQuota> openBookings(Room room) {
        return room.rules().permissions().openBookings();
    }

    /** The longest notice that any of {@code rooms} wishes. */
    public static Duration longestNotice(Collection<Room> rooms) {
        return rooms.stream()
                .map(room -> room.rules().notice())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Whether {@code length}, as elapsed time, is neither too short nor too long for a room with {@code rules}. */
    public static boolean admitLength(Duration length, BookingRules rules) {
        return length.compareTo(rules.shortest()) >= 0 && length.compareTo(rules.longest()) <= 0;
    }

    /** Whether a booking for {@code time} would be neither too early nor too late. */
    public boolean contain(Interval time) {
        return !time.start().isBefore(earliest) && !time.end().isAfter(latest);
    }
}
