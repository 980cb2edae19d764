package org.passerelle.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.booking.Booking;
import org.passerelle.booking.BookingState;
import org.passerelle.booking.LinkGenerations;
import org.passerelle.booking.OccurrenceState;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.calendar.Joining;
import org.passerelle.conference.Threshold.State;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Says what a link leads to now. It is asked anew each time, so a link follows whatever becomes of its booking. */
@Component
public class JoinDoor {

    /** How far ahead the link of a room looks. */
    private static final Duration SOON = Duration.ofDays(1);

    private final JoinTokens tokens;
    private final LinkHolders holders;
    private final RoomLinks roomLinks;
    private final VideoMeetings meetings;
    private final ReadingBookings bookings;
    private final Directories directories;
    private final Clock clock;

    JoinDoor(
            JoinTokens tokens,
            LinkHolders holders,
            RoomLinks roomLinks,
            VideoMeetings meetings,
            ReadingBookings bookings,
            Directories directories,
            Clock clock) {
        this.tokens = tokens;
        this.holders = holders;
        this.roomLinks = roomLinks;
        this.meetings = meetings;
        this.bookings = bookings;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param token the last part of a link, in letters of whatever case */
    public Threshold look(String token) {
        return tokens.room(token)
                .map(this::lookFrom)
                .or(() -> tokens.booking(token)
                        .flatMap(bookings::find)
                        .flatMap(booking ->
                                booking.content().conference().map(wish -> lookAt(booking, wish.links(), token))))
                .orElseGet(() -> Threshold.without(State.UNKNOWN));
    }

    /** The room whose own link that is, while it is good; empty for every other link. */
    public Optional<RoomId> room(String token) {
        return tokens.room(token)
                .filter(link -> directories.current().room(link.room()).isPresent())
                .filter(link -> link.generation() == roomLinks.generation(link.room()))
                .map(JoinTokens.RoomToken::room);
    }

    private Threshold lookFrom(JoinTokens.RoomToken link) {
        RoomId room = link.room();
        if (directories.current().room(room).isEmpty()) {
            return Threshold.without(State.UNKNOWN);
        }
        Joining who = Joining.room(room);
        if (link.generation() != roomLinks.generation(room)) {
            return Threshold.of(State.REVOKED, who);
        }
        Instant now = clock.instant();
        List<VideoMeeting> near = meetings.ahead(room, Interval.of(now.minus(SOON), now.plus(SOON))).stream()
                .filter(meeting -> meeting.open().end().isAfter(now))
                .toList();
        return near.isEmpty() ? Threshold.of(State.IDLE, who) : facing(near, who, false);
    }

    private Threshold lookAt(Booking booking, LinkGenerations links, String token) {
        Directory directory = directories.current();
        Optional<Joining> holder = holders.holder(booking, links, token, directory);
        if (holder.isPresent()) {
            return lookAs(holder.get(), booking);
        }
        if (holders.wasGood(booking, links, token, directory)) {
            return Threshold.without(State.REVOKED);
        }
        return holders.otherRoom(booking, links, token, directory)
                .map(room -> Threshold.of(State.ELSEWHERE, room))
                .orElseGet(() -> Threshold.without(State.UNKNOWN));
    }

    private Threshold lookAs(Joining who, Booking booking) {
        if (booking.isCancelled() || !booking.isLive(clock.instant())) {
            return Threshold.of(State.CANCELLED, who);
        }
        if (booking.state() != BookingState.CONFIRMED) {
            return Threshold.of(State.UNCONFIRMED, who);
        }
        List<VideoMeeting> all = meetings.of(booking);
        if (all.isEmpty()) {
            boolean hasEnded = booking.occurrences().stream().anyMatch(date -> date.state() == OccurrenceState.ENDED);
            return Threshold.of(hasEnded ? State.OVER : State.CANCELLED, who);
        }
        List<VideoMeeting> theirs = all.stream().filter(takesPart(who)).toList();
        return theirs.isEmpty()
                ? Threshold.of(State.ELSEWHERE, who)
                : facing(theirs, who, booking.status().sequence() > 0);
    }

    /** A room takes part in the dates it is held for, or of which it is a part of what is held. */
    private Predicate<VideoMeeting> takesPart(Joining who) {
        if (who.kind() != Joining.Kind.ROOM) {
            return meeting -> true;
        }
        Directory directory = directories.current();
        RoomId room = new RoomId(who.name());
        return meeting -> meeting.rooms().contains(room)
                || meeting.rooms().stream()
                        .flatMap(other -> directory.room(other).stream())
                        .anyMatch(other -> shareANumber(directory.room(room), other));
    }

    private static boolean shareANumber(Optional<Room> room, Room other) {
        return room.filter(known -> known.numbers().stream().anyMatch(other.numbers()::contains))
                .isPresent();
    }

    private Threshold facing(List<VideoMeeting> some, Joining who, boolean isMoved) {
        Instant now = clock.instant();
        VideoMeeting meeting = VideoMeetings.nearest(some, now).orElseThrow();
        State state = meeting.isOpen(now) ? State.OPEN : meeting.open().start().isAfter(now) ? State.EARLY : State.OVER;
        return new Threshold(state, Optional.of(meeting), Optional.of(who), isMoved);
    }
}
