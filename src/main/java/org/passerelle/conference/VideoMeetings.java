package org.passerelle.conference;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.model.Occurrence;
import org.passerelle.booking.model.OccurrenceState;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Answers which conferences there are: one for each date of a confirmed booking that wishes it and takes place. */
@Component
public class VideoMeetings {

    private static final Comparator<VideoMeeting> BY_START =
            Comparator.comparing(meeting -> meeting.time().start());

    private final ReadingBookings bookings;
    private final Directories directories;
    private final ConferenceNames names;
    private final ConferenceProperties settings;

    VideoMeetings(
            ReadingBookings bookings, Directories directories, ConferenceNames names, ConferenceProperties settings) {
        this.bookings = bookings;
        this.directories = directories;
        this.names = names;
        this.settings = settings;
    }

    /** Those of one booking, by start; what was cancelled, released or ended is missing. */
    public List<VideoMeeting> of(Booking booking) {
        return meetings(booking, occurrence -> true);
    }

    /** Those of a booking that is held or waits for an answer, as they will be if it is confirmed, by start. */
    public List<VideoMeeting> planned(Booking booking) {
        return booking.isVoid() ? List.of() : all(booking, VideoMeetings::isOn);
    }

    /** Those of one booking that were ended before their time, by start. */
    public List<VideoMeeting> ended(Booking booking) {
        return all(booking, date -> date.state() == OccurrenceState.ENDED);
    }

    /** Those of one booking that were ever to take place, called off or not confirmed as they may be, by start. */
    public List<VideoMeeting> ever(Booking booking) {
        return all(booking, date -> true);
    }

    /** Those of one booking that people can enter at {@code now}; there is one at most, unless dates lie close together. */
    public List<VideoMeeting> openAt(Booking booking, Instant now) {
        Interval near = Interval.of(
                now.minus(settings.grace()), now.plus(settings.early()).plusMillis(1));
        return meetings(booking, date -> date.time().overlaps(near)).stream()
                .filter(meeting -> meeting.isOpen(now))
                .toList();
    }

    /** Those that {@code room}, or a combined room it is a part of, takes part in at some moment of {@code window}, by start. */
    public List<VideoMeeting> ahead(RoomId room, Interval window) {
        return directories.current().room(room).stream()
                .flatMap(known -> bookings.holding(List.of(known), window).stream()
                        .flatMap(booking ->
                                meetings(booking, date -> date.time().overlaps(window) && holds(date, known)).stream()))
                .sorted(BY_START)
                .toList();
    }

    /** The one of that conference name, in upper or lower case; empty if it was never ours or takes place no more. */
    public Optional<VideoMeeting> named(String conference) {
        String name = conference.toLowerCase(Locale.ROOT);
        return booking(name).stream()
                .map(this::of)
                .flatMap(Collection::stream)
                .filter(meeting -> meeting.name().equals(name))
                .findFirst();
    }

    /** Of one booking the one that takes place; else the one that comes next, though the last may still be open; else that. */
    public Optional<VideoMeeting> nearest(Booking booking, Instant now) {
        return nearest(of(booking), now);
    }

    /** Of some, by start, as {@link #nearest(Booking, Instant)}. */
    public static Optional<VideoMeeting> nearest(List<VideoMeeting> byStart, Instant now) {
        Optional<VideoMeeting> current =
                byStart.stream().filter(meeting -> meeting.time().contains(now)).findFirst();
        Optional<VideoMeeting> openAhead = byStart.stream()
                .filter(meeting -> meeting.isOpen(now) && meeting.time().start().isAfter(now))
                .findFirst();
        Optional<VideoMeeting> stillOpen =
                byStart.stream().filter(meeting -> meeting.isOpen(now)).findFirst();
        Optional<VideoMeeting> next = byStart.stream()
                .filter(meeting -> meeting.time().start().isAfter(now))
                .findFirst();
        return current.or(() -> openAhead)
                .or(() -> stillOpen)
                .or(() -> next)
                .or(() -> byStart.stream()
                        .max(Comparator.comparing(meeting -> meeting.time().end())));
    }

    /** Whether that is the conference name of a booking's date, even of one that is called off by now. */
    public boolean wasGiven(String conference) {
        return booking(conference).isPresent();
    }

    /** Whether that is the conference of a date that was ended before its time. */
    public boolean hasEnded(String conference) {
        return booking(conference).stream()
                .flatMap(booking -> booking.occurrences().stream()
                        .filter(date -> date.state() == OccurrenceState.ENDED)
                        .map(date -> names.of(booking, date.recurrenceId())))
                .anyMatch(conference.toLowerCase(Locale.ROOT)::equals);
    }

    /** The booking that a conference name was given to. */
    Optional<Booking> booking(String conference) {
        return names.booking(conference).flatMap(bookings::find);
    }

    /** Whether that one takes place and was not ended early. */
    boolean isOn(Booking booking, VideoMeeting meeting) {
        return booking.state() == BookingState.CONFIRMED
                && booking.occurrence(meeting.id().recurrenceId())
                        .filter(VideoMeetings::isOn)
                        .isPresent();
    }

    private static boolean isOn(Occurrence date) {
        return date.occupies() && date.state() != OccurrenceState.ENDED;
    }

    private interface Choice {
        boolean takes(Occurrence occurrence);
    }

    private List<VideoMeeting> meetings(Booking booking, Choice choice) {
        return booking.state() == BookingState.CONFIRMED
                ? all(booking, date -> isOn(date) && choice.takes(date))
                : List.of();
    }

    private List<VideoMeeting> all(Booking booking, Choice choice) {
        return booking.content().conference().stream()
                .flatMap(wish ->
                        booking.occurrences().stream().filter(choice::takes).map(date -> meeting(booking, wish, date)))
                .toList();
    }

    private VideoMeeting meeting(Booking booking, ConferenceWish wish, Occurrence date) {
        return new VideoMeeting(
                new VideoMeeting.Id(booking.id(), date.recurrenceId()),
                wish,
                names.of(booking, date.recurrenceId()),
                booking.content().title(),
                date.time(),
                date.rooms(),
                Interval.of(
                        date.time().start().minus(settings.early()),
                        date.time().end().plus(settings.grace())));
    }

    private static boolean holds(Occurrence date, Room room) {
        return date.places().stream().anyMatch(place -> room.numbers().stream().anyMatch(place::holds));
    }
}
