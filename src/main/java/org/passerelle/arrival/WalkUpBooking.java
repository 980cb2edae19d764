package org.passerelle.arrival;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.account.EmailAddress;
import org.passerelle.account.Person;
import org.passerelle.booking.Attendance;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.BookingRooms;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingOrder;
import org.passerelle.booking.model.Content;
import org.passerelle.booking.model.OnConflict;
import org.passerelle.booking.model.RequestKey;
import org.passerelle.booking.model.Schedule;
import org.passerelle.booking.model.Visibility;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.policy.BookingRights;
import org.passerelle.booking.refusal.EmptySchedule;
import org.passerelle.booking.refusal.IllegalRooms;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.Site;
import org.passerelle.directory.permission.BookingGrant;
import org.passerelle.time.Interval;
import org.passerelle.time.Slots;
import org.springframework.stereotype.Component;

/**
 * Books a room from now on for whoever stands before its panel, where the rules of the room allow it. In the name of the room,
 * by the rules and caps for somebody who belongs to no organisation: a room that needs approval, or that is kept for some, is
 * not had in this way.
 */
@Component
public class WalkUpBooking {

    private static final List<Duration> LENGTHS =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1));

    private final BookingRooms booking;
    private final ReadingBookings reading;
    private final Attendance attendance;
    private final Directories directories;
    private final Clock clock;

    WalkUpBooking(
            BookingRooms booking,
            ReadingBookings reading,
            Attendance attendance,
            Directories directories,
            Clock clock) {
        this.booking = booking;
        this.reading = reading;
        this.attendance = attendance;
        this.directories = directories;
        this.clock = clock;
    }

    /** For how long {@code room} can be booked from now on, the shortest first; somebody may be quicker. */
    public List<Duration> offers(Room room) {
        Duration most = room.rules().arrival().walkUp();
        if (most.isZero() || room.isCountable()) {
            return List.of();
        }
        Duration before = room.rules().buffers().before();
        Duration after = room.rules().buffers().after();
        return starts().map(start -> LENGTHS.stream()
                        .filter(length -> length.compareTo(most) <= 0)
                        .filter(length -> isFree(room, Interval.of(start, length), before, after))
                        .toList())
                .filter(lengths -> !lengths.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The slot that is going on, or the next where that is still taken. */
    private Stream<Instant> starts() {
        Instant running = Slots.start(Slots.containing(clock.instant()));
        return Stream.of(running, running.plus(Slots.LENGTH));
    }

    private boolean isFree(Room room, Interval time, Duration before, Duration after) {
        Directory directory = directories.current();
        Site site = directory.siteOf(room);
        BookingRights rights = BookingRights.of(inTheNameOf(room));
        return rights.at(time, room, false, site.zone()).grant() == BookingGrant.BOOK
                && BookingPolicy.isOpen(room, site, time)
                && reading.busy(room, time.extendedBy(before, after)).isEmpty();
    }

    /**
     * Books {@code room} for so long from now on, people being there already.
     *
     * @param title in the words of the panel
     * @param press names the press at that panel, so that one that is sent twice books once
     */
    public BookingResult book(Room room, Duration length, String title, String press) {
        if (!offers(room).contains(length)) {
            return earlier(room, length, press)
                    .<BookingResult>map(BookingResult.DoneBefore::new)
                    .orElseGet(() -> BookingResult.Refused.because(Reason.of(ReasonCode.NOT_ALLOWED, room.id())));
        }
        BookingResult result = starts().map(start -> attempt(room, Interval.of(start, length), title, press))
                .filter(each -> !(each instanceof BookingResult.Occupied))
                .findFirst()
                .orElseGet(() -> new BookingResult.Occupied(List.of()));
        if (result instanceof BookingResult.Done done) {
            done.booking()
                    .occurrences()
                    .forEach(date -> attendance.checkInUnnamed(done.booking().id(), date.recurrenceId()));
        }
        return result;
    }

    /** What this press has booked already; empty once that is off. */
    public Optional<Booking> earlier(Room room, Duration length, String press) {
        return reading.find(key(room, length, press).id()).filter(each -> each.isLive(clock.instant()));
    }

    private BookingResult attempt(Room room, Interval time, String title, String press) {
        ZoneId zone = directories.current().siteOf(room).zone();
        BookingOrder order = new BookingOrder(
                new Content(title, "", Visibility.PUBLIC, 0, List.of(), Optional.empty()),
                new Schedule(
                        LocalDateTime.ofInstant(time.start(), zone), zone, time.length(), Optional.empty(), Set.of()),
                List.of(room.id()),
                OnConflict.REJECT,
                false);
        try {
            return booking.book(inTheNameOf(room), order, Optional.empty(), key(room, time.length(), press));
        } catch (IllegalRooms | EmptySchedule e) {
            return BookingResult.Refused.because(Reason.of(ReasonCode.NOT_ALLOWED, room.id()));
        }
    }

    private static RequestKey key(Room room, Duration length, String press) {
        return RequestKey.repeatable(inTheNameOf(room).id(), "walk-up:" + length + press, "walk-up");
    }

    private static Person inTheNameOf(Room room) {
        return Person.outsider(new EmailAddress(room.profile().email()), room.name());
    }
}
