package org.passerelle.conference.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.passerelle.booking.ReadingBookings;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingState;
import org.passerelle.booking.video.LinkGenerations;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.JoinTokens;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.conference.VideoMeetings;
import org.passerelle.conference.link.JoinStatus.JoinState;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Directory;
import org.passerelle.directory.Room;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Says what a link leads to now. It is asked anew each time, so a link follows whatever becomes of its booking. */
@Component
public class JoinLinkResolver {

    /** How far ahead the link of a room looks. */
    private static final Duration SOON = Duration.ofDays(1);

    private final JoinTokens tokens;
    private final LinkHolders holders;
    private final RoomLinks roomLinks;
    private final VideoMeetings meetings;
    private final ReadingBookings bookings;
    private final Directories directories;
    private final Clock clock;

    JoinLinkResolver(
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

    /** @param token the last part of a link, in upper or lower case */
    public JoinStatus look(String token) {
        return tokens.room(token)
                .map(this::lookFrom)
                .or(() -> tokens.booking(token)
                        .flatMap(bookings::find)
                        .flatMap(booking ->
                                booking.content().conference().map(wish -> lookAt(booking, wish.links(), token))))
                .orElseGet(() -> JoinStatus.without(JoinState.UNKNOWN));
    }

    /** The room whose own link that is, while it is good; empty for every other link. */
    public Optional<RoomId> room(String token) {
        return tokens.room(token)
                .filter(link -> directories.current().room(link.room()).isPresent())
                .filter(link -> link.generation() == roomLinks.generation(link.room()))
                .map(JoinTokens.RoomToken::room);
    }

    private JoinStatus lookFrom(JoinTokens.RoomToken link) {
        RoomId room = link.room();
        if (directories.current().room(room).isEmpty()) {
            return JoinStatus.without(JoinState.UNKNOWN);
        }
        Joining who = Joining.room(room);
        if (link.generation() != roomLinks.generation(room)) {
            return JoinStatus.of(JoinState.REVOKED, who);
        }
        Instant now = clock.instant();
        List<VideoMeeting> near = meetings.ahead(room, Interval.of(now.minus(SOON), now.plus(SOON))).stream()
                .filter(meeting -> meeting.open().end().isAfter(now))
                .toList();
        return near.isEmpty() ? JoinStatus.of(JoinState.IDLE, who) : facing(near, who);
    }

    private JoinStatus lookAt(Booking booking, LinkGenerations links, String token) {
        Directory directory = directories.current();
        Optional<Joining> holder = holders.holder(booking, links, token, directory);
        if (holder.isPresent()) {
            return lookAs(holder.get(), booking);
        }
        if (holders.wasGood(booking, links, token, directory)) {
            return JoinStatus.without(JoinState.REVOKED);
        }
        return holders.otherRoom(booking, links, token, directory)
                .map(room -> JoinStatus.of(JoinState.ELSEWHERE, room))
                .orElseGet(() -> JoinStatus.without(JoinState.UNKNOWN));
    }

    private JoinStatus lookAs(Joining who, Booking booking) {
        Instant now = clock.instant();
        if (booking.status().hasLapsed(now)) {
            return JoinStatus.of(JoinState.LAPSED, who);
        }
        if (booking.isVoid()) {
            boolean wasAgreedTo = booking.state() != BookingState.DECLINED;
            return JoinStatus.of(wasAgreedTo ? JoinState.CANCELLED : JoinState.DECLINED, who);
        }
        Predicate<VideoMeeting> theirs = takesPart(who);
        if (booking.state() != BookingState.CONFIRMED) {
            JoinState state = booking.state() == BookingState.HELD ? JoinState.HELD : JoinState.UNCONFIRMED;
            return nearest(meetings.planned(booking), theirs, now)
                    .map(meeting -> JoinStatus.before(
                            state, meeting, who, booking.status().heldUntil()))
                    .orElseGet(() -> JoinStatus.of(state, who));
        }
        List<VideoMeeting> all = meetings.of(booking);
        Optional<JoinStatus> ended = ended(booking, all, theirs, now)
                .map(meeting -> JoinStatus.before(
                        JoinState.ENDED,
                        meeting,
                        who,
                        Optional.of(meeting.time().end())));
        if (ended.isPresent()) {
            return ended.get();
        }
        if (all.isEmpty()) {
            return JoinStatus.of(JoinState.CANCELLED, who);
        }
        List<VideoMeeting> some = all.stream().filter(theirs).toList();
        if (some.isEmpty()) {
            return JoinStatus.of(JoinState.ELSEWHERE, who);
        }
        JoinStatus facing = facing(some, who);
        return facing.moved(facing.meeting()
                .flatMap(meeting -> booking.occurrence(meeting.id().recurrenceId()))
                .filter(booking::wasChanged)
                .isPresent());
    }

    /** What was ended early: as long as people would be let in otherwise, if no others are, and for good where there is nothing more. */
    private Optional<VideoMeeting> ended(
            Booking booking, List<VideoMeeting> all, Predicate<VideoMeeting> theirs, Instant now) {
        List<VideoMeeting> ended = meetings.ended(booking);
        if (all.isEmpty()) {
            return nearest(ended, theirs, now);
        }
        return all.stream().anyMatch(meeting -> meeting.isOpen(now))
                ? Optional.empty()
                : nearest(ended, theirs, now).filter(meeting -> meeting.isOpen(now));
    }

    private static Optional<VideoMeeting> nearest(
            List<VideoMeeting> some, Predicate<VideoMeeting> theirs, Instant now) {
        return VideoMeetings.nearest(some.stream().filter(theirs).toList(), now);
    }

    /** A room takes part in the dates it is held for, or of which it is a part of what is held. */
    private Predicate<VideoMeeting> takesPart(Joining who) {
        if (who.kind() != Joining.JoiningKind.ROOM) {
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

    private JoinStatus facing(List<VideoMeeting> some, Joining who) {
        Instant now = clock.instant();
        VideoMeeting meeting = VideoMeetings.nearest(some, now).orElseThrow();
        JoinState state = meeting.isOpen(now)
                ? JoinState.OPEN
                : meeting.open().start().isAfter(now) ? JoinState.EARLY : JoinState.OVER;
        return JoinStatus.before(state, meeting, who, Optional.empty());
    }
}
