package org.passerelle.conference;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.passerelle.booking.model.BookingId;
import org.passerelle.booking.video.ConferenceWish;
import org.passerelle.directory.RoomId;
import org.passerelle.time.Interval;

/**
 * One date of a booking whose rooms and people are linked by video. Derived from the booking, so it is cancelled and moved
 * with it.
 *
 * @param name of the conference on its server: {@code [a-z0-9-]}, at most 60 characters, not to be guessed, and the same
 *     whatever time or rooms the date is given
 * @param title of the booking; only for whoever may read it, else empty
 * @param time when people meet
 * @param rooms that take part, in the order of the booking
 * @param open when people are let in: from a little before until a little after
 */
public record VideoMeeting(
        Id id, ConferenceWish wish, String name, String title, Interval time, List<RoomId> rooms, Interval open) {

    /**
     * How long after its end a conference can go on at most: servers are told an end when it begins, and cannot put it off
     * afterwards.
     */
    public static final Duration LONGEST_OVERTIME = Duration.ofHours(4);

    /** Which date of which booking. */
    public record Id(BookingId booking, Instant recurrenceId) {}

    public VideoMeeting {
        rooms = List.copyOf(rooms);
    }

    /** The short name of what holds it, such as {@code jitsi}. */
    public String provider() {
        return wish.provider();
    }

    /** The same for somebody who is not told what it is about. */
    public VideoMeeting untitled() {
        return new VideoMeeting(id, wish, name, "", time, rooms, open);
    }

    /** The latest moment at which anybody can still be let in, however long the conference is kept going. */
    public Instant latestEnd() {
        return open.end().plus(LONGEST_OVERTIME);
    }

    public boolean isOpen(Instant now) {
        return open.contains(now);
    }
}
