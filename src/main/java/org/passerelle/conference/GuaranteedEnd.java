package org.passerelle.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.Place;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Knows until when a conference can go on without being in anybody's way. */
@Component
public class GuaranteedEnd {

    private final ReadingBookings bookings;
    private final Directories directories;

    GuaranteedEnd(ReadingBookings bookings, Directories directories) {
        this.bookings = bookings;
        this.directories = directories;
    }

    /** The end that a server is told when the conference begins: never before the last moment at which people are let in, and in nobody's way after that. */
    public Instant latest(VideoMeeting meeting) {
        return Interval.later(
                of(meeting, VideoMeeting.LONGEST_OVERTIME), meeting.open().end());
    }

    /**
     * When the first of its rooms is needed by somebody else; at the soonest the end of the meeting, and at the latest so
     * long after it.
     *
     * @param longest not negative
     */
    public Instant of(VideoMeeting meeting, Duration longest) {
        Instant end = meeting.time().end();
        if (longest.isZero()) {
            return end;
        }
        Directory directory = directories.current();
        List<Room> rooms = meeting.rooms().stream()
                .flatMap(id -> directory.room(id).stream())
                .filter(room -> !room.isCountable())
                .toList();
        Interval after = Interval.of(end, end.plus(longest));
        return bookings.holding(rooms, after).stream()
                .flatMap(booking -> others(booking, meeting))
                .flatMap(date -> date.places().stream())
                .filter(place -> place.occupied().overlaps(after) && isOneOf(rooms, place))
                .map(place -> place.occupied().start())
                .map(start -> start.isBefore(end) ? end : start)
                .min(Comparator.naturalOrder())
                .orElse(after.end());
    }

    /** The dates of {@code booking} that are not this meeting. */
    private static Stream<Occurrence> others(Booking booking, VideoMeeting meeting) {
        return booking.occupying()
                .filter(date -> !booking.id().equals(meeting.id().booking())
                        || !date.recurrenceId().equals(meeting.id().recurrenceId()));
    }

    private static boolean isOneOf(List<Room> rooms, Place place) {
        return rooms.stream().anyMatch(room -> room.numbers().stream().anyMatch(place::holds));
    }
}
