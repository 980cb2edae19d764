package org.passerelle.device.dialin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.springframework.stereotype.Component;

/** Finds conferences by the numbers that stand for them, and numbers for conferences. */
@Component
public class ConferenceNumbers {

    /** How long a number outlives the last date of its booking. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final VideoMeetings meetings;
    private final ReadingBookings bookings;
    private final DialInNumbers numbers;
    private final Clock clock;

    ConferenceNumbers(VideoMeetings meetings, ReadingBookings bookings, DialInNumbers numbers, Clock clock) {
        this.meetings = meetings;
        this.bookings = bookings;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The number that stands for {@code meeting}: nine digits, the same for all dates of its booking. */
    public String number(VideoMeeting meeting) {
        return numbers.of(meeting.id().booking());
    }

    /** The meeting that {@code number} stands for now; empty if there is none, or nobody is let in yet or any more. */
    public Optional<VideoMeeting> open(String number) {
        Instant now = clock.instant();
        return numbers.booking(number).flatMap(bookings::find).stream()
                .flatMap(booking -> meetings.of(booking).stream())
                .filter(meeting -> meeting.isOpen(now))
                .findFirst();
    }

    /** The meeting of a conference's name, if it takes place. */
    public Optional<VideoMeeting> named(String conference) {
        return meetings.named(conference);
    }

    /** Gives up the numbers of bookings that are over or gone. */
    public void forgetOver() {
        Instant since = clock.instant().minus(KEPT);
        numbers.bookings().stream()
                .filter(id -> bookings.find(id).stream()
                        .flatMap(booking -> booking.occupying())
                        .noneMatch(date -> date.time().end().isAfter(since)))
                .forEach(numbers::forget);
    }
}
