package org.passerelle.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.passerelle.account.Person;
import org.passerelle.booking.allocation.Placement;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.BookingBounds;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.booking.refusal.Reason;
import org.passerelle.booking.refusal.ReasonCode;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Has a date last longer in the rooms it has, by the rules and the one write by which anything comes to occupy a room. */
@Component
class ExtendBooking {

    private final ChangingOneDate moving;
    private final Directories directories;
    private final Clock clock;

    ExtendBooking(ChangingOneDate moving, Directories directories, Clock clock) {
        this.moving = moving;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Nothing is written if it lasts so long already. What people sit in cannot wait for anybody's agreement, so where that
     * is needed a date that has begun is refused.
     *
     * @param finish has the last word on what becomes of the date
     */
    Placement lengthen(
            Person person, Booking booking, Occurrence date, Instant until, UnaryOperator<Occurrence> finish) {
        Interval time = date.time();
        if (until.equals(time.end())) {
            return new Placement.Unchanged(booking);
        }
        if (until.isBefore(time.end())) {
            return refused(
                    Reason.of(ReasonCode.TOO_SHORT, "extend", time.length().toString()), date);
        }
        Instant now = clock.instant();
        List<Room> rooms = rooms(date);
        Optional<Room> asking =
                BookingPolicy.needingApproval(person, rooms).findFirst().filter(room -> !now.isBefore(time.start()));
        if (asking.isPresent()) {
            return refused(Reason.of(ReasonCode.NEEDS_APPROVAL, asking.get().id()), date);
        }
        // The notice was given when the date was booked; staying on in the same room needs none.
        Instant judged = Interval.earlier(now, time.start().minus(BookingBounds.longestNotice(rooms)));
        var target = new ChangingOneDate.Target(Interval.of(time.start(), until), date.rooms(), judged);
        return moving.move(
                person,
                booking,
                date,
                target,
                longer -> finish.apply(longer.standingInAs(date).in(date.state())));
    }

    private List<Room> rooms(Occurrence date) {
        Directory directory = directories.current();
        return date.rooms().stream()
                .flatMap(room -> directory.room(room).stream())
                .toList();
    }

    private static Placement refused(Reason reason, Occurrence date) {
        return new Placement.Refused(List.of(reason.on(date.recurrenceId())));
    }
}
