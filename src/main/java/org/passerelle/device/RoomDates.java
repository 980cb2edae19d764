package org.passerelle.device;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Answers who meets in a room when, by video or not. */
@Component
public class RoomDates {

    private static final Comparator<RoomDate> BY_START =
            Comparator.comparing(each -> each.date().time().start());

    private final ReadingBookings bookings;
    private final VideoMeetings meetings;

    RoomDates(ReadingBookings bookings, VideoMeetings meetings) {
        this.bookings = bookings;
        this.meetings = meetings;
    }

    /**
     * One date of a booking that has the room, alone or as a part of a combined one.
     *
     * @param meeting what links the room with others then, if anything does
     */
    public record RoomDate(Booking booking, Occurrence date, Optional<VideoMeeting> meeting) {

        /** For whatever it is told to: not to be taken for that of another date, at most 128 characters. */
        public String id() {
            return booking.id() + "-" + date.recurrenceId().getEpochSecond();
        }
    }

    /** The dates of confirmed bookings that people meet on in {@code room} at some moment of {@code window}, by start. */
    public List<RoomDate> of(Room room, Interval window) {
        return bookings.holding(List.of(room), window).stream()
                .filter(booking -> booking.state() == BookingState.CONFIRMED)
                .flatMap(booking -> datesOf(booking, room, window))
                .sorted(BY_START)
                .toList();
    }

    /** Those of {@code rooms} that a conference begins in within {@code window}. */
    public Set<RoomId> meetingIn(Collection<Room> rooms, Interval window) {
        Set<RoomId> beginning = bookings.holding(rooms, window).stream()
                .map(meetings::of)
                .flatMap(Collection::stream)
                .filter(meeting -> window.contains(meeting.time().start()))
                .map(VideoMeeting::rooms)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return rooms.stream().map(Room::id).filter(beginning::contains).collect(Collectors.toSet());
    }

    private Stream<RoomDate> datesOf(Booking booking, Room room, Interval window) {
        Map<VideoMeeting.Id, VideoMeeting> linked =
                meetings.of(booking).stream().collect(Collectors.toMap(VideoMeeting::id, Function.identity()));
        return booking.occupying()
                .filter(date -> date.time().overlaps(window) && holds(date, room))
                .map(date -> new RoomDate(
                        booking,
                        date,
                        Optional.ofNullable(linked.get(new VideoMeeting.Id(booking.id(), date.recurrenceId())))));
    }

    private static boolean holds(Occurrence date, Room room) {
        return date.places().stream().anyMatch(place -> room.numbers().stream().anyMatch(place::holds));
    }
}
