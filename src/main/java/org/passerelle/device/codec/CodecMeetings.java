package org.passerelle.device.codec;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.passerelle.account.Accounts;
import org.passerelle.account.Person;
import org.passerelle.booking.model.Booking;
import org.passerelle.booking.model.BookingAccess;
import org.passerelle.conference.Conferences;
import org.passerelle.conference.DialIn;
import org.passerelle.conference.VideoMeeting;
import org.passerelle.device.RoomDates;
import org.passerelle.device.RoomDates.RoomDate;
import org.passerelle.device.codec.CodecMeeting.Call;
import org.passerelle.device.codec.CodecMeeting.MeetingWords;
import org.passerelle.device.codec.CodecMeeting.Protocol;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Endpoint;
import org.passerelle.directory.Room;
import org.passerelle.time.Interval;
import org.springframework.stereotype.Component;

/** Works out the list of meetings that the codec of a room is told of: all of today at its site, and of the week ahead. */
@Component
class CodecMeetings {

    /** More than a room can have in a week of sensible meetings, and no more than an old codec keeps. */
    static final int MOST = 200;

    static final Duration AHEAD = Duration.ofDays(7);

    private final RoomDates dates;
    private final Conferences conferences;
    private final Accounts accounts;
    private final Directories directories;
    private final Clock clock;

    CodecMeetings(RoomDates dates, Conferences conferences, Accounts accounts, Directories directories, Clock clock) {
        this.dates = dates;
        this.conferences = conferences;
        this.accounts = accounts;
        this.directories = directories;
        this.clock = clock;
    }

    /** The dates themselves, of which {@link #told} makes words. */
    List<RoomDate> of(Room room) {
        Instant now = clock.instant();
        ZoneId zone = directories.current().siteOf(room).zone();
        Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return dates.of(room, Interval.of(today, now.plus(AHEAD))).stream()
                .limit(MOST)
                .toList();
    }

    CodecMeeting told(RoomDate date, Endpoint endpoint) {
        Interval time = date.date().time();
        return new CodecMeeting(
                date.id(),
                BookingAccess.mayShowInRoom(date.booking(), endpoint)
                        ? Optional.of(words(date.booking()))
                        : Optional.empty(),
                time,
                date.meeting()
                        .map(meeting -> Duration.between(meeting.open().start(), time.start()))
                        .orElse(Duration.ZERO),
                date.meeting().flatMap(meeting -> call(meeting, endpoint)));
    }

    private MeetingWords words(Booking booking) {
        return new MeetingWords(
                booking.content().title(),
                accounts.person(booking.owner().organiser()).map(Person::name).orElse(""));
    }

    /** By SIP if both sides speak it, else by H.323. */
    private Optional<Call> call(VideoMeeting meeting, Endpoint endpoint) {
        List<DialIn> ways = conferences.dialIns(meeting);
        return call(ways, DialIn.DialInKind.SIP, Protocol.SIP, endpoint)
                .or(() -> call(ways, DialIn.DialInKind.H323, Protocol.H323, endpoint));
    }

    private static Optional<Call> call(
            List<DialIn> ways, DialIn.DialInKind kind, Protocol protocol, Endpoint endpoint) {
        return ways.stream()
                .filter(way -> way.kind() == kind && endpoint.speaks(kind.name()))
                .findFirst()
                .map(way -> new Call(way.address(), protocol, endpoint.callRate(), way.pin()));
    }
}
