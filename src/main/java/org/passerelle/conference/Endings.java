package org.passerelle.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.account.Person;
import org.passerelle.booking.BookingResult;
import org.passerelle.booking.Extension;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.policy.BookingPolicy;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Tells whoever sits in a conference that it ends soon, and has it last longer if they wish and nobody else is in line. */
@Component
public class Endings {

    /** How long before the end it is told. */
    public static final Duration NOTICE = Duration.ofMinutes(5);

    private final ReadingBookings bookings;
    private final GuaranteedEnd guaranteed;
    private final Extension staying;
    private final Directories directories;
    private final Clock clock;

    Endings(
            ReadingBookings bookings,
            GuaranteedEnd guaranteed,
            Extension staying,
            Directories directories,
            Clock clock) {
        this.bookings = bookings;
        this.guaranteed = guaranteed;
        this.staying = staying;
        this.directories = directories;
        this.clock = clock;
    }

    /** Empty until five minutes before the end, and once nobody can enter any more. */
    public Optional<Ending> of(VideoMeeting meeting) {
        Instant now = clock.instant();
        Instant end = meeting.time().end();
        if (now.isBefore(end.minus(NOTICE)) || !meeting.isOpen(now)) {
            return Optional.empty();
        }
        Instant needed = guaranteed.of(meeting, Ending.STEP);
        return Optional.of(new Ending(end, isOvertime(meeting), after(meeting, needed), needed));
    }

    /**
     * Has it last a quarter of an hour longer than {@code seen}, as one who saw it end then wishes; another press of the same
     * button changes nothing.
     */
    public BookingResult lengthen(Person person, VideoMeeting meeting, Instant seen) {
        Instant end = meeting.time().end();
        Instant until = Interval.earlier(seen, end).plus(Ending.STEP);
        return staying.asWished(person, meeting.id().booking(), meeting.id().recurrenceId(), until);
    }

    private boolean isOvertime(VideoMeeting meeting) {
        return bookings.find(meeting.id().booking())
                .flatMap(booking -> booking.occurrence(meeting.id().recurrenceId()))
                .flatMap(Occurrence::agreedEnd)
                .isPresent();
    }

    private Ending.After after(VideoMeeting meeting, Instant needed) {
        Interval next = Interval.of(meeting.time().end(), Ending.STEP);
        if (needed.isBefore(next.end())) {
            return Ending.After.NEEDED;
        }
        return isOpen(meeting, next) ? Ending.After.FREE : Ending.After.CLOSED;
    }

    private boolean isOpen(VideoMeeting meeting, Interval time) {
        Directory directory = directories.current();
        return meeting.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .allMatch(room -> BookingPolicy.isOpen(room, directory.siteOf(room), time));
    }
}
