package org.passerelle.web.bookings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.arrival.CheckInState;
import org.passerelle.arrival.ReleaseTimes;
import org.passerelle.arrival.StayOffers;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.web.PageWords;
import org.springframework.stereotype.Component;

/** What whoever runs a booking can do about the date that people come to now: check in, end it, stay longer. */
@Component
class AttendanceLines {

    private final ReleaseTimes releases;
    private final StayOffers stays;
    private final Clock clock;

    AttendanceLines(ReleaseTimes releases, StayOffers stays, Clock clock) {
        this.releases = releases;
        this.stays = stays;
        this.clock = clock;
    }

    /**
     * One date.
     *
     * @param name what a request about it calls it
     * @param state {@code OPEN}, {@code CHECKED_IN} or {@code RELEASED}
     * @param until when people have to check in, lest the room be given back
     * @param stays ends that can be chosen
     */
    record AttendanceLine(String name, String state, Optional<String> until, boolean mayEnd, List<StayLine> stays) {}

    /** @param value what the button sends */
    record StayLine(String value, String time) {}

    /** Of the date that is going on, or begins soon; nothing for those who only read the booking. */
    Optional<AttendanceLine> of(Booking booking, BookingSheet.Rights rights, Person reader) {
        Instant now = clock.instant();
        return rights.mayChange()
                ? booking.occurrences().stream()
                        .filter(date -> !now.isBefore(CheckInState.opens(date))
                                && now.isBefore(date.time().end()))
                        .filter(date -> isTold(CheckInState.of(booking, date, now)))
                        .findFirst()
                        .map(date -> line(booking, date, reader, now))
                : Optional.empty();
    }

    private static boolean isTold(CheckInState state) {
        return state == CheckInState.OPEN || state == CheckInState.CHECKED_IN || state == CheckInState.RELEASED;
    }

    private AttendanceLine line(Booking booking, Occurrence date, Person reader, Instant now) {
        ZoneId zone = booking.schedule().zone();
        CheckInState state = CheckInState.of(booking, date, now);
        return new AttendanceLine(
                date.recurrenceId().toString(),
                state.name(),
                releases.of(booking, date).map(release -> PageWords.time(release.at(), zone)),
                state != CheckInState.RELEASED && date.hasBegun(now),
                stays.of(reader, booking, date).stream()
                        .map(end -> new StayLine(end.toString(), PageWords.time(end, zone)))
                        .toList());
    }
}
